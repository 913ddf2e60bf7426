package org.ipwarehouse.warehouse.api;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why a figure is what it is.
 *
 * @param rows the contributing rows, numerator rows first
 */
public record Evidence(Passport passport, Figure figure, List<Row> rows) {
    public Evidence {
        rows = List.copyOf(rows);
    }

    /**
     * @param role {@code numerator}, {@code denominator} or {@code both}
     * @param file name, sheet and row of the original
     * @param values the columns that decided, by name, without personal data
     */
    public record Row(
            String role, String file, String sha256, String sheet, long row, SortedMap<String, String> values) {
        public Row {
            values = new TreeMap<>(values);
        }
    }
}
