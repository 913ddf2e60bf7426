package org.ipwarehouse.warehouse.api;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why a figure is what it is.
 *
 * @param rows the contributing rows, numerator rows first
 * @param left rows of the period and region that count nowhere, each with the reason ({@link #REASON}); empty for stocks
 */
public record Evidence(Passport passport, Figure figure, List<Row> rows, List<Row> left) {
    /** Name of the value of a row in {@link #left} that says why it does not count. */
    public static final String REASON = "未计入原因";

    public Evidence {
        rows = List.copyOf(rows);
        left = List.copyOf(left);
    }

    public Evidence(Passport passport, Figure figure, List<Row> rows) {
        this(passport, figure, rows, List.of());
    }

    /**
     * @param role {@code numerator}, {@code denominator}, {@code both} or, of those left, {@code neither}
     * @param file name, sheet and row of the original
     * @param region code of the township, or "" where the row names none
     * @param values the columns that decided, by name, without personal data
     */
    public record Row(
            String role,
            String file,
            String sha256,
            String sheet,
            long row,
            String region,
            SortedMap<String, String> values) {
        public Row {
            values = new TreeMap<>(values);
        }

        /** Of no township. */
        public Row(String role, String file, String sha256, String sheet, long row, SortedMap<String, String> values) {
            this(role, file, sha256, sheet, row, "", values);
        }
    }
}
