package org.ipwarehouse.reports.chart;

import java.util.List;
import org.ipwarehouse.reports.table.DataTable;

/**
 * The same line for many places, side by side on one scale, so that shapes and levels can be compared.
 *
 * @param panels one for each place, in the order shown
 */
public record SmallMultiples(
        ChartSpec.Caption caption,
        String labelHeader,
        List<ChartSpec.Category> categories,
        List<ChartSpec.Series> panels)
        implements ChartSpec {
    public SmallMultiples {
        categories = List.copyOf(categories);
        panels = List.copyOf(panels);
        ChartTables.requireSameLength(caption, categories, panels);
    }

    @Override
    public DataTable toTable() {
        return ChartTables.matrix(caption, labelHeader, categories, panels);
    }
}
