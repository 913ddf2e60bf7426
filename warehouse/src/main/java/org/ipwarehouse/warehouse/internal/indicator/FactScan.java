package org.ipwarehouse.warehouse.internal.indicator;

import static org.apache.spark.sql.functions.array;
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
import org.apache.spark.sql.types.DataTypes;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * All additive terms of one fact in one pass: each row is fanned out once for each date that may put it into a month and
 * once for each breakdown, and conditional sums are grouped by month, region and breakdown value.
 */
final class FactScan {
    /** What stands for a value that the row does not state. */
    static final String NOT_STATED = "不详";

    private final TableName fact;
    private final List<Numbered> terms = new ArrayList<>();
    private final Map<Role, Integer> roles = new LinkedHashMap<>();
    private final Map<String, Dimension> dimensions;

    /** A term with its number in the plan. */
    private record Numbered(int number, Term term) {}

    /** A date that puts rows into months; {@code enters} is set for the date on which a row leaves a level. */
    private record Role(String date, @Nullable String enters) {}

    FactScan(Plan plan, TableName fact) {
        this.fact = fact;
        dimensions = plan.dimensions(fact);
        for (int number = 0; number < plan.terms().size(); number++) {
            Term term = plan.terms().get(number);
            if (term.fact().equals(fact) && term.measure() != Term.Measure.DISTINCT) {
                terms.add(new Numbered(number, term));
                number(new Role(term.at(), null));
                if (term.leaves() != null) {
                    number(new Role(term.leaves(), term.at()));
                }
            }
        }
    }

    private int number(Role role) {
        return roles.computeIfAbsent(role, r -> roles.size());
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Runs the pass over the rows of the fact. */
    void run(Dataset<Row> rows, Consumer<BaseRow> sink) {
        for (Row row : grouped(rows).collectAsList()) {
            Cell cell = Cell.read(row.getString(1), row.getString(2), row.getString(3));
            for (int i = 0; i < terms.size(); i++) {
                if (!row.isNullAt(4 + i)) {
                    sink.accept(new BaseRow(terms.get(i).number(), row.getInt(0), cell, number(row.get(4 + i))));
                }
            }
        }
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }

    private Dataset<Row> grouped(Dataset<Row> rows) {
        List<Column> columns = new ArrayList<>();
        columns.add(col("region_code"));
        columns.add(array(dates()).as("dates"));
        columns.add(breakdowns(dimensions).as("breakdowns"));
        terms.forEach(t -> columns.add(measured(t.term()).as("m" + t.number())));
        Dataset<Row> fanned = rows.select(columns.toArray(Column[]::new))
                .withColumn("dated", explode(col("dates")))
                .filter(col("dated.month").isNotNull())
                .withColumn("breakdown", explode(col("breakdowns")));
        List<Column> sums = new ArrayList<>();
        terms.forEach(t -> sums.add(summed(t).as("s" + t.number())));
        return fanned.groupBy(
                        col("dated.month").as("month"),
                        col("region_code"),
                        col("breakdown.name").as("name"),
                        col("breakdown.value").as("value"))
                .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    }

    private Column[] dates() {
        List<Column> dates = new ArrayList<>();
        roles.forEach((role, number) ->
                dates.add(struct(lit(number).as("role"), monthNumber(date(role)).as("month"))));
        return dates.toArray(Column[]::new);
    }

    /** A row that leaves before it entered was never in: it leaves when it enters. */
    private static Column date(Role role) {
        Column date = expr(role.date());
        if (role.enters() == null) {
            return date;
        }
        Column enters = expr(role.enters());
        return when(date.isNotNull().and(enters.isNotNull()), greatest(date, enters));
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

    private static Column measured(Term term) {
        Column measure = term.measure() == Term.Measure.COUNT ? lit(1L) : expr(term.of());
        return when(expr(term.when()), measure);
    }

    private Column summed(Numbered numbered) {
        Term term = numbered.term();
        Column role = col("dated.role");
        Column measure = col("m" + numbered.number());
        Column enters = when(role.equalTo(number(new Role(term.at(), null))), measure);
        if (term.leaves() == null) {
            return sum(enters);
        }
        return sum(enters.when(role.equalTo(number(new Role(term.leaves(), term.at()))), measure.multiply(-1)));
    }

    @Override
    public String toString() {
        return fact + " " + terms;
    }
}
