package org.ipwarehouse.samples;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was made; {@code rows = accepted + quarantined + repeated} is the true account, to be met by whoever loads the
 * files, oldest first.
 *
 * @param exports folder of the files
 * @param manifest the same account for each file
 * @param reasons rows by reason code; a row with two reasons counts under both
 */
public record SampleSummary(
        Path exports,
        Path manifest,
        int files,
        long bytes,
        long rows,
        long accepted,
        long quarantined,
        long repeated,
        SortedMap<String, Long> reasons) {
    public SampleSummary {
        reasons = new TreeMap<>(reasons);
    }
}
