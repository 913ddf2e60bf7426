package org.ipwarehouse.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.reports.table.DataTable;

/**
 * Parts of a whole, the largest first, with the share of the whole that each and all before it make up.
 *
 * @param labelHeader what the parts are: 违法行为
 * @param cumulative percent of the whole, one for each part, never falling
 */
public record Pareto(
        ChartSpec.Caption caption, String labelHeader, List<ChartSpec.Item> items, List<ChartSpec.Value> cumulative)
        implements ChartSpec {
    public Pareto {
        items = List.copyOf(items);
        cumulative = List.copyOf(cumulative);
        if (items.size() != cumulative.size()) {
            throw new IllegalArgumentException(
                    caption.title() + ": " + items.size() + " parts with " + cumulative.size() + " shares");
        }
    }

    @Override
    public DataTable toTable() {
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            rows.add(DataTable.Row.of(List.of(
                    Cell.text(items.get(i).label()),
                    items.get(i).value().cell(),
                    cumulative.get(i).cell())));
        }
        List<DataTable.Column> columns = List.of(
                DataTable.Column.words(labelHeader),
                DataTable.Column.numbers(caption.unit()),
                DataTable.Column.numbers("累计占比（%）"));
        return ChartTables.captioned(caption, columns, rows);
    }
}
