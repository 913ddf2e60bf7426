package org.ipwarehouse.reports.bulletin;

import java.util.ArrayList;
import java.util.List;

/** The columns of a table that a writer drew: as wide as drawn, numbers to the right. */
final class TemplateColumns {
    private TemplateColumns() {}

    static List<Block.Column> of(Outline.Grid grid, List<String> head, List<Block.Row> rows) {
        int whole =
                Math.max(1, grid.widths().stream().mapToInt(Integer::intValue).sum());
        List<Block.Column> columns = new ArrayList<>();
        int left = 100;
        for (int i = 0; i < head.size(); i++) {
            boolean last = i == head.size() - 1;
            int share =
                    last ? left : Math.max(1, Math.round(100f * grid.widths().get(i) / whole));
            left -= share;
            columns.add(new Block.Column(head.get(i), align(rows, i), share));
        }
        return columns;
    }

    private static Block.Align align(List<Block.Row> rows, int column) {
        boolean numbers =
                rows.stream().anyMatch(row -> row.cells().get(column).stream().anyMatch(Run::isNumber));
        return numbers ? Block.Align.RIGHT : Block.Align.LEFT;
    }
}
