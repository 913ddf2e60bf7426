package org.ipwarehouse.warehouse.internal.indicator;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.session.Profile;

/** Makes all figures of a set of definitions from the facts. */
public final class Indicators {
    /** The order in which figures are stored and handed out. */
    public static final Comparator<Figure> ORDER = Comparator.comparing(Figure::indicator)
            .thenComparing(Figure::period)
            .thenComparing(Figure::region)
            .thenComparing(Figure::dimension)
            .thenComparing(Figure::dimensionValue);

    private final Plan plan;
    private final Scope scope;
    private final Summing summing;

    public Indicators(List<Definition> definitions, Scope scope, Summing summing) {
        this.plan = Plan.of(definitions);
        this.scope = scope;
        this.summing = summing;
    }

    /**
     * For what figures are made.
     *
     * @param regions the district first, then its townships, the unknown one last
     * @param from and {@code through}: the months, inclusive
     */
    public record Scope(List<RegionCode> regions, YearMonth from, YearMonth through, Trust trust) {
        public Scope {
            regions = List.copyOf(regions);
        }

        RegionCode district() {
            return regions.get(0);
        }

        List<Period> periods() {
            return Periods.within(from, through);
        }
    }

    /** All periods that lie wholly between two months, ascending. */
    public static List<Period> periods(YearMonth from, YearMonth through) {
        return Periods.within(from, through);
    }

    /** What was expected and what came. */
    public record Reports(List<SourceProfile> sources, List<SubmissionRecord> submissions) {}

    /**
     * @param facts rows of a fact by its name
     * @return all figures in {@link #ORDER}
     */
    public List<Figure> figures(Function<TableName, Dataset<Row>> facts, Reports reports) {
        List<Figure> figures = new ArrayList<>();
        figures(facts, reports, figures::addAll);
        figures.sort(ORDER);
        return figures;
    }

    /** @param each takes all figures of one indicator after another, in {@link #ORDER} */
    public void figures(Function<TableName, Dataset<Row>> facts, Reports reports, Consumer<List<Figure>> each) {
        figures(facts, reports, each, contributed -> {});
    }

    /** @param contributors takes, of one indicator after another, who stands behind its amounts */
    public void figures(
            Function<TableName, Dataset<Row>> facts,
            Reports reports,
            Consumer<List<Figure>> each,
            Consumer<List<Contributed>> contributors) {
        figures(facts, reports, new Taking() {
            @Override
            public Set<Period> asked(IndicatorId indicator, Map<Period, Long> prints) {
                return prints.keySet();
            }

            @Override
            public void take(IndicatorId indicator, List<Figure> figures) {
                each.accept(figures);
            }

            @Override
            public void contributed(List<Contributed> contributed) {
                contributors.accept(contributed);
            }
        });
    }

    /** Who says which figures are to be made, and takes them. */
    public interface Taking {
        /**
         * @param prints by period, what its figures are made from: equal numbers mean equal figures of one definition
         * @return the periods whose figures are to be made
         */
        Set<Period> asked(IndicatorId indicator, Map<Period, Long> prints);

        /** @param figures of the periods that were asked for, in {@link #ORDER}; there may be none */
        void take(IndicatorId indicator, List<Figure> figures);

        /** @param contributed who stands behind the amounts of one indicator, in all its periods */
        default void contributed(List<Contributed> contributed) {}
    }

    /** Makes the figures of those periods of each indicator that are asked for, one indicator after another. */
    public void figures(Function<TableName, Dataset<Row>> facts, Reports reports, Taking taking) {
        Months months = Months.between(scope.from().minusYears(1), scope.through());
        Rollup rollup = new Rollup(plan.numbered(), scope.district(), months);
        for (TableName fact : plan.facts()) {
            scan(fact, facts.apply(fact), months, rollup);
        }
        Coverage coverage = new Coverage(reports.sources(), reports.submissions());
        PeriodPrints prints = new PeriodPrints(rollup, coverage, months);
        FigureMaker maker = new FigureMaker(new Reader(rollup, coverage, scope), rollup, scope.regions());
        for (Plan.Parts parts : plan.parts()) {
            Definition definition = parts.definition();
            IndicatorId id = definition.passport().id();
            List<Period> periods = scope.periods().stream()
                    .filter(definition.frequency()::admits)
                    .toList();
            Set<Period> asked = taking.asked(id, prints.of(parts, periods));
            taking.take(
                    id,
                    maker.figures(
                            parts, periods.stream().filter(asked::contains).toList()));
            taking.contributed(maker.contributed(parts, periods));
        }
    }

    /** Compiling a pass, and a shuffle, cost more than they save where rows are few. */
    private Summing summing(Dataset<Row> rows) {
        if (summing != Summing.BY_SIZE) {
            return summing;
        }
        Profile profile = Profile.ofBytes(
                rows.queryExecution().optimizedPlan().stats().sizeInBytes().toLong());
        profile.takeOver(rows.sparkSession());
        return profile == Profile.SMALL ? Summing.HERE : Summing.BY_SPARK;
    }

    private void scan(TableName fact, Dataset<Row> rows, Months months, Rollup rollup) {
        Summing way = summing(rows);
        FactScan additive = new FactScan(plan, fact, scope.district());
        if (!additive.isEmpty()) {
            additive.run(rows, months, rollup);
        }
        DistinctScan distinct = new DistinctScan(plan, fact, scope.district());
        if (!distinct.isEmpty()) {
            List<Period> compared = Periods.within(scope.from().minusYears(1), scope.through());
            distinct.run(rows, way, new DistinctCounts.Asked(scope.district().value(), months, compared), rollup);
        }
        ContributorScan contributors = new ContributorScan(plan, fact);
        if (!contributors.isEmpty()) {
            contributors.run(
                    rows, way, new DistinctCounts.Asked(scope.district().value(), months, scope.periods()), rollup);
        }
    }
}
