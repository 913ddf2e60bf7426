package org.ipwarehouse.reports.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.reports.table.DataTable;

/**
 * What a change consists of: from the value before, by the change of each part, to the value now.
 *
 * @param labelHeader what the parts are: 乡镇
 * @param changes in the order shown; with the value before they add up exactly to the value now
 */
public record Waterfall(
        ChartSpec.Caption caption,
        String labelHeader,
        ChartSpec.Item before,
        List<ChartSpec.Item> changes,
        ChartSpec.Item now)
        implements ChartSpec {
    public Waterfall {
        changes = List.copyOf(changes);
        BigDecimal sum = number(before);
        for (ChartSpec.Item change : changes) {
            sum = sum.add(number(change));
        }
        if (sum.compareTo(number(now)) != 0) {
            throw new IllegalArgumentException(caption.title() + ": " + sum + " is not " + number(now));
        }
    }

    static BigDecimal number(ChartSpec.Item item) {
        return Objects.requireNonNull(item.value().value(), item.label());
    }

    /** All steps in order, first and last the two values. */
    List<ChartSpec.Item> steps() {
        List<ChartSpec.Item> steps = new ArrayList<>(List.of(before));
        steps.addAll(changes);
        steps.add(now);
        return steps;
    }

    @Override
    public DataTable toTable() {
        List<DataTable.Row> rows = steps().stream()
                .map(i ->
                        DataTable.Row.of(List.of(Cell.text(i.label()), i.value().cell())))
                .toList();
        List<DataTable.Column> columns =
                List.of(DataTable.Column.words(labelHeader), DataTable.Column.numbers(caption.unit()));
        return ChartTables.captioned(caption, columns, rows);
    }
}
