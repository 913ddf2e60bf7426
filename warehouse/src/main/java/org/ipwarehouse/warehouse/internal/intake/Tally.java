package org.ipwarehouse.warehouse.internal.intake;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of one submission by what became of them. {@code read} is counted where rows arrive, the others where they
 * are decided, so that their sum says something.
 */
record Tally(
        long read,
        long accepted,
        long quarantined,
        long repeated,
        SortedMap<String, Long> reasons,
        SortedMap<String, Long> warnings) {

    Tally {
        reasons = new TreeMap<>(reasons);
        warnings = new TreeMap<>(warnings);
    }

    boolean closes() {
        return read == accepted + quarantined + repeated;
    }

    String numbers() {
        return "读入 " + read + "，入库 " + accepted + "，隔离 " + quarantined + "，重复 " + repeated;
    }
}
