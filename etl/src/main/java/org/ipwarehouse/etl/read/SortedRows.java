package org.ipwarehouse.etl.read;

import java.util.Collection;
import java.util.TreeMap;

/** The rows of a sheet that come in no order, or in pieces: some programs write cells as they were set. */
final class SortedRows {
    /** Cells that are held at once; a report in no order is a small one. */
    private static final long MOST = 4_000_000;

    private final TreeMap<Long, WorkbookRow> rows = new TreeMap<>();
    private final String sheet;
    private final boolean date1904;
    private long cells;

    SortedRows(String sheet, boolean date1904) {
        this.sheet = sheet;
        this.date1904 = date1904;
    }

    void add(WorkbookRow row) throws UnreadableFile {
        cells += row.cells() + 1L;
        if (cells > MOST) {
            throw new UnreadableFile(FileForm.DAMAGED, "The rows of a large sheet are in no order");
        }
        WorkbookRow kept = rows.computeIfAbsent(row.number(), number -> {
            WorkbookRow made = new WorkbookRow(date1904);
            made.sheet(sheet);
            made.begin(number, false);
            return made;
        });
        kept.addAll(row);
    }

    Collection<WorkbookRow> inOrder() {
        return rows.values();
    }
}
