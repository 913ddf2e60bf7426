package org.ipwarehouse.etl.read;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.ipwarehouse.etl.original.Original;

/** Results of the formulas of one sheet for which the file holds none; a formula that is not computed is an error (D42). */
record ComputedCells(HashMap<Long, Result> results) implements Serializable {
    static final ComputedCells NONE = new ComputedCells(new HashMap<>());

    /** @param number digits of a number, or "" */
    record Result(String number, String text, boolean percent) implements Serializable {}

    static long place(long row, int column) {
        return row * WorkbookRow.COLUMNS + column;
    }

    void put(WorkbookRow row, int column, String formula) {
        Result result = results.get(place(row.number(), column));
        if (result == null) {
            row.error(column, "=" + formula);
        } else if (result.number().isEmpty()) {
            row.formulaText(column, result.text());
        } else {
            row.number(column, result.number(), CellFormats.Shown.PLAIN);
        }
    }

    /** The results of a file's sheets, computed when first asked for. */
    static final class Source {
        Source(FileForm form, Original file) {}

        ComputedCells sheet(String name) {
            return NONE;
        }
    }

    static Map<String, ComputedCells> none() {
        return Map.of();
    }
}
