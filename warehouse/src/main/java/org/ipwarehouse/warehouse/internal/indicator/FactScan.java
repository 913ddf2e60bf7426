package org.ipwarehouse.warehouse.internal.indicator;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Dimension;

/**
 * All additive terms of one fact in one pass: each row says to which terms and months it contributes and how much, is
 * fanned out by these contributions and its breakdowns, and is summed by term, month, region and breakdown value. A row
 * costs what it contributes to, not the number of terms.
 */
final class FactScan {
    /** What stands for a value that the row does not state. */
    static final String NOT_STATED = "不详";

    private static final DataType AMOUNT = DataTypes.createDecimalType(32, 6);

    private final TableName fact;
    private final Map<Integer, Term> terms = new LinkedHashMap<>();
    private final Map<String, Dimension> dimensions;

    FactScan(Plan plan, TableName fact) {
        this.fact = fact;
        dimensions = plan.dimensions(fact);
        for (int number = 0; number < plan.terms().size(); number++) {
            Term term = plan.terms().get(number);
            if (term.fact().equals(fact) && term.measure().isAdditive()) {
                terms.put(number, term);
            }
        }
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Runs the pass over the rows of the fact. */
    void run(Dataset<Row> rows, Summing summing, Consumer<BaseRow> sink) {
        Dataset<Row> contributing = rows.select(
                array_compact(array(contributions())).as("contributions"),
                col("region_code"),
                breakdowns(dimensions).as("breakdowns"));
        if (summing == Summing.HERE) {
            contributing.collectAsList().forEach(row -> fanOut(row, sink));
        } else {
            grouped(contributing).collectAsList().forEach(row -> sink.accept(base(row)));
        }
    }

    private static void fanOut(Row row, Consumer<BaseRow> sink) {
        List<Row> contributions = row.getList(0);
        List<Row> breakdowns = row.getList(2);
        for (Row breakdown : contributions.isEmpty() ? List.<Row>of() : breakdowns) {
            Cell cell = Cell.read(row.getString(1), breakdown.getString(0), breakdown.getString(1));
            contributions.forEach(c -> sink.accept(new BaseRow(c.getInt(0), c.getInt(1), cell, amount(c, 2))));
        }
    }

    private static BaseRow base(Row row) {
        Cell cell = Cell.read(row.getString(2), row.getString(3), row.getString(4));
        return new BaseRow(row.getInt(0), row.getInt(1), cell, amount(row, 5));
    }

    /** A count where there is no amount. */
    private static BigDecimal amount(Row row, int rows) {
        return row.isNullAt(rows + 1) ? BigDecimal.valueOf(row.getLong(rows)) : row.getDecimal(rows + 1);
    }

    private static Dataset<Row> grouped(Dataset<Row> contributing) {
        return contributing
                .select(explode(col("contributions")).as("c"), col("region_code"), col("breakdowns"))
                .select(
                        col("c.*"),
                        col("region_code"),
                        explode(col("breakdowns")).as("breakdown"))
                .groupBy(
                        col("term"),
                        col("month"),
                        col("region_code"),
                        col("breakdown.name").as("name"),
                        col("breakdown.value").as("value"))
                .agg(sum(col("rows")), sum(col("amount")));
    }

    private Column[] contributions() {
        List<Column> contributions = new ArrayList<>();
        terms.forEach((number, term) -> {
            Column enters = expr(term.at());
            contributions.add(contribution(number, term, new Dated(enters, 1)));
            if (term.leaves() != null) {
                // a row that leaves before it entered was never in: it leaves when it enters
                Column leaves = expr(term.leaves());
                Column left = when(leaves.isNotNull().and(enters.isNotNull()), greatest(leaves, enters));
                contributions.add(contribution(number, term, new Dated(left, -1)));
            }
        });
        return contributions.toArray(Column[]::new);
    }

    /** The date that puts a row into a month, and whether it adds to the sum there or takes away. */
    private record Dated(Column date, int sign) {}

    private static Column contribution(int number, Term term, Dated dated) {
        boolean isCount = term.measure() == Term.Measure.COUNT;
        Column amount = isCount ? lit(null) : expr(term.of());
        Column counts = expr(term.when()).and(dated.date().isNotNull());
        return when(
                isCount ? counts : counts.and(amount.isNotNull()),
                struct(
                        lit(number).as("term"),
                        monthNumber(dated.date()).as("month"),
                        lit((long) dated.sign()).as("rows"),
                        amount.cast(AMOUNT)
                                .multiply(lit(dated.sign()))
                                .cast(AMOUNT)
                                .as("amount")));
    }

    static Column monthNumber(Column date) {
        return year(date).multiply(12).plus(month(date)).minus(1);
    }

    /** Total and breakdowns of a row as an array of (name, value). */
    static Column breakdowns(Map<String, Dimension> dimensions) {
        List<Column> single = new ArrayList<>();
        single.add(pair("", lit("")));
        Column many = null;
        for (Dimension dimension : dimensions.values()) {
            Column text = expr(dimension.column()).cast(DataTypes.StringType);
            if (dimension.many()) {
                Column each = transform(
                        split(coalesce(text, lit(NOT_STATED)), "\\s*[;；]\\s*"), v -> pair(dimension.name(), trim(v)));
                many = many == null ? each : concat(many, each);
            } else {
                single.add(pair(dimension.name(), coalesce(text, lit(NOT_STATED))));
            }
        }
        Column all = array(single.toArray(Column[]::new));
        return many == null ? all : concat(all, many);
    }

    private static Column pair(String name, Column value) {
        return struct(lit(name).as("name"), value.as("value"));
    }

    @Override
    public String toString() {
        return fact + " " + terms.values();
    }
}
