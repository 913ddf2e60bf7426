package org.ipwarehouse.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.reports.table.DataTable;

/** The tables of charts: the same numbers for those who read tables. */
final class ChartTables {
    private ChartTables() {}

    static void requireSameLength(
            ChartSpec.Caption caption, List<ChartSpec.Category> categories, List<ChartSpec.Series> series) {
        for (ChartSpec.Series s : series) {
            if (s.values().size() != categories.size()) {
                throw new IllegalArgumentException("Chart '" + caption.title() + "': series '" + s.name() + "' has "
                        + s.values().size() + " values for " + categories.size() + " categories");
            }
        }
    }

    /** One row for each category, one column for each series. */
    static DataTable series(
            ChartSpec.Caption caption,
            String labelHeader,
            List<ChartSpec.Category> categories,
            List<ChartSpec.Series> series) {
        List<DataTable.Column> columns = new ArrayList<>(List.of(DataTable.Column.words(labelHeader)));
        series.forEach(s -> columns.add(DataTable.Column.numbers(s.name())));
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            List<Cell> cells =
                    new ArrayList<>(List.of(Cell.text(categories.get(i).name())));
            for (ChartSpec.Series s : series) {
                cells.add(s.values().get(i).cell());
            }
            rows.add(DataTable.Row.of(cells));
        }
        return captioned(caption, columns, rows);
    }

    /** One row for each series, one column for each category. */
    static DataTable matrix(
            ChartSpec.Caption caption,
            String labelHeader,
            List<ChartSpec.Category> columns,
            List<ChartSpec.Series> rows) {
        List<DataTable.Column> head = new ArrayList<>(List.of(DataTable.Column.words(labelHeader)));
        columns.forEach(c -> head.add(DataTable.Column.numbers(c.name())));
        List<DataTable.Row> body = new ArrayList<>();
        for (ChartSpec.Series row : rows) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(row.name())));
            row.values().forEach(v -> cells.add(v.cell()));
            body.add(DataTable.Row.of(cells));
        }
        return captioned(caption, head, body);
    }

    static DataTable captioned(ChartSpec.Caption caption, List<DataTable.Column> columns, List<DataTable.Row> rows) {
        return new DataTable(caption.title(), columns, rows, "单位：" + caption.unit(), caption.source(), List.of());
    }
}
