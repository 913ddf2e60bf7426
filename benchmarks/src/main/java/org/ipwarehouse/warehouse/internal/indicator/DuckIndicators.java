package org.ipwarehouse.warehouse.internal.indicator;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Dimension;
import org.jspecify.annotations.NullMarked;

/**
 * The passports as DuckDB's SQL: for each fact and date one pass over the Parquet file that sums all terms of that date
 * by month in all cells (GROUPING SETS), rolled up to periods and the district; distinct counts and percentiles from
 * their own rows. It is not shipped.
 *
 * <p>Views of the facts are expected as {@code <layer>_<name>}; the result is the table {@code figure}.
 */
@NullMarked
public final class DuckIndicators {
    private static final Pattern DATEDIFF = Pattern.compile("datediff\\(([a-z_]+), ([a-z_]+)\\)");

    private final Plan plan;
    private final Indicators.Scope scope;
    private final Months months;
    private final List<String> statements = new ArrayList<>();
    /** Where the values of a term by period stand: table and column. */
    private final Map<Integer, List<Place>> places = new TreeMap<>();

    /** @param sign of what is added: leaving a level takes away */
    private record Item(int term, Term of, int sign) {}

    private record Pass(TableName fact, String date, Term.Timing timing) {}

    private record Place(String table, String column) {}

    private DuckIndicators(List<Definition> definitions, Indicators.Scope scope) {
        this.plan = Plan.of(definitions);
        this.scope = scope;
        months = Months.between(scope.from().minusYears(1), scope.through());
    }

    /** The statements in order. */
    public static List<String> statements(List<Definition> definitions, Indicators.Scope scope) {
        DuckIndicators made = new DuckIndicators(definitions, scope);
        made.calendar();
        made.additive();
        plan(made);
        made.figures();
        return made.statements;
    }

    private static void plan(DuckIndicators made) {
        made.plan.numbered().forEach((number, term) -> {
            if (term.measure() == Term.Measure.DISTINCT) {
                made.distinct(number, term);
            } else if (!term.measure().isAdditive()) {
                made.percentile(number, term);
            }
        });
    }

    private void calendar() {
        List<String> flows = new ArrayList<>();
        List<String> closings = new ArrayList<>();
        List<String> openings = new ArrayList<>();
        List<String> periods = new ArrayList<>();
        for (Period period : Periods.within(scope.from(), scope.through())) {
            int first = Months.number(period.first());
            int last = Months.number(period.last());
            periods.add("('" + period + "', " + Definition.Frequency.QUARTER.admits(period) + ", "
                    + Definition.Frequency.YEAR.admits(period) + ")");
            closings.add("(" + last + ", '" + period + "')");
            openings.add("(" + (first - 1) + ", '" + period + "')");
            for (YearMonth month : period.months()) {
                flows.add("(" + Months.number(month) + ", '" + period + "')");
            }
        }
        table("period", "(period, is_quarterly, is_yearly)", periods);
        table("flow", "(in_month, period)", flows);
        table("closing", "(in_month, period)", closings);
        table("opening", "(in_month, period)", openings);
        table(
                "region",
                "(region)",
                scope.regions().stream().map(r -> "('" + r.value() + "')").toList());
    }

    private void table(String name, String columns, List<String> rows) {
        statements.add(
                "CREATE TABLE " + name + " AS SELECT * FROM (VALUES " + String.join(", ", rows) + ") AS v" + columns);
    }

    /** One pass for each fact and date over the rows, then the sums of periods from the sums of months. */
    private void additive() {
        Map<Pass, List<Item>> passes = new LinkedHashMap<>();
        plan.numbered().forEach((number, term) -> {
            if (term.measure().isAdditive()) {
                item(passes, new Pass(term.fact(), term.at(), term.timing()), new Item(number, term, 1));
                if (term.leaves() != null) {
                    String left = "greatest(" + term.leaves() + ", " + term.at() + ")";
                    item(passes, new Pass(term.fact(), left, term.timing()), new Item(number, left(term), -1));
                }
            }
        });
        passes.forEach((pass, items) -> pass(pass, items, "p" + statements.size()));
    }

    private static void item(Map<Pass, List<Item>> passes, Pass pass, Item item) {
        passes.computeIfAbsent(pass, p -> new ArrayList<>()).add(item);
    }

    private static Term left(Term term) {
        String condition =
                "(" + term.when() + ") and " + term.at() + " is not null and " + term.leaves() + " is not null";
        return new Term(
                term.fact(),
                term.measure(),
                term.of(),
                condition,
                term.timing(),
                term.at(),
                term.leaves(),
                "",
                term.share());
    }

    private void pass(Pass pass, List<Item> items, String name) {
        List<String> sums = items.stream().map(DuckIndicators::sum).toList();
        Collection<Dimension> dimensions =
                dimensions(items.stream().map(Item::term).collect(Collectors.toSet()));
        String month = month(pass.date());
        List<String> selects = new ArrayList<>();
        selects.add(grouped(
                pass.fact(),
                dimensions.stream().filter(d -> !d.many()).toList(),
                month + " AS in_month",
                sums,
                pass.date() + " IS NOT NULL AND " + month + " <= " + months.last()));
        for (Dimension many : dimensions.stream().filter(Dimension::many).toList()) {
            selects.add("SELECT region_code AS region, '" + many.name() + "' AS dimension, value, " + month
                    + " AS in_month, " + String.join(", ", sums) + " FROM (SELECT *, " + values(many)
                    + " AS value FROM " + view(pass.fact()) + ") WHERE " + pass.date() + " IS NOT NULL AND " + month
                    + " <= " + months.last() + " GROUP BY ALL");
        }
        statements.add("CREATE TABLE w" + name + " AS " + String.join(" UNION ALL ", selects));
        List<String> again = items.stream()
                .map(i -> "sum(" + column(i) + ") AS " + column(i))
                .toList();
        String both = "(SELECT * FROM w" + name + " UNION ALL SELECT '" + district()
                + "' AS region, dimension, value, in_month, " + String.join(", ", again) + " FROM w" + name
                + " GROUP BY ALL)";
        String join =
                switch (pass.timing()) {
                    case FLOW -> "JOIN flow AS f ON w.in_month = f.in_month";
                    case CLOSING -> "JOIN closing AS f ON w.in_month <= f.in_month";
                    case OPENING -> "JOIN opening AS f ON w.in_month <= f.in_month";
                };
        statements.add("CREATE TABLE " + name + " AS SELECT region, dimension, value, period, "
                + String.join(", ", again) + " FROM " + both + " AS w " + join + " GROUP BY ALL");
        items.forEach(
                i -> places.computeIfAbsent(i.term(), t -> new ArrayList<>()).add(new Place(name, column(i))));
    }

    private static String column(Item item) {
        return (item.sign() < 0 ? "l" : "t") + item.term();
    }

    private static String sum(Item item) {
        String counts = "(" + duck(item.of().when()) + ")";
        String sign = item.sign() < 0 ? "-" : "";
        return item.of().measure() == Term.Measure.COUNT
                ? sign + "count(*) FILTER (WHERE " + counts + ") AS " + column(item)
                : sign + "coalesce(sum(" + duck(item.of().of()) + ") FILTER (WHERE " + counts + "), 0) AS "
                        + column(item);
    }

    /** @param more what is grouped by besides region and breakdown, as {@code expression AS name} */
    private static String grouped(
            TableName fact, List<Dimension> dimensions, String more, List<String> sums, String where) {
        List<String> names = new ArrayList<>();
        List<String> sets = new ArrayList<>(List.of("(region_code, " + names(more) + ")"));
        StringBuilder which = new StringBuilder("CASE");
        StringBuilder value = new StringBuilder("CASE");
        for (Dimension dimension : dimensions) {
            String d = "d_" + dimension.name();
            names.add("coalesce(" + truth(dimension.column()) + ", '不详') AS " + d);
            sets.add("(region_code, " + names(more) + ", " + d + ")");
            which.append(" WHEN GROUPING(")
                    .append(d)
                    .append(") = 0 THEN '")
                    .append(dimension.name())
                    .append("'");
            value.append(" WHEN GROUPING(").append(d).append(") = 0 THEN ").append(d);
        }
        String cell = dimensions.isEmpty()
                ? "'' AS dimension, '' AS value"
                : which + " ELSE '' END AS dimension, " + value + " ELSE '' END AS value";
        names.add(more);
        return "SELECT region_code AS region, " + cell + ", " + names(more)
                + (sums.isEmpty() ? "" : ", " + String.join(", ", sums)) + " FROM (SELECT *, "
                + String.join(", ", names) + " FROM " + view(fact) + " WHERE " + where
                + ") GROUP BY GROUPING SETS (" + String.join(", ", sets) + ")";
    }

    /** The names of {@code a AS x, b AS y}; no expression has a comma followed by AS. */
    private static String names(String aliased) {
        List<String> names = new ArrayList<>();
        java.util.regex.Matcher each = Pattern.compile(" AS ([a-z_]+)(?:, |$)").matcher(aliased);
        while (each.find()) {
            names.add(each.group(1));
        }
        return String.join(", ", names);
    }

    private static String truth(String column) {
        return "CASE CAST(" + column + " AS VARCHAR) WHEN 'true' THEN '是' WHEN 'false' THEN '否' ELSE CAST(" + column
                + " AS VARCHAR) END";
    }

    private static String values(Dimension many) {
        return "unnest(list_distinct(string_split(coalesce(" + many.column() + ", '不详'), ';')))";
    }

    private void distinct(int number, Term term) {
        String seen = "seen" + number;
        String where = "(" + duck(term.when()) + ") AND " + term.at() + " IS NOT NULL AND " + term.of()
                + " IS NOT NULL AND " + month(term.at()) + " <= " + months.last();
        String left = term.leaves() == null
                ? ""
                : ", " + month("greatest(" + term.leaves() + ", " + term.at() + ")") + " AS leaving";
        String leaving = term.leaves() == null
                ? ""
                : ", CASE WHEN " + term.leaves() + " IS NULL THEN 999999 ELSE "
                        + month("greatest(" + term.leaves() + ", " + term.at() + ")") + " END AS leaving";
        boolean isLevel = term.timing() != Term.Timing.FLOW;
        String more = term.of() + " AS who, " + month(term.at()) + " AS in_month" + (left.isEmpty() ? "" : leaving);
        List<String> selects = new ArrayList<>();
        Collection<Dimension> dimensions = dimensions(Set.of(number));
        selects.add(
                grouped(term.fact(), dimensions.stream().filter(d -> !d.many()).toList(), more, List.of(), where));
        for (Dimension many : dimensions.stream().filter(Dimension::many).toList()) {
            selects.add("SELECT DISTINCT region_code AS region, '" + many.name() + "' AS dimension, value, "
                    + names(more) + " FROM (SELECT *, " + more + ", " + values(many) + " AS value FROM "
                    + view(term.fact()) + " WHERE " + where + ")");
        }
        statements.add("CREATE TABLE " + seen + " AS " + String.join(" UNION ALL ", selects));
        String period = isLevel
                ? "JOIN " + (term.timing() == Term.Timing.CLOSING ? "closing" : "opening")
                        + " AS f ON s.in_month <= f.in_month" + (left.isEmpty() ? "" : " AND s.leaving > f.in_month")
                : "JOIN flow AS f ON s.in_month = f.in_month";
        String count = "SELECT %s AS region, dimension, value, period, count(DISTINCT who) AS t" + number + " FROM "
                + seen + " AS s " + period + " GROUP BY ALL";
        statements.add("CREATE TABLE d" + number + " AS " + count.formatted("region") + " UNION ALL "
                + count.formatted("'" + district() + "'"));
        places.put(number, List.of(new Place("d" + number, "t" + number)));
    }

    private void percentile(int number, Term term) {
        String value = duck(term.of());
        String where = "(" + duck(term.when()) + ") AND " + term.at() + " IS NOT NULL AND (" + value + ") IS NOT NULL";
        List<String> selects = new ArrayList<>();
        List<String> dimensions = new ArrayList<>(List.of("'' AS dimension, '' AS value"));
        dimensions(Set.of(number))
                .forEach(d -> dimensions.add("'" + d.name() + "' AS dimension, "
                        + (d.many() ? values(d) : "coalesce(" + truth(d.column()) + ", '不详')") + " AS value"));
        for (String cell : dimensions) {
            selects.add("SELECT region_code AS region, " + cell + ", " + month(term.at()) + " AS in_month, CAST("
                    + value + " AS DOUBLE) AS v FROM " + view(term.fact()) + " WHERE " + where);
        }
        String rows = String.join(" UNION ALL ", selects);
        String asked = "SELECT %s AS region, dimension, value, period, quantile_cont(v, " + term.share() + ") AS t"
                + number + " FROM v" + number + " JOIN flow USING (in_month) GROUP BY ALL";
        statements.add("CREATE TABLE v" + number + " AS " + rows);
        statements.add("CREATE TABLE q" + number + " AS " + asked.formatted("region") + " UNION ALL "
                + asked.formatted("'" + district() + "'"));
        places.put(number, List.of(new Place("q" + number, "t" + number)));
    }

    /** The breakdowns that any indicator with one of the terms asks for. */
    private Collection<Dimension> dimensions(Set<Integer> terms) {
        Map<String, Dimension> asked = new TreeMap<>();
        for (Plan.Parts part : plan.parts()) {
            if (all(part).stream().anyMatch(terms::contains)) {
                asked.putAll(part.definition().dimensions());
            }
        }
        return asked.values();
    }

    private static Set<Integer> all(Plan.Parts part) {
        Set<Integer> all = new TreeSet<>();
        List.of(
                        part.numerator(),
                        part.denominator(),
                        part.provisional(),
                        part.blocked(),
                        part.keyFields().rows(),
                        part.keyFields().lacking())
                .forEach(all::addAll);
        part.disclosed().forEach(all::addAll);
        part.sampled().forEach(all::addAll);
        return all;
    }

    private void figures() {
        statements.add("CREATE TABLE figure (indicator VARCHAR, region VARCHAR, dimension VARCHAR, dimension_value"
                + " VARCHAR, period VARCHAR, value DOUBLE, numerator DECIMAL(38,6), denominator DECIMAL(38,6), status"
                + " VARCHAR)");
        plan.parts().forEach(this::figure);
    }

    private void figure(Plan.Parts part) {
        Definition definition = part.definition();
        Map<String, List<Integer>> roles = new LinkedHashMap<>();
        roles.put("n", part.numerator());
        roles.put("d", part.denominator());
        roles.put("k", part.keyFields().rows());
        roles.put("m", part.keyFields().lacking());
        roles.put("p", part.provisional());
        for (int i = 0; i < part.sampled().size(); i++) {
            roles.put("s" + i, part.sampled().get(i));
        }
        String cells = String.join(" UNION ALL ", branches(roles, dimensionsOf(definition), definition.regions()));
        String few = part.sampled().isEmpty()
                ? "false"
                : roles.keySet().stream()
                        .filter(r -> r.startsWith("s"))
                        .map(r -> r + " < " + definition.leastSample())
                        .collect(Collectors.joining(" OR "));
        boolean ratio = definition.isRatio();
        String nothing = isOfValues(part) ? "n" : "";
        String sums = roles.keySet().stream()
                .map(r -> r.equals(nothing) ? "sum(n) AS n" : "coalesce(sum(" + r + "), 0) AS " + r)
                .collect(Collectors.joining(", "));
        String asked =
                switch (definition.frequency()) {
                    case MONTH -> "true";
                    case QUARTER -> "is_quarterly";
                    case YEAR -> "is_yearly";
                };
        String totals = "SELECT region, '' AS dimension, '' AS value, period, "
                + roles.keySet().stream()
                        .map(r -> (r.equals(nothing) ? "NULL AS " : "0 AS ") + r)
                        .collect(Collectors.joining(", "))
                + " FROM region CROSS JOIN period"
                + (definition.regions() == Definition.Regions.DISTRICT ? " WHERE region = '" + district() + "'" : "");
        String blocked = part.blocked().isEmpty()
                ? "SELECT '' AS period, false AS is_blocked"
                : "SELECT period, sum(n) > 0 AS is_blocked FROM ("
                        + String.join(
                                " UNION ALL ",
                                branches(Map.of("n", part.blocked()), List.of(""), Definition.Regions.DISTRICT))
                        + ") GROUP BY period";
        String factor = "CAST(" + definition.factor().toPlainString() + " AS DOUBLE)";
        statements.add("INSERT INTO figure WITH cells AS (SELECT region, dimension, value, period, " + sums + " FROM ("
                + cells + " UNION ALL " + totals + ") GROUP BY ALL), judged AS (SELECT c.*, CASE WHEN"
                + " coalesce(is_blocked, false) THEN 'not_configured' WHEN " + few + (ratio ? " OR d = 0" : "")
                + " OR n IS NULL"
                + " THEN 'no_denominator' WHEN m * 100 > k * " + scope.trust().withheldAbove()
                + " THEN 'unreliable' WHEN m * 100 > k * " + scope.trust().referenceAbove()
                + " THEN 'reference' WHEN p > 0 THEN 'provisional' ELSE 'ok' END AS status FROM cells AS c JOIN period"
                + " AS t ON t.period = c.period AND " + asked + " LEFT JOIN (" + blocked
                + ") AS b ON b.period = c.period)" + " SELECT '"
                + definition.passport().id()
                + "', region, dimension, value, period, CASE WHEN status IN ('not_configured', 'no_denominator',"
                + " 'unreliable') THEN NULL ELSE "
                + (ratio ? "n::DOUBLE * " + factor + " / d::DOUBLE" : "n::DOUBLE * " + factor)
                + " END, n, " + (ratio ? "d" : "NULL") + ", status FROM judged WHERE dimension = '' OR (status <>"
                + " 'not_configured' AND NOT (" + few + ") AND (n <> 0" + (ratio ? " OR d <> 0" : "")
                + ")) OR status = 'unreliable'");
    }

    /** A median of no values is no value. */
    private static boolean isOfValues(Plan.Parts part) {
        return part.definition().numerator().stream()
                .anyMatch(t -> t.measure() == Term.Measure.MEDIAN || t.measure() == Term.Measure.PERCENTILE);
    }

    private static List<String> dimensionsOf(Definition definition) {
        List<String> asked = new ArrayList<>(List.of(""));
        asked.addAll(definition.dimensions().keySet());
        return asked;
    }

    /** One select for each table in which terms of the roles stand. */
    private List<String> branches(
            Map<String, List<Integer>> roles, List<String> dimensions, Definition.Regions regions) {
        Set<String> tables = new LinkedHashSet<>();
        roles.values().forEach(terms -> terms.forEach(t -> place(t).forEach(p -> tables.add(p.table()))));
        List<String> selects = new ArrayList<>();
        for (String table : tables) {
            String columns = roles.entrySet().stream()
                    .map(role -> added(role.getValue(), table) + " AS " + role.getKey())
                    .collect(Collectors.joining(", "));
            String names = dimensions.stream().map(d -> "'" + d + "'").collect(Collectors.joining(", "));
            selects.add("SELECT region, dimension, value, period, " + columns + " FROM " + table
                    + " WHERE dimension IN (" + names + ")"
                    + (regions == Definition.Regions.DISTRICT ? " AND region = '" + district() + "'" : ""));
        }
        return selects;
    }

    private String added(List<Integer> terms, String table) {
        List<String> columns = new ArrayList<>();
        for (int term : terms) {
            place(term).stream().filter(p -> p.table().equals(table)).forEach(p -> columns.add(p.column()));
        }
        return columns.isEmpty() ? "NULL" : String.join(" + ", columns);
    }

    private List<Place> place(int term) {
        return Objects.requireNonNull(places.get(term), "term " + term);
    }

    private String district() {
        return scope.regions().get(0).value();
    }

    private static String month(String date) {
        return "(year(" + date + ") * 12 + month(" + date + ") - 1)";
    }

    private static String view(TableName fact) {
        return fact.layer() + "_" + fact.name();
    }

    /** The few functions that are called otherwise there. */
    private static String duck(String expression) {
        return DATEDIFF.matcher(expression).replaceAll("datediff('day', $2, $1)");
    }
}
