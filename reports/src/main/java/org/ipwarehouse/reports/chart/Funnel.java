package org.ipwarehouse.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.reports.table.DataTable;

/**
 * How many come how far: one bar for each stage, the first stage on top.
 *
 * @param shares of the stage before, in percent; the first is absent, as is one whose stage before is empty
 */
public record Funnel(ChartSpec.Caption caption, List<ChartSpec.Item> stages, List<ChartSpec.Value> shares)
        implements ChartSpec {
    public Funnel {
        stages = List.copyOf(stages);
        shares = List.copyOf(shares);
        if (stages.size() != shares.size()) {
            throw new IllegalArgumentException(
                    caption.title() + ": " + stages.size() + " stages with " + shares.size() + " shares");
        }
    }

    @Override
    public DataTable toTable() {
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            rows.add(DataTable.Row.of(List.of(
                    Cell.text(stages.get(i).label()),
                    stages.get(i).value().cell(),
                    shares.get(i).cell())));
        }
        List<DataTable.Column> columns = List.of(
                DataTable.Column.words("环节"),
                DataTable.Column.numbers(caption.unit()),
                DataTable.Column.numbers("占上一环节（%）"));
        return ChartTables.captioned(caption, columns, rows);
    }
}
