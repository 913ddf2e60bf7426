package org.ipwarehouse.warehouse.internal.indicator;

import static org.apache.spark.sql.functions.col;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Dimension;
import org.ipwarehouse.warehouse.internal.session.TaskSettings;

/**
 * The exact distinct counts of one fact, counted anew for each period and region: a sum of them would count twice whoever
 * occurs in two months or two townships. The rows of a key are brought together, so that each key is counted where its
 * rows are and the counts of different tasks add up.
 */
final class DistinctScan {
    private final TableName fact;
    private final Map<String, Map<Integer, Term>> termsByKey = new TreeMap<>();
    private final Map<String, Dimension> dimensions;
    private final RegionCode district;
    private final Map<Integer, Plan.Reach> reach;

    DistinctScan(Plan plan, TableName fact, RegionCode district) {
        this.fact = fact;
        this.district = district;
        dimensions = plan.dimensions(fact);
        reach = plan.reach(fact);
        plan.terms(fact).forEach((number, term) -> {
            if (term.measure() == Term.Measure.DISTINCT) {
                termsByKey
                        .computeIfAbsent(term.of(), key -> new LinkedHashMap<>())
                        .put(number, term);
            }
        });
    }

    boolean isEmpty() {
        return termsByKey.isEmpty();
    }

    /** Counts for each of the periods; a period without a row has no entry. */
    void run(Dataset<Row> rows, Summing summing, DistinctCounts.Asked asked, Rollup rollup) {
        termsByKey.forEach((key, terms) -> {
            ScanColumns columns = new ScanColumns(dimensions.values());
            columns.addKeyed(key, terms, reach);
            ScanColumns.Layout layout = columns.layout();
            Map<Integer, Term> ofKey = new LinkedHashMap<>(terms);
            Dataset<Row> together = byKey(rows.select(columns.columns()), layout, summing);
            List<DistinctCounts> parts = TaskSettings.seenBy(together.sparkSession(), () -> together.queryExecution()
                    .toRdd()
                    .toJavaRDD()
                    .mapPartitions(
                            (Iterator<InternalRow> part) -> List.of(new DistinctCounts(layout, asked, ofKey).add(part))
                                    .iterator())
                    .collect());
            parts.forEach(counts -> counts.into(rollup, asked.periods()));
        });
    }

    /** The rows that count, those of a key together and in order. */
    private static Dataset<Row> byKey(Dataset<Row> selected, ScanColumns.Layout layout, Summing summing) {
        Column counts = layout.contributions().stream()
                .map(c -> col(selected.columns()[c.counts()])
                        .and(col(selected.columns()[c.date()]).isNotNull()))
                .reduce(Column::or)
                .orElseThrow();
        Dataset<Row> counting = selected.where(col("key").isNotNull().and(counts));
        Dataset<Row> together = summing == Summing.HERE ? counting.coalesce(1) : counting.repartition(col("key"));
        return together.sortWithinPartitions("key");
    }

    @Override
    public String toString() {
        return fact + " " + termsByKey + " in " + district;
    }
}
