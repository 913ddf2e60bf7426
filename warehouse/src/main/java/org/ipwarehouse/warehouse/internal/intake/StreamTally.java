package org.ipwarehouse.warehouse.internal.intake;

import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of one delivery while its splits come by; each is counted where it is decided. */
final class StreamTally {
    long read;
    long fresh;
    long rejected;
    long repeated;
    long seenAgain;
    /** Rows that contradicted one that was read before them. */
    long contradicting;

    /** All rows of keys with two contents. */
    long conflicting;

    long sealed;
    final SortedMap<String, Long> reasons = new TreeMap<>();
    final SortedMap<String, Long> warnings = new TreeMap<>();

    /** Takes what one split brought, before its rows are decided. */
    void arrived(ReceivedRows rows) {
        read += rows.acceptedRows().size() + (long) rows.rejectedRows().size();
        rejected += rows.rejectedRows().size();
        rows.reasons().forEach((code, count) -> reasons.merge(code, count, Long::sum));
        rows.warnings().forEach((code, count) -> warnings.merge(code, count, Long::sum));
    }

    Tally tally() {
        SortedMap<String, Long> all = new TreeMap<>(reasons);
        if (conflicting > 0) {
            all.merge(KeyConflict.CODE, conflicting, Long::sum);
        }
        return new Tally(read, fresh, rejected + conflicting, repeated + seenAgain, all, warnings);
    }
}
