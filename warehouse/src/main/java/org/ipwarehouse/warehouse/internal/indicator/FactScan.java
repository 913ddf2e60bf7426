package org.ipwarehouse.warehouse.internal.indicator;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Dimension;
import org.ipwarehouse.warehouse.internal.session.TaskSettings;

/**
 * All terms of one fact that add up, and its medians and percentiles, in one pass: Spark says of each row in which months
 * it counts and with how much, arrays add it up where the row is read, and only the sums leave the task.
 */
final class FactScan {
    private final TableName fact;
    private final String district;
    private final Map<Integer, Plan.Reach> reach;
    private final Map<Integer, Term> terms = new LinkedHashMap<>();
    private final Map<String, Dimension> dimensions;

    FactScan(Plan plan, TableName fact, RegionCode district) {
        this.fact = fact;
        this.district = district.value();
        reach = plan.reach(fact);
        dimensions = plan.dimensions(fact);
        plan.terms(fact).forEach((number, term) -> {
            if (term.measure() != Term.Measure.DISTINCT) {
                terms.put(number, term);
            }
        });
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Runs the pass over the rows of the fact. */
    void run(Dataset<Row> rows, Months months, Rollup rollup) {
        ScanColumns columns = new ScanColumns(dimensions.values());
        terms.forEach((number, term) -> columns.add(number, term, Objects.requireNonNull(reach.get(number))));
        ScanColumns.Layout layout = columns.layout();
        Map<Integer, Term> asked = new LinkedHashMap<>(terms);
        String whole = district;
        Dataset<Row> selected = rows.select(columns.columns());
        List<PartialSums> parts = TaskSettings.seenBy(selected.sparkSession(), () -> selected.queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(
                        (Iterator<InternalRow> part) -> List.of(new PartialSums(layout, months, asked, whole).add(part))
                                .iterator())
                .collect());
        parts.forEach(part -> part.into(rollup));
    }

    @Override
    public String toString() {
        return fact + " " + terms.values();
    }
}
