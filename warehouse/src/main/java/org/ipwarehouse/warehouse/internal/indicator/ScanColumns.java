package org.ipwarehouse.warehouse.internal.indicator;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Dimension;

/**
 * What Spark computes of each row of a fact for the terms: region, breakdown values, and for each term the month in which
 * the row counts (null where it does not) with what it adds. The sums themselves are made by {@link PartialSums}.
 */
final class ScanColumns {
    /** What stands for a value that the row does not state. */
    static final String NOT_STATED = "不详";

    static final int AMOUNT_DIGITS = 32;
    static final int AMOUNT_SCALE = 6;
    private static final DataType AMOUNT = DataTypes.createDecimalType(AMOUNT_DIGITS, AMOUNT_SCALE);

    private final List<Column> columns = new ArrayList<>();
    private final List<Breakdown> breakdowns = new ArrayList<>();
    private final List<Contribution> contributions = new ArrayList<>();

    ScanColumns(Collection<Dimension> dimensions) {
        columns.add(col("region_code").as("region_code"));
        for (Dimension dimension : dimensions) {
            breakdowns.add(new Breakdown(dimension.name(), dimension.many(), columns.size()));
            Column text = expr(dimension.column()).cast(DataTypes.StringType);
            columns.add(coalesce(text, lit(NOT_STATED)).as("b" + columns.size()));
        }
    }

    /**
     * @param column place of its text in the row
     * @param many whether it holds several values joined by ';'
     */
    record Breakdown(String name, boolean many, int column) implements Serializable {}

    /**
     * How one term takes from a row.
     *
     * @param month place of the number of the month
     * @param value place of the amount or key, -1 where a row counts as one
     * @param leaves place of the number of the month in which the row leaves a level, -1 where nothing leaves
     */
    record Contribution(int term, int month, int value, int leaves) implements Serializable {}

    /** Where everything stands in the row. */
    record Layout(List<Breakdown> breakdowns, List<Contribution> contributions) implements Serializable {}

    void add(int number, Term term) {
        Column enters = expr(term.at());
        boolean isCount = term.measure() == Term.Measure.COUNT;
        Column value = isCount ? lit(1) : expr(term.of()).cast(AMOUNT);
        Column counts = expr(term.when()).and(enters.isNotNull()).and(value.isNotNull());
        int month = place(when(counts, monthNumber(enters)), "m");
        int amount = isCount ? -1 : place(when(counts, value), "v");
        int leaves = -1;
        if (term.leaves() != null) {
            Column left = expr(term.leaves());
            // a row that leaves before it entered was never in: it leaves when it enters
            leaves = place(when(counts.and(left.isNotNull()), monthNumber(greatest(left, enters))), "l");
        }
        contributions.add(new Contribution(number, month, amount, leaves));
    }

    /** Terms that count different values of one key: it stands in the row once, as {@code key}. */
    void addKeyed(String key, Map<Integer, Term> terms) {
        columns.add(expr(key).cast(DataTypes.StringType).as("key"));
        int place = columns.size() - 1;
        terms.forEach((number, term) -> {
            add(number, term.countedWhere("true"));
            Contribution counted = contributions.remove(contributions.size() - 1);
            contributions.add(new Contribution(number, counted.month(), place, counted.leaves()));
        });
    }

    private int place(Column column, String name) {
        columns.add(column.as(name + columns.size()));
        return columns.size() - 1;
    }

    private static Column monthNumber(Column date) {
        return year(date).multiply(12).plus(month(date)).minus(1);
    }

    Column[] columns() {
        return columns.toArray(Column[]::new);
    }

    Layout layout() {
        return new Layout(List.copyOf(breakdowns), List.copyOf(contributions));
    }
}
