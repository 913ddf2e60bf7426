package org.ipwarehouse.reports.site;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ipwarehouse.reports.chart.ChartSpec;
import org.ipwarehouse.reports.chart.ChartSpec.Category;
import org.ipwarehouse.reports.chart.ChartSpec.Role;
import org.ipwarehouse.reports.chart.ChartSpec.Series;
import org.ipwarehouse.reports.chart.ChartSpec.Value;
import org.ipwarehouse.reports.chart.FigureCharts;
import org.ipwarehouse.reports.dashboard.Panel.Against;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Expected;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.jspecify.annotations.Nullable;

/** The series of an indicator with what it is held against. */
final class SeriesCharts {
    static final String LOW = "预期下限";
    static final String HIGH = "预期上限";

    private final EditionFigures figures;
    private final FigureCharts charts;

    SeriesCharts(EditionFigures figures, FigureCharts charts) {
        this.figures = figures;
        this.charts = charts;
    }

    /** Months; against the year before only where 12 months or fewer are shown, so that a line is not drawn twice. */
    ChartSpec.Line trend(IndicatorId id, Period period, int months, Against against) {
        ChartSpec.Line line = charts.trend(id, period, months);
        List<Series> series = new ArrayList<>(line.series());
        if (against != Against.YEAR_BEFORE) {
            series.removeIf(s -> s.role() == Role.REFERENCE);
        }
        if (against == Against.EXPECTED) {
            series.addAll(0, limits(id, EditionFigures.upTo(Period.month(period.last()), months)));
        }
        return new ChartSpec.Line(line.caption(), line.categories(), series, line.highlight(), line.fromZero());
    }

    /** The whole known series of an indicator in its finest periods, months with their expected range. */
    ChartSpec.Line whole(Passport p, Period period) {
        List<Period> periods = EditionFigures.series(p, period, 36);
        if (p.frequency().equals("month")) {
            return trend(p.id(), period, periods.size(), Against.EXPECTED);
        }
        List<Value> values = periods.stream()
                .map(t -> figures.book()
                        .district(p.id(), t)
                        .map(f -> Value.of(p, f))
                        .orElseGet(Value::absent))
                .toList();
        Period last = periods.get(periods.size() - 1);
        Figure now = figures.book().district(p.id(), last).orElse(null);
        ChartSpec.Caption caption =
                new ChartSpec.Caption(p.nameZh() + "（" + title(p) + "）", said(p, last, now), p.unit(), "");
        return new ChartSpec.Line(
                caption, categories(periods), List.of(new Series(p.nameZh(), Role.MAIN, values)), null, !p.isRate());
    }

    private static String title(Passport p) {
        return p.frequency().equals("quarter") ? "近12个季度" : "近5年";
    }

    private static String said(Passport p, Period period, @Nullable Figure f) {
        if (f == null || f.value() == null) {
            String why = f == null ? "缺报" : FigureText.statusLabel(f.status());
            return period.labelZh() + "没有数值（" + why + "）。";
        }
        String clause = FigureText.clause(p, f, Comparison.YOY);
        return period.labelZh() + FigureText.withUnit(p, f) + (clause.isEmpty() ? "" : "，" + clause) + "。";
    }

    /** Every third quarter is named, every year. */
    private static List<Category> categories(List<Period> periods) {
        List<Category> categories = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            Period t = periods.get(i);
            boolean named = t.kind() == Period.Kind.YEAR || i % 3 == (periods.size() - 1) % 3;
            categories.add(new Category(t.labelZh(), named ? t.labelZh().replace("年第", "年") : ""));
        }
        return categories;
    }

    /** Lower and upper limit as thin lines; none where no month has a range. */
    private List<Series> limits(IndicatorId id, List<Period> months) {
        Map<Period, Expected> ranges = figures.expected(id);
        if (months.stream().noneMatch(ranges::containsKey)) {
            return List.of();
        }
        Passport p = figures.book().passport(id);
        return List.of(
                new Series(HIGH, Role.REFERENCE, limit(p, months, ranges, Expected::high)),
                new Series(LOW, Role.REFERENCE, limit(p, months, ranges, Expected::low)));
    }

    private static List<Value> limit(
            Passport p,
            List<Period> months,
            Map<Period, Expected> ranges,
            Function<Expected, @Nullable BigDecimal> which) {
        return months.stream()
                .map(ranges::get)
                .map(range -> range == null ? null : p.round(which.apply(range)))
                .map(limit -> limit == null
                        ? new Value(null, FigureText.NONE, false, null)
                        : new Value(limit, FigureText.number(limit), false, null))
                .toList();
    }
}
