package org.ipwarehouse.warehouse.internal.indicator;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Dimension;

/**
 * The distinct counts of one fact, counted anew for each period and region: a sum of them would count twice whoever
 * occurs in two months or two townships. Pairs are made distinct first, so that what is joined with the periods is small.
 */
final class DistinctScan {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Map<Integer, Term> terms = new LinkedHashMap<>();
    private final Map<String, Dimension> dimensions;
    private final RegionCode district;

    DistinctScan(Plan plan, TableName fact, RegionCode district) {
        this.district = district;
        dimensions = plan.dimensions(fact);
        for (int number = 0; number < plan.terms().size(); number++) {
            Term term = plan.terms().get(number);
            if (term.fact().equals(fact) && term.measure() == Term.Measure.DISTINCT) {
                terms.put(number, term);
            }
        }
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Counts for each of the periods; a period without a row has no entry. */
    void run(Dataset<Row> rows, Summing summing, List<Period> periods, Rollup rollup) {
        if (summing == Summing.HERE) {
            here(rows, periods, rollup);
        } else {
            bySpark(rows, periods, rollup);
        }
    }

    private void here(Dataset<Row> rows, List<Period> periods, Rollup rollup) {
        DistinctHere counts = new DistinctHere(terms);
        for (Row row : contributing(rows).collectAsList()) {
            List<Row> contributions = row.getList(0);
            List<Row> breakdowns = row.getList(2);
            for (Row breakdown : contributions.isEmpty() ? List.<Row>of() : breakdowns) {
                Cell cell = Cell.read(row.getString(1), breakdown.getString(0), breakdown.getString(1));
                contributions.forEach(c -> counts.add(c, cell));
                contributions.forEach(c -> counts.add(c, cell.at(district.value())));
            }
        }
        counts.count(periods, rollup);
    }

    private void bySpark(Dataset<Row> rows, List<Period> periods, Rollup rollup) {
        Dataset<Row> spans = spans(rows.sparkSession(), periods);
        Column first = col("first");
        Column last = col("last");
        Column enters = col("enters");
        Column leaves = col("leaves");
        Column inFlow = enters.between(first, last);
        Column atClose = enters.leq(last).and(leaves.gt(last));
        Column atOpen = enters.lt(first).and(leaves.geq(first));
        Column belongs = when(col("timing").equalTo(Term.Timing.FLOW.name()), inFlow)
                .when(col("timing").equalTo(Term.Timing.CLOSING.name()), atClose)
                .otherwise(atOpen);
        List<Row> counts = pairs(rows)
                .join(broadcast(spans), belongs)
                .groupBy(
                        col("term"),
                        col("period"),
                        col("region"),
                        col("breakdown.name").as("name"),
                        col("breakdown.value").as("value"))
                .agg(countDistinct(col("key")).as("keys"))
                .collectAsList();
        for (Row row : counts) {
            rollup.addWhole(
                    row.getInt(0),
                    Cell.read(row.getString(2), row.getString(3), row.getString(4)),
                    periods.get(row.getInt(1)),
                    BigDecimal.valueOf(row.getLong(5)));
        }
    }

    private Dataset<Row> contributing(Dataset<Row> rows) {
        List<Column> contributions = new ArrayList<>();
        terms.forEach((number, term) -> contributions.add(contribution(number, term)));
        return rows.select(
                array_compact(array(contributions.toArray(Column[]::new))).as("contributions"),
                col("region_code"),
                FactScan.breakdowns(dimensions).as("breakdowns"));
    }

    private Dataset<Row> pairs(Dataset<Row> rows) {
        return contributing(rows)
                .select(explode(col("contributions")).as("c"), col("region_code"), col("breakdowns"))
                .select(
                        col("c.*"),
                        explode(array(col("region_code"), lit(district.value())))
                                .as("region"),
                        col("breakdowns"))
                .select(
                        col("term"),
                        col("timing"),
                        col("key"),
                        col("enters"),
                        col("leaves"),
                        col("region"),
                        explode(col("breakdowns")).as("breakdown"))
                .distinct();
    }

    private static Column contribution(int number, Term term) {
        Column enters = FactScan.monthNumber(expr(term.at()));
        Column leaves = term.leaves() == null
                ? lit(NEVER)
                : when(expr(term.leaves()).isNull(), lit(NEVER))
                        .otherwise(FactScan.monthNumber(greatest(expr(term.leaves()), expr(term.at()))));
        return when(
                expr(term.when()).and(enters.isNotNull()),
                struct(
                        lit(number).as("term"),
                        lit(term.timing().name()).as("timing"),
                        expr(term.of()).cast(DataTypes.StringType).as("key"),
                        enters.as("enters"),
                        leaves.as("leaves")));
    }

    static Dataset<Row> spans(SparkSession spark, List<Period> periods) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            Period period = periods.get(i);
            rows.add(RowFactory.create(i, Months.number(period.first()), Months.number(period.last())));
        }
        return spark.createDataFrame(
                rows,
                new StructType()
                        .add("period", DataTypes.IntegerType, false)
                        .add("first", DataTypes.IntegerType, false)
                        .add("last", DataTypes.IntegerType, false));
    }
}
