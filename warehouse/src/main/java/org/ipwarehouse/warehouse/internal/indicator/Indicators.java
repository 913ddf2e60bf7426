package org.ipwarehouse.warehouse.internal.indicator;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.TableName;

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
    public record Scope(List<RegionCode> regions, YearMonth from, YearMonth through) {
        public Scope {
            regions = List.copyOf(regions);
        }

        RegionCode district() {
            return regions.get(0);
        }

        public List<Period> periods() {
            return Periods.within(from, through);
        }
    }

    /** What was expected and what came. */
    public record Reports(List<SourceProfile> sources, List<SubmissionRecord> submissions) {}

    /**
     * @param facts rows of a fact by its name
     * @return all figures in {@link #ORDER}
     */
    public List<Figure> figures(Function<TableName, Dataset<Row>> facts, Reports reports) {
        YearMonth first = scope.from().minusYears(1);
        Months months = Months.between(first, scope.through());
        Rollup rollup = new Rollup(plan.numbered(), scope.district(), months);
        DistinctCounts.Asked compared =
                new DistinctCounts.Asked(scope.district().value(), months, Periods.within(first, scope.through()));
        for (TableName fact : plan.facts()) {
            Dataset<Row> rows = facts.apply(fact);
            FactScan additive = new FactScan(plan, fact);
            if (!additive.isEmpty()) {
                additive.run(rows, months, rollup);
            }
            DistinctScan distinct = new DistinctScan(plan, fact, scope.district());
            if (!distinct.isEmpty()) {
                distinct.run(rows, summing, compared, rollup);
            }
        }
        return figures(rollup, new Coverage(reports.sources(), reports.submissions()));
    }

    private List<Figure> figures(Rollup rollup, Coverage coverage) {
        Reader reader = new Reader(rollup, coverage, scope.district());
        FigureMaker maker = new FigureMaker(reader, rollup, scope.regions(), scope.periods());
        List<Figure> figures = new ArrayList<>(maker.figures(plan));
        figures.sort(ORDER);
        return figures;
    }
}
