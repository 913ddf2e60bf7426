package org.ipwarehouse.warehouse.internal.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.Decomposition;
import org.ipwarehouse.warehouse.api.Decomposition.Comparison;
import org.ipwarehouse.warehouse.api.Decomposition.Part;
import org.ipwarehouse.warehouse.api.Decomposition.Reading;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/** Splits the change of a count or an amount into the changes of its parts; rates have no parts that add up. */
public final class Contributions {
    public static final String TOWNSHIP = "township";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHARE_SCALE = 4;

    private final Warehouse warehouse;
    private final AnalysisRules rules;

    public Contributions(Warehouse warehouse, AnalysisRules rules) {
        this.warehouse = warehouse;
        this.rules = rules;
    }

    /** What is asked. */
    public record Question(IndicatorId indicator, Period period, Comparison comparison, String breakdown) {
        Optional<Period> base() {
            return comparison == Comparison.YOY ? Optional.of(period.yearBefore()) : period.previous();
        }
    }

    /** Empty where one of the two periods has no value, or the indicator is a rate. */
    public Optional<Decomposition> of(Question question) {
        boolean additive = warehouse
                .indicator(question.indicator())
                .filter(passport -> !passport.isRate())
                .isPresent();
        return additive ? question.base().flatMap(base -> between(question, base)) : Optional.empty();
    }

    private Optional<Decomposition> between(Question question, Period base) {
        Optional<Figure> now = total(question.indicator(), question.period());
        Optional<Figure> before = total(question.indicator(), base);
        if (now.isEmpty() || before.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Decomposition(
                question.indicator(),
                question.period(),
                base,
                question.breakdown(),
                value(now.get()),
                value(before.get()),
                parts(question, base, new Totals(value(now.get()), value(before.get()))),
                reading(question, base, now.get(), before.get()),
                caveats(now.get(), before.get())));
    }

    private record Totals(BigDecimal now, BigDecimal before) {
        BigDecimal change() {
            return now.subtract(before);
        }
    }

    private List<Part> parts(Question question, Period base, Totals whole) {
        Map<String, BigDecimal> now = cells(question, question.period());
        Map<String, BigDecimal> before = cells(question, base);
        Map<String, String> labels = labels();
        Set<String> values = new java.util.TreeSet<>(now.keySet());
        values.addAll(before.keySet());
        Map<String, FigureStatus> unknown = unknown(question, base);
        values.removeAll(unknown.keySet());
        List<Part> parts = new ArrayList<>();
        BigDecimal restNow = whole.now();
        BigDecimal restBefore = whole.before();
        for (String value : values) {
            Totals part =
                    new Totals(now.getOrDefault(value, BigDecimal.ZERO), before.getOrDefault(value, BigDecimal.ZERO));
            parts.add(part(value, labels.getOrDefault(value, value), part, whole));
            restNow = restNow.subtract(part.now());
            restBefore = restBefore.subtract(part.before());
        }
        if (restNow.signum() != 0 || restBefore.signum() != 0) {
            parts.add(part("", rest(unknown), new Totals(restNow, restBefore), whole));
        }
        parts.sort(Comparator.comparing((Part part) -> part.change().abs())
                .reversed()
                .thenComparing(Part::value));
        return parts;
    }

    private static String rest(Map<String, FigureStatus> unknown) {
        if (unknown.isEmpty()) {
            return "未分到各部分或重复计入";
        }
        return unknown.containsValue(FigureStatus.SUPPRESSED) ? "其余（含不公布的）" : "其余（含无数值的）";
    }

    private static Part part(String value, String label, Totals part, Totals whole) {
        @Nullable
        BigDecimal share = whole.change().signum() == 0
                ? null
                : part.change().multiply(HUNDRED).divide(whole.change(), SHARE_SCALE, RoundingMode.HALF_UP);
        return new Part(value, label, part.now(), part.before(), share);
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        warehouse.regions().forEach(region -> labels.put(region.code().value(), region.nameZh()));
        return labels;
    }

    private Map<String, BigDecimal> cells(Question question, Period period) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        stored(question, period)
                .filter(figure -> figure.value() != null)
                .forEach(figure -> cells.put(name(question, figure), value(figure)));
        return cells;
    }

    /** Parts of which one side is not known, hidden ones above all: not known is not 0, so that they have no change. */
    private Map<String, FigureStatus> unknown(Question question, Period base) {
        Map<String, FigureStatus> unknown = new LinkedHashMap<>();
        Stream.of(question.period(), base)
                .flatMap(period -> stored(question, period))
                .filter(figure -> figure.value() == null)
                .forEach(figure -> unknown.put(name(question, figure), figure.status()));
        return unknown;
    }

    private Stream<Figure> stored(Question question, Period period) {
        boolean byTownship = question.breakdown().equals(TOWNSHIP);
        Set<RegionCode> regions = byTownship ? Set.of() : Set.of(district());
        String dimension = byTownship ? "" : question.breakdown();
        return warehouse
                .figures(new FigureQuery(Set.of(question.indicator()), List.of(period), regions, dimension))
                .stream()
                .filter(figure -> !byTownship || figure.region().isTownship());
    }

    private static String name(Question question, Figure figure) {
        return question.breakdown().equals(TOWNSHIP) ? figure.region().value() : figure.dimensionValue();
    }

    private RegionCode district() {
        return warehouse.regions().get(0).code();
    }

    private Optional<Figure> total(IndicatorId indicator, Period period) {
        return warehouse.figures(new FigureQuery(Set.of(indicator), List.of(period), Set.of(district()), "")).stream()
                .filter(figure -> figure.value() != null)
                .findFirst();
    }

    private static BigDecimal value(Figure figure) {
        return java.util.Objects.requireNonNull(figure.value());
    }

    /** Amounts and stocks are not counts of cases: chance cannot be judged for them. */
    private Reading reading(Question question, Period base, Figure now, Figure before) {
        boolean counts = warehouse
                .indicator(question.indicator())
                .filter(passport -> passport.kind() == org.ipwarehouse.warehouse.api.Passport.Kind.COUNT)
                .isPresent();
        if (!counts) {
            return new Reading("不是件数，不判断是发案还是力度。", Decomposition.Certainty.NONE);
        }
        List<Pressure.Against> againsts = new ArrayList<>();
        for (AnalysisRules.Against against : rules.of(question.indicator())) {
            if (against.kind() != AnalysisRules.Kind.EXPOSURE) {
                against(against, question.period(), base).ifPresent(againsts::add);
            }
        }
        return Pressure.of(pair(value(now), value(before)), againsts);
    }

    private Optional<Pressure.Against> against(AnalysisRules.Against against, Period period, Period base) {
        Optional<BigDecimal> now = total(against.other(), period).flatMap(figure -> part(against, figure));
        Optional<BigDecimal> before = total(against.other(), base).flatMap(figure -> part(against, figure));
        if (now.isEmpty() || before.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Pressure.Against(
                against.titleZh(), against.kind() == AnalysisRules.Kind.DEMAND, pair(now.get(), before.get())));
    }

    private static Optional<BigDecimal> part(AnalysisRules.Against against, Figure figure) {
        return Optional.ofNullable(against.isDenominator() ? figure.denominator() : figure.value());
    }

    private static Pressure.Pair pair(BigDecimal now, BigDecimal before) {
        return new Pressure.Pair(now.doubleValue(), before.doubleValue());
    }

    private List<String> caveats(Figure now, Figure before) {
        List<String> caveats = new ArrayList<>();
        if (now.definition() != before.definition()) {
            caveats.add("口径已变：本期第" + now.definition() + "版，对比期第" + before.definition() + "版。");
        }
        if (now.status() != FigureStatus.OK || before.status() != FigureStatus.OK) {
            caveats.add("本期或对比期的数不完整、暂定或只供参考。");
        }
        if (value(before).compareTo(rules.smallBase()) < 0) {
            caveats.add("对比期基数小，用件数，不用百分比。");
        }
        return caveats;
    }
}
