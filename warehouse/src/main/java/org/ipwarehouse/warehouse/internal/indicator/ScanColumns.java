package org.ipwarehouse.warehouse.internal.indicator;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Dimension;

/**
 * What Spark computes of each row of a fact for the terms: region, breakdown values, the dates that any term counts by,
 * and for each term whether the row counts, or what it adds. Months and sums are made by {@link PartialSums}.
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
    private final Map<String, Integer> dates = new HashMap<>();

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
     * @param date place of the day on which the row counts or enters
     * @param counts place of the truth value whether it counts, -1 where it does if there is a value
     * @param value place of the amount or key, -1 where a row counts as one
     * @param leaves place of the day on which the row leaves a level, -1 where nothing leaves
     * @param cells in which of a row's cells it is asked for
     */
    record Contribution(int term, int date, int counts, int value, int leaves, Wanted cells) implements Serializable {

        boolean isIn(InternalRow row) {
            boolean asked = counts < 0 ? !row.isNullAt(value) : !row.isNullAt(counts) && row.getBoolean(counts);
            return asked && !row.isNullAt(date);
        }

        int month(InternalRow row) {
            return Months.ofDay(row.getInt(date));
        }

        /** Whether the row ever leaves. */
        boolean isLeft(InternalRow row) {
            return leaves >= 0 && !row.isNullAt(leaves);
        }

        /** A row that leaves before it entered was never in: it leaves when it enters. */
        int monthLeft(InternalRow row) {
            return Months.ofDay(Math.max(row.getInt(leaves), row.getInt(date)));
        }
    }

    /**
     * Which cells of a row a term is asked for in.
     *
     * @param kinds a bit for each kind of cell as {@link RowCells#kind} numbers them
     * @param townships false where only the district is
     */
    record Wanted(long kinds, boolean townships) implements Serializable {
        boolean has(int kind) {
            return (kinds >> kind & 1) == 1;
        }
    }

    /** Where everything stands in the row. */
    record Layout(List<Breakdown> breakdowns, List<Contribution> contributions) implements Serializable {}

    void add(int number, Term term, Plan.Reach reach) {
        Column counts = expr(term.when());
        boolean isCount = term.measure() == Term.Measure.COUNT;
        int counting = isCount ? place(counts, "c") : -1;
        int amount = isCount ? -1 : place(when(counts, expr(term.of()).cast(AMOUNT)), "v");
        add(number, term, new int[] {counting, amount}, reach);
    }

    /** Terms that count different values of one key: it stands in the row once, as {@code key}. */
    void addKeyed(String key, Map<Integer, Term> terms, Map<Integer, Plan.Reach> reach) {
        columns.add(expr(key).cast(DataTypes.StringType).as("key"));
        int place = columns.size() - 1;
        terms.forEach((number, term) -> add(
                number,
                term,
                new int[] {place(expr(term.when()), "c"), place},
                Objects.requireNonNull(reach.get(number))));
    }

    /**
     * Amounts of contributors: whose a row is stands in it once, as {@code key}; rows of nobody known are of one.
     *
     * @return the place of the key
     */
    int addAmounts(String by, Map<Integer, Term> terms, Map<Integer, Plan.Reach> reach) {
        columns.add(
                coalesce(expr(by).cast(DataTypes.StringType), lit(NOT_STATED)).as("key"));
        int place = columns.size() - 1;
        terms.forEach((number, term) -> add(number, term, Objects.requireNonNull(reach.get(number))));
        return place;
    }

    private void add(int number, Term term, int[] countsAndValue, Plan.Reach reach) {
        int date = date(term.at());
        int leaves = term.leaves() == null ? -1 : date(term.leaves());
        contributions.add(new Contribution(number, date, countsAndValue[0], countsAndValue[1], leaves, wanted(reach)));
    }

    private Wanted wanted(Plan.Reach reach) {
        long kinds = 1;
        for (int i = 0; i < breakdowns.size(); i++) {
            kinds |= reach.dimensions().contains(breakdowns.get(i).name()) ? 2L << i : 0;
        }
        return new Wanted(kinds, reach.townships());
    }

    /** A date stands in the row once, however many terms count by it. */
    private int date(String expression) {
        return dates.computeIfAbsent(expression, e -> place(expr(e).cast(DataTypes.DateType), "d"));
    }

    private int place(Column column, String name) {
        columns.add(column.as(name + columns.size()));
        return columns.size() - 1;
    }

    Column[] columns() {
        return columns.toArray(Column[]::new);
    }

    Layout layout() {
        return new Layout(List.copyOf(breakdowns), List.copyOf(contributions));
    }
}
