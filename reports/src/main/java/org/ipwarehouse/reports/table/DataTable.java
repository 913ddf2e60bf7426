package org.ipwarehouse.reports.table;

import java.util.List;

/**
 * A table as page and bulletin show it.
 *
 * @param title without number: 主要指标
 * @param columns one for each cell of a row
 * @param rows in the order shown
 * @param unitNote stands right above the table: 单位：件、万元; "" where columns say it
 * @param sourceNote where the figures come from; "" where nothing is to say
 * @param notes footnotes below the table
 */
public record DataTable(
        String title, List<Column> columns, List<Row> rows, String unitNote, String sourceNote, List<String> notes) {

    /** How the cells of a column stand. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** What a row is. */
    public enum Kind {
        BODY,
        /** A total: shown bold. */
        TOTAL
    }

    /** @param unit shown under or beside the header; "" where the same unit holds for the table */
    public record Column(String header, Align align, String unit) {
        public static Column words(String header) {
            return new Column(header, Align.LEFT, "");
        }

        public static Column numbers(String header) {
            return new Column(header, Align.RIGHT, "");
        }
    }

    /** One line of the table. */
    public record Row(Kind kind, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(List<Cell> cells) {
            return new Row(Kind.BODY, cells);
        }

        public static Row total(List<Cell> cells) {
            return new Row(Kind.TOTAL, cells);
        }
    }

    public DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("Table '" + title + "' has " + columns.size()
                        + " columns, a row has " + row.cells().size() + " cells: " + row);
            }
        }
    }

    /** A table whose title, unit and source stand elsewhere. */
    public static DataTable of(String title, List<Column> columns, List<Row> rows) {
        return new DataTable(title, columns, rows, "", "", List.of());
    }
}
