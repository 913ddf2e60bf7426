package org.ipwarehouse.samples;

import java.util.SortedMap;
import java.util.TreeMap;

/** The true account of one file, or of all. */
final class FileAccount {
    private long rows;
    private long accepted;
    private long quarantined;
    private long repeated;
    private final TreeMap<String, Long> reasons = new TreeMap<>();

    void add(Outcome outcome) {
        rows++;
        if (!outcome.isClean()) {
            quarantined++;
            outcome.reasons().forEach(reason -> reasons.merge(reason, 1L, Long::sum));
        } else if (outcome.repeated()) {
            repeated++;
        } else {
            accepted++;
        }
    }

    void add(FileAccount other) {
        rows += other.rows;
        accepted += other.accepted;
        quarantined += other.quarantined;
        repeated += other.repeated;
        other.reasons.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
    }

    long rows() {
        return rows;
    }

    long accepted() {
        return accepted;
    }

    long quarantined() {
        return quarantined;
    }

    long repeated() {
        return repeated;
    }

    SortedMap<String, Long> reasons() {
        return reasons;
    }
}
