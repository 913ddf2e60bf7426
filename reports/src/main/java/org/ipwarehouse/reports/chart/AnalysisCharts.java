package org.ipwarehouse.reports.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.chart.ChartSpec.Category;
import org.ipwarehouse.reports.chart.ChartSpec.Item;
import org.ipwarehouse.reports.chart.ChartSpec.Role;
import org.ipwarehouse.reports.chart.ChartSpec.Series;
import org.ipwarehouse.reports.chart.ChartSpec.Value;
import org.ipwarehouse.reports.figure.FigureBook;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.warehouse.api.Decomposition;
import org.ipwarehouse.warehouse.api.Expected;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.Warehouse.Region;

/**
 * Charts that answer a question: is it unusual, what makes up most of it, what changed it, how far do cases come. They
 * ask the warehouse for its analyses and compute nothing but shares of what they show.
 */
public final class AnalysisCharts {
    /** More steps than this are not read: the smallest become one. */
    private static final int MOST_STEPS = 8;

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Warehouse warehouse;
    private final FigureBook book;
    private final Labels labels;

    public AnalysisCharts(Warehouse warehouse, FigureBook book, Labels labels) {
        this.warehouse = warehouse;
        this.book = book;
        this.labels = labels;
    }

    /** Months up to the end of a period with the range that each was to be expected in; outside it a diamond. */
    public ChartSpec.Line expectedRange(IndicatorId indicator, Period period, int months) {
        Passport p = book.passport(indicator);
        Map<Period, Expected> ranges = new HashMap<>();
        warehouse.expected(indicator, book.district()).forEach(e -> ranges.put(e.period(), e));
        List<Period> shown = months(period.last(), months);
        List<Value> values = new ArrayList<>();
        List<Value> low = new ArrayList<>();
        List<Value> high = new ArrayList<>();
        Set<Integer> outside = new HashSet<>();
        for (int i = 0; i < shown.size(); i++) {
            Optional<Figure> figure = book.district(indicator, shown.get(i));
            values.add(figure.map(f -> Value.of(p, f)).orElseGet(Value::absent));
            Optional<Expected> range =
                    Optional.ofNullable(ranges.get(shown.get(i))).filter(e -> e.method() != Expected.Method.TOO_SHORT);
            low.add(range.map(e -> limit(p, e.low())).orElseGet(Value::absent));
            high.add(range.map(e -> limit(p, e.high())).orElseGet(Value::absent));
            BigDecimal value = values.get(i).value();
            if (value != null && range.map(e -> e.isUnusual(value)).orElse(false)) {
                outside.add(i);
            }
        }
        ChartSpec.Band band = new ChartSpec.Band("预期区间", low, high, outside);
        Series series = new Series(p.nameZh(), Role.MAIN, values);
        String finding = AnalysisFindings.range(p, categories(shown), series, band);
        return new ChartSpec.Line(
                caption(p, p.nameZh() + "与预期区间（近" + months + "个月）", finding),
                categories(shown),
                List.of(series),
                null,
                !p.isRate(),
                band);
    }

    /** The parts of a count or an amount in a period, the largest first, and how few make up most of it. */
    public Pareto pareto(IndicatorId indicator, String dimension, Period period) {
        Passport p = book.passport(indicator);
        List<Figure> parts = book.breakdown(indicator, dimension).stream()
                .filter(f -> f.period().equals(period)
                        && f.value() != null
                        && f.value().signum() > 0)
                .sorted(Comparator.comparing(Figure::value, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                        .thenComparing(Figure::dimensionValue))
                .toList();
        List<Item> items = parts.stream()
                .map(f -> new Item(labels.value(dimension, f.dimensionValue()), Value.of(p, f), false))
                .toList();
        List<Value> cumulative = cumulative(parts, whole(indicator, period, parts));
        String finding = AnalysisFindings.pareto(p, period, items, cumulative);
        String title = period.labelZh() + p.nameZh() + "按" + labels.dimension(dimension) + "的集中程度";
        return new Pareto(caption(p, title, finding), labels.dimension(dimension), items, cumulative);
    }

    /** The total, where parts are left out of it; of rows that count in several parts the sum is more. */
    private BigDecimal whole(IndicatorId indicator, Period period, List<Figure> parts) {
        BigDecimal sum = sum(parts.stream().map(Figure::value).toList());
        return book.district(indicator, period).map(Figure::value).map(sum::max).orElse(sum);
    }

    private static List<Value> cumulative(List<Figure> parts, BigDecimal whole) {
        List<Value> shares = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Figure part : parts) {
            sum = sum.add(part.value() == null ? BigDecimal.ZERO : part.value());
            shares.add(percent(sum, whole));
        }
        return shares;
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Percent with one decimal; absent where there is nothing to be a share of. */
    static Value percent(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return new Value(null, FigureText.NONE, false, null);
        }
        BigDecimal share = part.multiply(HUNDRED).divide(whole, 9, RoundingMode.HALF_UP);
        return new Value(share, FigureText.number(share.setScale(1, RoundingMode.HALF_UP)), false, null);
    }

    /**
     * What a change consists of.
     *
     * @param breakdown {@code township} or a dimension of the passport
     * @return empty where one of the two periods has no value, or the indicator is a rate
     */
    public Optional<Waterfall> contributions(
            IndicatorId indicator, Period period, Decomposition.Comparison comparison, String breakdown) {
        return warehouse
                .explain(indicator, period, comparison, breakdown)
                // nothing is said where no part is known
                .filter(d -> d.parts().stream().anyMatch(part -> !part.value().isEmpty()))
                .map(this::named)
                .map(d -> waterfall(book.passport(indicator), d));
    }

    /** The parts of a dimension by the names that readers know; townships have theirs. */
    private Decomposition named(Decomposition d) {
        if (d.breakdown().equals("township")) {
            return d;
        }
        List<Decomposition.Part> parts = d.parts().stream()
                .map(part -> {
                    String label = labels.value(d.breakdown(), part.value());
                    return new Decomposition.Part(
                            part.value(),
                            label.equals(part.value()) ? part.labelZh() : label,
                            part.now(),
                            part.before(),
                            part.share());
                })
                .toList();
        return new Decomposition(
                d.indicator(),
                d.period(),
                d.base(),
                d.breakdown(),
                d.now(),
                d.before(),
                parts,
                d.reading(),
                d.caveats());
    }

    private Waterfall waterfall(Passport p, Decomposition d) {
        List<Item> changes = new ArrayList<>();
        BigDecimal rest = BigDecimal.ZERO;
        List<Decomposition.Part> moved =
                d.parts().stream().filter(part -> part.change().signum() != 0).toList();
        for (int i = 0; i < moved.size(); i++) {
            BigDecimal change = moved.get(i).change();
            if (i < MOST_STEPS || moved.size() == MOST_STEPS + 1) {
                changes.add(new Item(moved.get(i).labelZh(), signed(p, change), false));
            } else {
                rest = rest.add(change);
            }
        }
        if (changes.size() < moved.size()) {
            changes.add(new Item("其余" + (moved.size() - changes.size()) + "项", signed(p, rest), false));
        }
        String breakdown = labels.dimension(d.breakdown());
        String title = d.period().labelZh() + p.nameZh() + "变化的构成（按" + breakdown + "）";
        return new Waterfall(
                caption(p, title, AnalysisFindings.contributions(p, d)),
                breakdown,
                new Item(d.base().labelZh(), limit(p, d.before()), false),
                changes,
                new Item(d.period().labelZh(), limit(p, d.now()), false));
    }

    private static Value signed(Passport p, BigDecimal change) {
        String text = FigureText.value(p, change);
        return new Value(change, change.signum() > 0 ? "+" + text : text, false, null);
    }

    /**
     * Figures in the order in which one leads to the next. They are counted by the day each happened: the figures of a
     * stage are not the same cases as those of the stage before.
     *
     * @param indicators counts of one unit
     */
    public Funnel funnel(String title, List<IndicatorId> indicators, Period period) {
        List<Item> stages = indicators.stream()
                .map(id -> new Item(
                        book.passport(id).nameZh(),
                        book.district(id, period)
                                .map(f -> Value.of(book.passport(id), f))
                                .orElseGet(Value::absent),
                        false))
                .toList();
        Passport first = book.passport(indicators.get(0));
        return funnel(caption(first, period.labelZh() + title, ""), stages);
    }

    /** The cases of a period that belong on the platform for transfers, and how far they have come. Empty: none held. */
    public Optional<Funnel> transfers(Period period) {
        List<Warehouse.FunnelStage> stages = warehouse.transferFunnel(period);
        if (stages.isEmpty()) {
            return Optional.empty();
        }
        List<Item> items = stages.stream()
                .map(s -> new Item(
                        s.labelZh(),
                        new Value(
                                BigDecimal.valueOf(s.cases()),
                                FigureText.number(BigDecimal.valueOf(s.cases())),
                                false,
                                null),
                        false))
                .toList();
        String title = period.labelZh() + "应进入行刑衔接平台案件的进展";
        return Optional.of(funnel(new ChartSpec.Caption(title, "", "件", "行政案件台账、行刑衔接台账"), items));
    }

    private static Funnel funnel(ChartSpec.Caption caption, List<Item> stages) {
        List<Value> shares = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            BigDecimal now = stages.get(i).value().value();
            BigDecimal before = i == 0 ? null : stages.get(i - 1).value().value();
            shares.add(
                    now == null || before == null
                            ? new Value(null, FigureText.NONE, false, null)
                            : percent(now, before));
        }
        String finding = AnalysisFindings.funnel(caption.unit(), stages, shares);
        return new Funnel(
                new ChartSpec.Caption(caption.title(), finding, caption.unit(), caption.source()), stages, shares);
    }

    /** Each township's months on one scale; the unknown township only where it has any. */
    public SmallMultiples townships(IndicatorId indicator, Period period, int months) {
        Passport p = book.passport(indicator);
        List<Period> shown = months(period.last(), months);
        List<Series> panels = new ArrayList<>();
        for (Region township : book.townships()) {
            List<Value> values = shown.stream()
                    .map(m -> book.total(indicator, m, township.code())
                            .map(f -> Value.of(p, f))
                            .orElseGet(Value::absent))
                    .toList();
            if (!township.code().isUnknownTownship()) {
                panels.add(new Series(township.nameZh(), Role.MAIN, values));
            }
        }
        String finding = Findings.matrix(p, panels, categories(shown));
        String title = "各乡镇" + p.nameZh() + "（近" + months + "个月，同一刻度）";
        return new SmallMultiples(caption(p, title, finding), "乡镇", categories(shown), panels);
    }

    private static Value limit(Passport p, @org.jspecify.annotations.Nullable BigDecimal value) {
        return new Value(value, FigureText.value(p, value), false, null);
    }

    private static List<Period> months(YearMonth last, int count) {
        List<Period> months = new ArrayList<>();
        for (int back = count - 1; back >= 0; back--) {
            months.add(Period.month(last.minusMonths(back)));
        }
        return months;
    }

    /** A label each quarter, each half-year in long series, and the last; January and the first label carry their year. */
    private static List<Category> categories(List<Period> months) {
        int step = months.size() <= 12 ? 3 : 6;
        List<Category> categories = new ArrayList<>();
        boolean first = true;
        for (int i = 0; i < months.size(); i++) {
            YearMonth m = months.get(i).first();
            boolean last = i == months.size() - 1;
            boolean labelled = last || (m.getMonthValue() % step == 1 && i < months.size() - 2);
            String year = first || m.getMonthValue() == 1 ? m.getYear() + "年" : "";
            categories.add(new Category(months.get(i).labelZh(), labelled ? year + m.getMonthValue() + "月" : ""));
            first &= !labelled;
        }
        return categories;
    }

    private ChartSpec.Caption caption(Passport p, String title, String finding) {
        String sources =
                p.sources().stream().map(s -> labels.value("source", s)).collect(Collectors.joining("、"));
        return new ChartSpec.Caption(title, finding, p.unit(), sources);
    }
}
