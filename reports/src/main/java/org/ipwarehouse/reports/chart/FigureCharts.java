package org.ipwarehouse.reports.chart;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.chart.ChartSpec.Category;
import org.ipwarehouse.reports.chart.ChartSpec.Role;
import org.ipwarehouse.reports.chart.ChartSpec.Series;
import org.ipwarehouse.reports.chart.ChartSpec.Value;
import org.ipwarehouse.reports.figure.FigureBook;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;

/** The usual charts of an indicator, the same for page and bulletin, each with a sentence that its own numbers carry. */
public final class FigureCharts {
    /** More parts than this cannot be told apart: the smallest become one, 其他. */
    private static final int MOST_PARTS = 6;

    private final FigureBook book;
    private final Labels labels;

    public FigureCharts(FigureBook book, Labels labels) {
        this.book = book;
        this.labels = labels;
    }

    /**
     * Months up to the end of a period against the same months a year before; the period's own months are marked.
     *
     * @param months how many, at least as many as the period has
     */
    public ChartSpec.Line trend(IndicatorId indicator, Period period, int months) {
        Passport p = book.passport(indicator);
        List<YearMonth> shown = monthsUpTo(period.last(), months);
        List<Series> series = new ArrayList<>();
        Series main = series(p, months <= 12 ? "本期" : p.nameZh(), Role.MAIN, shown);
        if (months <= 12) {
            List<YearMonth> before = shown.stream().map(m -> m.minusYears(1)).toList();
            series.add(series(p, "上年同期", Role.REFERENCE, before));
        }
        series.add(main);
        int inPeriod = Math.min(period.months().size(), months);
        ChartSpec.Span span = new ChartSpec.Span(months - inPeriod, months - 1);
        String title = p.nameZh() + "（近" + months + "个月）";
        Figure last = book.district(indicator, Period.month(period.last())).orElse(null);
        String finding = Findings.trend(p, last, Period.month(period.last()), main, categories(shown));
        return new ChartSpec.Line(caption(p, title, finding), categories(shown), series, span, !p.isRate());
    }

    /** The townships in order of their values; townships without a value and the unknown township last. */
    public ChartSpec.Bar ranking(IndicatorId indicator, Period period) {
        Passport p = book.passport(indicator);
        List<ChartSpec.Item> items = new ArrayList<>();
        for (Warehouse.Region township : book.townships()) {
            Value value = value(p, period, township.code());
            boolean unknown = township.code().isUnknownTownship();
            if (!unknown || value.isPositive()) {
                items.add(new ChartSpec.Item(township.nameZh(), value, unknown));
            }
        }
        items.sort(Comparator.comparing(ChartSpec.Item::quiet)
                .thenComparing(i -> i.value().value(), Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder())));
        String finding =
                Findings.ranking(p, items, book.district(indicator, period).orElse(null));
        return new ChartSpec.Bar(caption(p, period.labelZh() + "各乡镇" + p.nameZh(), finding), "乡镇", items);
    }

    /** The parts of an indicator by one dimension in the periods up to this one. */
    public ChartSpec.Stacked structure(IndicatorId indicator, String dimension, List<Period> periods) {
        Passport p = book.passport(indicator);
        List<Figure> parts = book.breakdown(indicator, dimension);
        Period last = periods.get(periods.size() - 1);
        List<Series> series = new ArrayList<>();
        List<String> names = partsBySize(parts, periods);
        boolean all = names.size() <= MOST_PARTS;
        for (String name : all ? names : names.subList(0, MOST_PARTS - 1)) {
            List<Value> values =
                    periods.stream().map(t -> part(p, parts, name, t)).toList();
            series.add(new Series(labels.value(dimension, name), Role.MAIN, values));
        }
        if (!all) {
            Set<String> rest = Set.copyOf(names.subList(MOST_PARTS - 1, names.size()));
            series.add(new Series(
                    "其他",
                    Role.MAIN,
                    periods.stream().map(t -> rest(p, parts, rest, t)).toList()));
        }
        List<Category> categories = labelled(periods);
        String finding = Findings.structure(
                p, last, series, book.district(indicator, last).orElse(null));
        String title = p.nameZh() + "按" + labels.dimension(dimension) + "分";
        return new ChartSpec.Stacked(caption(p, title, finding), categories, series);
    }

    /** Townships × months. */
    public ChartSpec.Heat matrix(IndicatorId indicator, Period period, int months) {
        Passport p = book.passport(indicator);
        List<YearMonth> shown = monthsUpTo(period.last(), months);
        List<Series> rows = new ArrayList<>();
        for (Warehouse.Region township : book.townships()) {
            List<Value> values = shown.stream()
                    .map(m -> value(p, Period.month(m), township.code()))
                    .toList();
            rows.add(new Series(township.nameZh(), Role.MAIN, values));
        }
        List<Category> columns = everyMonth(shown);
        String title = "各乡镇" + p.nameZh() + "（近" + months + "个月）";
        return new ChartSpec.Heat(caption(p, title, Findings.matrix(p, rows, columns)), "乡镇", columns, rows);
    }

    /** The shape of the last months, beside a number. */
    public ChartSpec.Spark spark(IndicatorId indicator, Period period, int months) {
        Passport p = book.passport(indicator);
        List<YearMonth> shown = monthsUpTo(period.last(), months);
        Series series = series(p, p.nameZh(), Role.MAIN, shown);
        String title = p.nameZh() + "近" + months + "个月走势";
        String finding = Findings.range(p, series, categories(shown));
        return new ChartSpec.Spark(caption(p, title, finding), categories(shown), series.values());
    }

    private ChartSpec.Caption caption(Passport p, String title, String finding) {
        String sources =
                p.sources().stream().map(s -> labels.value("source", s)).collect(Collectors.joining("、"));
        return new ChartSpec.Caption(title, finding, p.unit(), sources);
    }

    private static List<YearMonth> monthsUpTo(YearMonth last, int months) {
        List<YearMonth> shown = new ArrayList<>();
        for (int back = months - 1; back >= 0; back--) {
            shown.add(last.minusMonths(back));
        }
        return shown;
    }

    /** A label each quarter, each half-year in long series; January and the first carry their year. */
    private static List<Category> categories(List<YearMonth> months) {
        int step = months.size() <= 12 ? 3 : 6;
        List<Category> categories = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            YearMonth m = months.get(i);
            boolean labelled = m.getMonthValue() % step == 1;
            boolean withYear = m.getMonthValue() == 1 || i == 0;
            categories.add(new Category(Period.month(m).labelZh(), labelled ? tick(m, withYear) : ""));
        }
        return categories;
    }

    /** A label for each month; January carries its year, short enough for a column. */
    private static List<Category> everyMonth(List<YearMonth> months) {
        return months.stream()
                .map(m -> new Category(
                        Period.month(m).labelZh(),
                        m.getMonthValue() == 1 ? tick(m, true).substring(2) : tick(m, false)))
                .toList();
    }

    private static String tick(YearMonth month, boolean withYear) {
        return (withYear ? month.getYear() + "年" : "") + month.getMonthValue() + "月";
    }

    /** The year stands with the first label and wherever it changes. */
    private static List<Category> labelled(List<Period> periods) {
        List<Category> categories = new ArrayList<>();
        int year = 0;
        for (Period t : periods) {
            String label = t.labelZh().replace("年第", "年");
            boolean sameYear = t.first().getYear() == year && label.indexOf('年') + 1 < label.length();
            categories.add(new Category(t.labelZh(), sameYear ? label.substring(label.indexOf('年') + 1) : label));
            year = t.first().getYear();
        }
        return categories;
    }

    private Series series(Passport p, String name, Role role, List<YearMonth> months) {
        List<Value> values = months.stream()
                .map(m -> value(p, Period.month(m), book.district()))
                .toList();
        return new Series(name, role, values);
    }

    private Value value(Passport p, Period period, RegionCode region) {
        return book.total(p.id(), period, region).map(f -> Value.of(p, f)).orElseGet(Value::absent);
    }

    private static List<String> partsBySize(List<Figure> parts, List<Period> periods) {
        Map<String, BigDecimal> sizes = new TreeMap<>();
        for (Figure f : parts) {
            if (f.value() != null && periods.contains(f.period())) {
                sizes.merge(f.dimensionValue(), f.value(), BigDecimal::add);
            }
        }
        return sizes.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Value rest(Passport p, List<Figure> parts, Set<String> names, Period period) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Figure f : parts) {
            if (f.value() != null && f.period().equals(period) && names.contains(f.dimensionValue())) {
                sum = sum.add(f.value());
            }
        }
        return new Value(sum, FigureText.value(p, sum), false, null);
    }

    /** A part that does not occur in a period whose total is known is 0: cells that do not occur are not stored. */
    private Value part(Passport p, List<Figure> parts, String part, Period period) {
        for (Figure f : parts) {
            if (f.period().equals(period) && f.dimensionValue().equals(part)) {
                return Value.of(p, f);
            }
        }
        boolean known =
                book.district(p.id(), period).map(f -> f.value() != null).orElse(false);
        return known ? new Value(BigDecimal.ZERO, "0", false, null) : Value.absent();
    }
}
