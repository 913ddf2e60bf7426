package org.ipwarehouse.etl.read;

import java.io.IOException;
import org.ipwarehouse.etl.read.CellFormats.Shown;
import org.ipwarehouse.etl.read.SheetTop.Merge;

/** Where a workbook's reader puts rows: sheet by sheet, for each row begin, its cells, end. */
abstract class RowFeed {
    private final WorkbookRow row;

    RowFeed(WorkbookRow row) {
        this.row = row;
    }

    final WorkbookRow row() {
        return row;
    }

    abstract void sheet(int index) throws IOException;

    /**
     * @return whether the row's texts are wanted; where not, {@link #seen} and {@link #formula} are still told
     * @param number counted from 1
     */
    abstract boolean begin(long number, boolean hidden) throws IOException;

    abstract void end() throws IOException;

    /** A cell with content in a row whose texts are not wanted. */
    void seen() {}

    /** A formula of which the file holds no result. */
    abstract void formula(int column, String formula, Shown shown);

    void merged(Merge area) throws IOException {}
}
