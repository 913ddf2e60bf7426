package org.ipwarehouse.etl.read;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.ipwarehouse.etl.read.SheetTop.Merge;
import org.jspecify.annotations.Nullable;

/**
 * The merged areas of a sheet that reach over several rows: below the first, the first column of each has the text of its
 * first cell (D23). Blanks outside of them stay blank.
 *
 * @param areas first row, last row, column of each, by first row
 */
record MergedDown(int[] areas) implements Serializable {

    static MergedDown of(List<Merge> merges) {
        List<Merge> down = merges.stream()
                .filter(m -> m.lastRow() > m.firstRow() && m.firstColumn() < WorkbookRow.COLUMNS)
                .sorted(Comparator.comparingLong(Merge::firstRow))
                .toList();
        int[] areas = new int[down.size() * 3];
        for (int i = 0; i < down.size(); i++) {
            areas[i * 3] = (int) down.get(i).firstRow();
            areas[i * 3 + 1] = (int) down.get(i).lastRow();
            areas[i * 3 + 2] = down.get(i).firstColumn();
        }
        return new MergedDown(areas);
    }

    /** Rows are handed in once each, ascending. */
    Filling filling() {
        return new Filling(areas);
    }

    /** The areas that are open while rows go by. */
    static final class Filling {
        private final int[] areas;
        private int next;
        private int[] columns = new int[8];
        private int open;
        private long[] until = new long[0];
        private WorkbookRow.@Nullable Cell[] cells = new WorkbookRow.Cell[0];

        Filling(int[] areas) {
            this.areas = areas;
        }

        void row(WorkbookRow row) {
            if (open > 0 && row.hasOwn()) {
                fill(row);
            }
            while (next < areas.length && areas[next] <= row.number()) {
                // an area whose first row is not in the file has no text
                if (areas[next] == row.number()) {
                    open(row, areas[next + 2], areas[next + 1]);
                }
                next += 3;
            }
        }

        private void fill(WorkbookRow row) {
            int kept = 0;
            for (int i = 0; i < open; i++) {
                int column = columns[i];
                WorkbookRow.Cell cell = cells[column];
                if (cell != null && until[column] >= row.number()) {
                    row.fill(column, cell);
                    columns[kept++] = column;
                } else {
                    cells[column] = null;
                }
            }
            open = kept;
        }

        private void open(WorkbookRow row, int column, long last) {
            if (column >= until.length) {
                until = java.util.Arrays.copyOf(until, column + 16);
                cells = java.util.Arrays.copyOf(cells, column + 16);
            }
            if (cells[column] == null) {
                if (open == columns.length) {
                    columns = java.util.Arrays.copyOf(columns, open * 2);
                }
                columns[open++] = column;
            }
            until[column] = last;
            cells[column] = row.cell(column);
        }
    }
}
