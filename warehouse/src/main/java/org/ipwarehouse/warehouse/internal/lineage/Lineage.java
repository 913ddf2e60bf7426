package org.ipwarehouse.warehouse.internal.lineage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.indicator.Conjunction;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.ipwarehouse.warehouse.internal.indicator.Percentile;
import org.ipwarehouse.warehouse.internal.indicator.Term;
import org.jspecify.annotations.Nullable;

/** The rows behind one total figure. */
public final class Lineage {
    private final Definition definition;
    private final Figure figure;

    public Lineage(Definition definition, Figure figure) {
        this.definition = definition;
        this.figure = figure;
    }

    /** @param facts rows of a fact by its name */
    public Evidence evidence(Function<TableName, Dataset<Row>> facts) {
        boolean isStated = figure.numerator() != null;
        if (!isStated && figure.status() != FigureStatus.UNRELIABLE) {
            return new Evidence(definition.passport(), figure, List.of());
        }
        Map<Place, Found> found = new LinkedHashMap<>();
        BigDecimal numerator = collect(definition.numerator(), facts, "numerator", found);
        BigDecimal denominator = collect(definition.denominator(), facts, "denominator", found);
        if (isStated) {
            BigDecimal shown = definition.isRatio() ? numerator : numerator.multiply(definition.factor());
            requireSame("numerator", figure.numerator(), shown);
        }
        if (isStated && definition.isRatio()) {
            requireSame("denominator", figure.denominator(), denominator);
        }
        return new Evidence(definition.passport(), figure, rows(found), rows(left(facts, found)));
    }

    private static List<Evidence.Row> rows(Map<Place, Found> found) {
        List<Evidence.Row> rows = new ArrayList<>();
        found.forEach((place, row) -> rows.add(row.at(place)));
        return rows;
    }

    /** Of a rate, what is below the line decides: whoever is not there is not above it either. */
    private Map<Place, Found> left(Function<TableName, Dataset<Row>> facts, Map<Place, Found> counted) {
        Map<Place, Found> left = new LinkedHashMap<>();
        for (Term term : definition.isRatio() ? definition.denominator() : definition.numerator()) {
            if (term.timing() == Term.Timing.FLOW) {
                for (Row row : ordered(uncounted(term, facts.apply(term.fact())))) {
                    Place place = place(row, term);
                    if (!counted.containsKey(place)) {
                        SortedMap<String, String> values = values(row);
                        values.put(Evidence.REASON, row.getAs("at_reason"));
                        left.putIfAbsent(place, new Found("neither", values));
                    }
                }
            }
        }
        return left;
    }

    private BigDecimal collect(
            List<Term> terms, Function<TableName, Dataset<Row>> facts, String role, Map<Place, Found> found) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            List<@Nullable Object> measures = new ArrayList<>();
            for (Row row : ordered(counted(term, facts.apply(term.fact())))) {
                measures.add(row.getAs("measure"));
                found.computeIfAbsent(place(row, term), p -> new Found(role, new TreeMap<>()))
                        .merge(role, values(row));
            }
            sum = sum.add(measure(term, measures));
        }
        return sum;
    }

    private static BigDecimal measure(Term term, List<@Nullable Object> ofRows) {
        List<BigDecimal> numbers = new ArrayList<>();
        Set<Object> keys = new HashSet<>();
        for (Object measure : ofRows) {
            if (measure != null && term.measure() != Term.Measure.DISTINCT) {
                numbers.add(new BigDecimal(measure.toString()));
            } else if (measure != null) {
                keys.add(measure);
            }
        }
        return switch (term.measure()) {
            case COUNT -> BigDecimal.valueOf(ofRows.size());
            case SUM -> numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case DISTINCT -> BigDecimal.valueOf(keys.size());
            case MEDIAN, PERCENTILE -> numbers.isEmpty() ? BigDecimal.ZERO : Percentile.of(numbers, term.share());
        };
    }

    private Dataset<Row> counted(Term term, Dataset<Row> fact) {
        Column measure = (term.measure() == Term.Measure.COUNT ? lit(1) : expr(term.of())).as("measure");
        return shown(
                fact.filter(coalesce(expr(term.when()), lit(false)))
                        .filter(inPeriod(term))
                        .filter(inRegion()),
                measure);
    }

    /** Rows of the period that the term does not count, and rows it would count if they had a date. */
    private Dataset<Row> uncounted(Term term, Dataset<Row> fact) {
        Column counts = coalesce(expr(term.when()), lit(false));
        Column undated = expr(term.at()).isNull();
        Column reason = when(undated, lit("没有 " + term.at() + "，不归任何时期"));
        for (String condition : Conjunction.of(term.when())) {
            Column met = coalesce(expr(condition), lit(false));
            reason = reason.when(met.equalTo(false), lit("不满足 " + condition));
        }
        return shown(
                fact.filter(inRegion())
                        .filter(coalesce(inPeriod(term), lit(false))
                                .and(counts.equalTo(false))
                                .or(undated.and(counts))),
                reason.as("at_reason"));
    }

    private Dataset<Row> shown(Dataset<Row> rows, Column extra) {
        Set<String> held = Set.of(rows.columns());
        List<Column> columns = new ArrayList<>(List.of(extra));
        for (String name : List.of("submission", "source_file", "sheet", "row_number")) {
            columns.add(col(name).as("at_" + name));
        }
        columns.add((held.contains("region_code") ? coalesce(col("region_code"), lit("")) : lit("")).as("at_region"));
        definition.evidence().stream()
                .filter(held::contains)
                .map(name -> col(name).cast(DataTypes.StringType).as(name))
                .forEach(columns::add);
        return rows.select(columns.toArray(Column[]::new));
    }

    /** By place. All come here anyway: to sort them in Spark would cost a second job for each question. */
    private static List<Row> ordered(Dataset<Row> rows) {
        List<Row> all = new ArrayList<>(rows.collectAsList());
        all.sort(Comparator.comparing((Row row) -> text(row, "at_source_file"))
                .thenComparing(row -> text(row, "at_sheet"))
                .thenComparing(row -> Objects.requireNonNull(row.<Long>getAs("at_row_number"))));
        return all;
    }

    private static String text(Row row, String name) {
        return Objects.requireNonNullElse(row.<@Nullable String>getAs(name), "");
    }

    private Column inRegion() {
        return figure.region().isTownship()
                ? col("region_code").equalTo(figure.region().value())
                : lit(true);
    }

    private Column inPeriod(Term term) {
        Period period = figure.period();
        Column first = lit(Date.valueOf(period.start()));
        Column end = lit(Date.valueOf(period.end()));
        Column at = expr(term.at());
        if (term.timing() == Term.Timing.FLOW) {
            return at.geq(first).and(at.lt(end));
        }
        Column limit = term.timing() == Term.Timing.OPENING ? first : end;
        Column left = term.leaves() == null
                ? lit(false)
                : coalesce(when(expr(term.leaves()).lt(limit), true), lit(false));
        return at.lt(limit).and(left.equalTo(false));
    }

    private static Place place(Row row, Term term) {
        return new Place(
                term.fact(),
                row.getAs("at_submission"),
                row.getAs("at_source_file"),
                row.getAs("at_sheet"),
                Objects.requireNonNull(row.<Long>getAs("at_row_number")),
                row.getAs("at_region"),
                values(row));
    }

    private static SortedMap<String, String> values(Row row) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String name : row.schema().fieldNames()) {
            if (!name.startsWith("at_") && !name.equals("measure")) {
                values.put(name, Objects.requireNonNullElse(row.<@Nullable String>getAs(name), ""));
            }
        }
        return values;
    }

    private void requireSame(String part, @Nullable BigDecimal stored, BigDecimal counted) {
        if (stored == null || stored.compareTo(counted) != 0) {
            throw WarehouseErrors.evidenceDiffers(
                    figure.indicator() + " " + figure.period() + " " + figure.region(), part, stored + " / " + counted);
        }
    }

    /** The values tell rows apart that do not come from a file. */
    private record Place(
            TableName fact,
            String submission,
            String file,
            String sheet,
            long row,
            String region,
            SortedMap<String, String> values) {}

    private static final class Found {
        private String role;
        private final SortedMap<String, String> values;

        Found(String role, SortedMap<String, String> values) {
            this.role = role;
            this.values = values;
        }

        void merge(String otherRole, SortedMap<String, String> more) {
            role = role.equals(otherRole) ? role : "both";
            values.putAll(more);
        }

        Evidence.Row at(Place place) {
            return new Evidence.Row(
                    role, place.file(), place.submission(), place.sheet(), place.row(), place.region(), values);
        }
    }
}
