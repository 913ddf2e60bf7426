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
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Dimension;
import org.ipwarehouse.warehouse.internal.session.TaskSettings;

/**
 * How the amounts of one fact divide among their contributors, in each cell and period. As with distinct counts the rows
 * of a contributor are brought together, so that what different tasks find adds up.
 */
final class ContributorScan {
    private final Map<String, Map<Integer, Term>> termsByKey = new TreeMap<>();
    private final Map<String, Dimension> dimensions;
    private final Map<Integer, Plan.Reach> reach;

    ContributorScan(Plan plan, TableName fact) {
        dimensions = plan.dimensions(fact);
        reach = plan.reach(fact);
        plan.terms(fact).forEach((number, term) -> {
            if (term.hasContributors()) {
                termsByKey
                        .computeIfAbsent(term.by(), key -> new LinkedHashMap<>())
                        .put(number, term);
            }
        });
    }

    boolean isEmpty() {
        return termsByKey.isEmpty();
    }

    void run(Dataset<Row> rows, Summing summing, DistinctCounts.Asked asked, Rollup rollup) {
        termsByKey.forEach((by, terms) -> {
            ScanColumns columns = new ScanColumns(dimensions.values());
            int key = columns.addAmounts(by, terms, reach);
            ScanColumns.Layout layout = columns.layout();
            Map<Integer, Term> ofKey = new LinkedHashMap<>(terms);
            Dataset<Row> together = byKey(rows.select(columns.columns()), layout, summing);
            List<ContributorSums> parts = TaskSettings.seenBy(together.sparkSession(), () -> together.queryExecution()
                    .toRdd()
                    .toJavaRDD()
                    .mapPartitions((Iterator<InternalRow> part) -> List.of(
                                    new ContributorSums(layout, asked, ofKey, key).add(part))
                            .iterator())
                    .collect());
            parts.forEach(sums -> sums.into(rollup, asked.periods()));
        });
    }

    /** The rows that add an amount, those of a contributor together. */
    private static Dataset<Row> byKey(Dataset<Row> selected, ScanColumns.Layout layout, Summing summing) {
        Column adds = layout.contributions().stream()
                .map(c -> col(selected.columns()[c.value()])
                        .isNotNull()
                        .and(col(selected.columns()[c.date()]).isNotNull()))
                .reduce(Column::or)
                .orElseThrow();
        Dataset<Row> adding = selected.where(adds);
        Dataset<Row> together = summing == Summing.HERE ? adding.coalesce(1) : adding.repartition(col("key"));
        return together.sortWithinPartitions("key");
    }
}
