package org.ipwarehouse.reports.site;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.reports.chart.ChartSpec;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.site.Page.GridCell;
import org.ipwarehouse.reports.site.Page.GridColumn;
import org.ipwarehouse.reports.site.Page.GridRow;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;

/** The table of a chart over time: one row a period, one column a series, every number with its address. */
final class SeriesGrid {
    private final English english;
    private final String group;

    /** @param group of the English names of the series */
    SeriesGrid(English english, String group) {
        this.english = english;
        this.group = group;
    }

    Page.Grid of(ChartSpec.Caption caption, IndicatorId id, List<Period> periods, List<ChartSpec.Series> series) {
        List<GridColumn> columns = new ArrayList<>();
        columns.add(new GridColumn(english.both("series", "期间"), "", "", false));
        series.forEach(s -> columns.add(new GridColumn(name(s.name(), id), "", "", true)));
        List<GridRow> rows = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            Period t = periods.get(i);
            List<GridCell> cells = new ArrayList<>();
            for (ChartSpec.Series s : series) {
                cells.add(cell(s.values().get(i), s.name(), id, t));
            }
            rows.add(new GridRow(false, "", new Bilingual(t.labelZh(), EnglishFindings.period(t)), cells));
        }
        return new Page.Grid(caption.title(), caption.unit(), columns, rows);
    }

    private Bilingual name(String zh, IndicatorId id) {
        String en = english.of(group, english.of("series", zh));
        return new Bilingual(zh, en.equals(zh) && group.equals("series") ? id.code() : en);
    }

    private static GridCell cell(ChartSpec.Value value, String series, IndicatorId id, Period t) {
        String sort = value.value() == null ? "" : value.value().toPlainString();
        FigureRef ref = value.figure();
        if (ref != null) {
            return new GridCell(value.text(), sort, "figure", ref.toString(), "value");
        }
        if (value.value() == null) {
            return new GridCell(value.text(), "", "", "", "");
        }
        return switch (series) {
            case SeriesCharts.LOW -> new GridCell(value.text(), sort, "expected", id + "|" + t, "low");
            case SeriesCharts.HIGH -> new GridCell(value.text(), sort, "expected", id + "|" + t, "high");
            default -> new GridCell(value.text(), sort, "part", id + "|" + t, series);
        };
    }
}
