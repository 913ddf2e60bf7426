package org.ipwarehouse.warehouse.internal.warning;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row that a case rests on.
 *
 * @param key the row's own key in its fact: a corrected row with the same key is no new evidence
 * @param shown the columns that decided, by name
 */
record EvidenceRow(
        String fact,
        String key,
        String role,
        String submission,
        String file,
        String sheet,
        long row,
        SortedMap<String, String> shown) {
    EvidenceRow {
        shown = new TreeMap<>(shown);
    }

    /** What makes it the same piece of evidence in every build. */
    String identity() {
        return fact + "\u001f" + key;
    }

    String content() {
        return Digest.of(fact, key, role, submission, file, sheet, String.valueOf(row), shown.toString());
    }
}
