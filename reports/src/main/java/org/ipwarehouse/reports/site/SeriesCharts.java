package org.ipwarehouse.reports.site;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        ChartSpec.Band band = against == Against.EXPECTED
                ? band(id, EditionFigures.upTo(Period.month(period.last()), months), line)
                : null;
        return new ChartSpec.Line(line.caption(), line.categories(), series, line.highlight(), line.fromZero(), band);
    }

    /** The series of a line with the limits of its range first, as its table shows them. */
    static List<Series> tabled(ChartSpec.Line line) {
        List<Series> series = new ArrayList<>();
        ChartSpec.Band band = line.band();
        if (band != null) {
            series.add(new Series(HIGH, Role.REFERENCE, band.high()));
            series.add(new Series(LOW, Role.REFERENCE, band.low()));
        }
        series.addAll(line.series());
        return series;
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

    /** The range of each month, a month outside it marked; null where no month has one. */
    private ChartSpec.@Nullable Band band(IndicatorId id, List<Period> months, ChartSpec.Line line) {
        Map<Period, Expected> ranges = figures.expected(id);
        if (months.stream().noneMatch(ranges::containsKey)) {
            return null;
        }
        Passport p = figures.book().passport(id);
        List<Value> shown = line.series().get(line.series().size() - 1).values();
        Set<Integer> outside = new HashSet<>();
        for (int i = 0; i < months.size(); i++) {
            Expected range = ranges.get(months.get(i));
            BigDecimal value = shown.get(i).value();
            if (range != null && value != null && range.isUnusual(value)) {
                outside.add(i);
            }
        }
        return new ChartSpec.Band(
                "预期区间", limit(p, months, ranges, Expected::low), limit(p, months, ranges, Expected::high), outside);
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
