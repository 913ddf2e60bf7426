package org.ipwarehouse.warehouse.internal.indicator;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.TableName;

/**
 * Medians and percentiles of one fact, made anew from all values of each period and region, as {@link Percentile} says.
 */
final class PercentileScan {
    private final Map<Integer, Term> terms = new LinkedHashMap<>();
    private final Map<String, Definition.Dimension> dimensions;
    private final RegionCode district;

    PercentileScan(Plan plan, TableName fact, RegionCode district) {
        this.district = district;
        dimensions = plan.dimensions(fact);
        for (int number = 0; number < plan.terms().size(); number++) {
            Term term = plan.terms().get(number);
            boolean isWhole = term.measure() == Term.Measure.MEDIAN || term.measure() == Term.Measure.PERCENTILE;
            if (isWhole && term.fact().equals(fact)) {
                terms.put(number, term);
            }
        }
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** For each of the periods; a period without a value has no entry. */
    void run(Dataset<Row> rows, Summing summing, List<Period> periods, Rollup rollup) {
        if (summing == Summing.HERE) {
            here(rows, periods, rollup);
        } else {
            bySpark(rows, periods, rollup);
        }
    }

    private record Place(int term, Cell cell) {}

    private record Dated(int month, BigDecimal value) {}

    private void here(Dataset<Row> rows, List<Period> periods, Rollup rollup) {
        Map<Place, List<Dated>> values = new HashMap<>();
        for (Row row : cells(rows).collectAsList()) {
            Place place = new Place(row.getInt(0), Cell.read(row.getString(3), row.getString(4), row.getString(5)));
            values.computeIfAbsent(place, p -> new ArrayList<>()).add(new Dated(row.getInt(1), row.getDecimal(2)));
        }
        values.forEach((place, dated) -> periods.forEach(period -> {
            List<BigDecimal> inside = within(dated, period);
            if (!inside.isEmpty()) {
                BigDecimal share =
                        Objects.requireNonNull(terms.get(place.term())).share();
                rollup.addWhole(place.term(), place.cell(), period, Percentile.of(inside, share));
            }
        }));
    }

    private static List<BigDecimal> within(List<Dated> dated, Period period) {
        int first = Months.number(period.first());
        int last = Months.number(period.last());
        return dated.stream()
                .filter(d -> d.month() >= first && d.month() <= last)
                .map(Dated::value)
                .sorted()
                .toList();
    }

    private void bySpark(Dataset<Row> rows, List<Period> periods, Rollup rollup) {
        Dataset<Row> spans = DistinctScan.spans(rows.sparkSession(), periods);
        List<BigDecimal> shares =
                terms.values().stream().map(Term::share).distinct().toList();
        String asked =
                String.join(", ", shares.stream().map(BigDecimal::toPlainString).toList());
        List<Row> found = cells(rows)
                .join(broadcast(spans), col("month").between(col("first"), col("last")))
                .groupBy("term", "period", "region", "name", "dimension_value")
                .agg(expr("percentile(cast(value as double), array(" + asked + "))"))
                .collectAsList();
        for (Row row : found) {
            int term = row.getInt(0);
            int place = shares.indexOf(Objects.requireNonNull(terms.get(term)).share());
            Double value = row.<Double>getList(5).get(place);
            rollup.addWhole(
                    term,
                    Cell.read(row.getString(2), row.getString(3), row.getString(4)),
                    periods.get(row.getInt(1)),
                    Percentile.rounded(BigDecimal.valueOf(value)));
        }
    }

    /** Term, month, value, region, dimension and its value of each contribution; the district has all. */
    private Dataset<Row> cells(Dataset<Row> rows) {
        List<Column> contributions = new ArrayList<>();
        terms.forEach((number, term) -> contributions.add(contribution(number, term)));
        return rows.select(
                        explode(array_compact(array(contributions.toArray(Column[]::new))))
                                .as("c"),
                        array(col("region_code"), lit(district.value())).as("regions"),
                        FactScan.breakdowns(dimensions).as("breakdowns"))
                .select(col("c.*"), explode(col("regions")).as("region"), col("breakdowns"))
                .select(
                        col("term"),
                        col("month"),
                        col("value"),
                        col("region"),
                        explode(col("breakdowns")).as("breakdown"))
                .select(
                        col("term"),
                        col("month"),
                        col("value"),
                        col("region"),
                        col("breakdown.name").as("name"),
                        col("breakdown.value").as("dimension_value"));
    }

    private static Column contribution(int number, Term term) {
        Column value = expr(term.of()).cast(DataTypes.createDecimalType(32, Percentile.SCALE));
        Column date = expr(term.at());
        return when(
                expr(term.when()).and(date.isNotNull()).and(value.isNotNull()),
                struct(lit(number).as("term"), FactScan.monthNumber(date).as("month"), value.as("value")));
    }
}
