package org.ipwarehouse.etl.read;

import java.io.Serializable;
import java.util.List;

/**
 * The first rows of a sheet, by which it is recognised.
 *
 * @param index position of the sheet in the file
 * @param name "" for text files
 * @param hidden whether the workbook hides it
 * @param merges merged areas that touch these rows
 */
public record SheetTop(int index, String name, boolean hidden, List<Line> lines, List<Merge> merges) {
    /** Rows that are looked at: a header of three rows may begin at row 40. */
    public static final int ROWS = 43;

    public SheetTop {
        lines = List.copyOf(lines);
        merges = List.copyOf(merges);
    }

    /** A sheet of a form that knows no merged cells. */
    public SheetTop(int index, String name, boolean hidden, List<Line> lines) {
        this(index, name, hidden, lines, List.of());
    }

    /** A merged area: rows counted from 1, columns from 0, both ends within. The value stands in its first cell. */
    public record Merge(long firstRow, long lastRow, int firstColumn, int lastColumn) implements Serializable {}

    /**
     * @param number of the row in the sheet, counted from 1
     * @param cells texts, "" where empty
     */
    public record Line(long number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }
}
