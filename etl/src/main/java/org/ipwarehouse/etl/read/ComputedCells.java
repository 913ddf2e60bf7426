package org.ipwarehouse.etl.read;

import java.io.Serializable;
import java.util.HashMap;
import org.ipwarehouse.etl.read.CellFormats.Shown;

/** Results of the formulas of one sheet for which the file holds none; a formula that is not computed is an error (D42). */
record ComputedCells(HashMap<Long, Result> results) implements Serializable {
    static final ComputedCells NONE = new ComputedCells(new HashMap<>());

    /**
     * @param number digits of a number, or ""
     * @param text where it is no number
     */
    record Result(String number, String text) implements Serializable {}

    static long place(long row, int column) {
        return row * WorkbookRow.COLUMNS + column;
    }

    void put(WorkbookRow row, int column, String formula, Shown shown) {
        Result result = results.get(place(row.number(), column));
        if (result == null) {
            row.error(column, "=" + formula);
        } else if (result.number().isEmpty()) {
            row.formulaText(column, result.text());
        } else {
            row.number(column, result.number(), shown);
        }
    }
}
