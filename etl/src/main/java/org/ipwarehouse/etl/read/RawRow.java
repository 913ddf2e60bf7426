package org.ipwarehouse.etl.read;

import org.ipwarehouse.warehouse.api.Origin;

/**
 * One data row as it stands in the file, before anyone judged it. An instance may be reused for the next row: keep
 * texts, not rows.
 */
public interface RawRow {

    /** What the file itself says a cell is. Text files have only TEXT and EMPTY. */
    enum CellKind {
        /** Nothing, or only blanks. */
        EMPTY,
        TEXT,
        /** A number of a workbook; {@link #text} is its exact stored form (45356, 0.95, 9.16405E+17). */
        NUMBER,
        /** A number of a workbook that is formatted as a date; {@link #text} is ISO (2024-03-05 or 2024-03-05T10:30:00). */
        DATE,
        BOOLEAN,
        /** #REF!, #N/A and the like. */
        ERROR
    }

    /** Number of columns of the header; missing cells at the end are EMPTY. */
    int width();

    CellKind kind(int column);

    /** True for a NUMBER that the workbook shows as a percentage: {@link #text} 0.95 reads 95 % (D44). */
    default boolean isPercent(int column) {
        return false;
    }

    /** The cell as sent, untrimmed; "" if EMPTY. */
    String text(int column);

    Origin origin();

    /** True for a row that the sheet hides (by hand or by a filter): it is data all the same, and marked (D25). */
    default boolean isHidden() {
        return false;
    }

    /** True where the cell's text comes from a merged area that begins above this row (D23). */
    default boolean isMerged(int column) {
        return false;
    }
}
