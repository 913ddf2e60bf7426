package org.ipwarehouse.etl.read;

import java.util.List;

/**
 * The first rows of a sheet, by which it is recognised.
 *
 * @param index position of the sheet in the file
 * @param name "" for text files
 * @param hidden whether the workbook hides it
 */
public record SheetTop(int index, String name, boolean hidden, List<Line> lines) {
    /** Rows that are looked at. */
    public static final int ROWS = 40;

    public SheetTop {
        lines = List.copyOf(lines);
    }

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
