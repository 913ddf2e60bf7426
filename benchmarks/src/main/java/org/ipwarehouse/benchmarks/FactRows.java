package org.ipwarehouse.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.ipwarehouse.warehouse.internal.indicator.Term;

/**
 * Made-up rows of the facts as Parquet files, the same ones each time: every value is a digest of the row's number and
 * the column's name. Texts are the words that the passports ask for and a few others, dates lie in three years and a
 * month on each side, townships occur alike often.
 */
final class FactRows {
    private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'|([a-z_][a-z0-9_]*)");
    private static final String NOT_CONFIGURED = "not_configured";
    private static final List<String> OTHERS = List.of("合成甲", "合成乙", "合成丙", "合成丁", "合成戊", "合成己");
    private static final int FILES = 4;

    private final Map<TableName, TableShape> shapes;
    private final Map<TableName, Map<String, Set<String>>> words = new TreeMap<>();
    private final Map<TableName, Set<String>> keys = new TreeMap<>();
    private final Map<TableName, Set<String>> lists = new TreeMap<>();
    private final List<String> regions;

    /**
     * @param shapes of the facts that the definitions read
     * @param regions codes of the townships, the unknown one included
     */
    FactRows(Map<TableName, TableShape> shapes, List<Definition> definitions, List<String> regions) {
        this.shapes = shapes;
        this.regions = List.copyOf(regions);
        definitions.forEach(this::learn);
    }

    private void learn(Definition definition) {
        for (List<Term> terms : List.of(definition.numerator(), definition.denominator(), definition.blocked())) {
            for (Term term : terms) {
                List.of(term.when(), term.of(), term.provisionalWhen()).forEach(text -> words(term.fact(), text));
                definition.disclosures().forEach(d -> words(term.fact(), d.when()));
                if (term.measure() == Term.Measure.DISTINCT) {
                    keys.computeIfAbsent(term.fact(), f -> new TreeSet<>()).add(term.of());
                }
                definition.dimensions().values().stream()
                        .filter(Definition.Dimension::many)
                        .forEach(d -> lists.computeIfAbsent(term.fact(), f -> new TreeSet<>())
                                .add(d.column()));
            }
        }
    }

    /** Gives each literal of an expression to the text column that was named last. */
    private void words(TableName fact, String expression) {
        TableShape shape = Objects.requireNonNull(shapes.get(fact));
        String column = "";
        Matcher each = WORD.matcher(expression);
        while (each.find()) {
            String name = each.group(2);
            if (name == null) {
                words.computeIfAbsent(fact, f -> new TreeMap<>())
                        .computeIfAbsent(column, c -> new TreeSet<>())
                        .add(each.group(1));
            } else if (shape.columns().stream().anyMatch(c -> c.name().equals(name) && c.type() == ColumnType.TEXT)) {
                column = name;
            }
        }
    }

    /** How many rows each fact has of so many in all. */
    Map<TableName, Long> shares(long rows) throws IOException {
        Map<String, Long> asked = asked();
        Map<TableName, Long> weights = new TreeMap<>();
        shapes.keySet().forEach(fact -> weights.put(fact, asked.getOrDefault(fact.name(), 1L)));
        long whole = weights.values().stream().mapToLong(Long::longValue).sum();
        weights.replaceAll((fact, weight) -> Math.max(10, rows * weight / whole));
        return weights;
    }

    private static Map<String, Long> asked() throws IOException {
        Map<String, Long> asked = new HashMap<>();
        try (InputStream bytes = Objects.requireNonNull(FactRows.class.getResourceAsStream("fact_shares.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            lines.lines().skip(2).map(line -> line.split(",", -1)).forEach(p -> asked.put(p[0], Long.parseLong(p[1])));
        }
        return asked;
    }

    /**
     * Writes the rows of a fact.
     *
     * @param changed of so many rows in a hundred the values are drawn anew, as a later correction would
     */
    void write(Connection duck, TableName fact, long rows, Path folder, int changed) throws IOException, SQLException {
        Files.createDirectories(folder);
        for (int file = 0; file < FILES; file++) {
            long from = rows * file / FILES;
            long to = rows * (file + 1) / FILES;
            String sql = "COPY (SELECT " + String.join(", ", columns(fact, rows)) + " FROM (SELECT range AS i, range + "
                    + "CASE WHEN " + changed + " > 0 AND hash(range, 'changed') % 100 < " + changed
                    + " THEN 1000000007 ELSE 0 END AS n FROM range(" + from + ", " + to + "))) TO '"
                    + folder.resolve(String.format(Locale.ROOT, "rows-%d-%d.parquet", changed, file))
                    + "' (FORMAT parquet, COMPRESSION zstd)";
            try (Statement copy = duck.createStatement()) {
                copy.execute(sql);
            }
        }
    }

    private List<String> columns(TableName fact, long rows) {
        List<String> columns = new ArrayList<>();
        for (Column column : Objects.requireNonNull(shapes.get(fact)).columns()) {
            String value = value(fact, column, rows);
            columns.add((column.nullable()
                            ? "CASE WHEN " + drawn(column, "gap") + " % 100 < 4 THEN NULL ELSE " + value + " END"
                            : value)
                    + " AS " + column.name());
        }
        return columns;
    }

    private static String drawn(Column column, String salt) {
        return "hash(n, '" + column.name() + salt + "')";
    }

    private String value(TableName fact, Column column, long rows) {
        String drawn = drawn(column, "");
        return switch (column.type()) {
            case BOOLEAN -> drawn + " % 100 < 70";
            case DATE -> "DATE '2022-12-01' + CAST(" + drawn + " % 1157 AS INTEGER)";
            case TIMESTAMP -> "to_timestamp(1669852800 + CAST(" + drawn + " % 99964800 AS BIGINT))";
            case INTEGER ->
                column.name().endsWith("year")
                        ? "CAST(2023 + " + drawn + " % 3 AS BIGINT)"
                        : "CAST(" + drawn + " % 90 AS BIGINT)";
            case DECIMAL -> decimal(column, drawn);
            case TEXT -> text(fact, column.name(), drawn, rows);
        };
    }

    private static String decimal(Column column, String drawn) {
        long most = (long) Math.pow(10, Math.min(column.precision() - 1, 8));
        return "CAST(CAST(" + drawn + " % " + most + " AS DECIMAL(38,0)) / "
                + (long) Math.pow(10, column.scale()) + " AS DECIMAL(" + column.precision() + "," + column.scale()
                + "))";
    }

    private String text(TableName fact, String name, String drawn, long rows) {
        if (name.equals("region_code")) {
            return oneOf(regions, drawn);
        }
        if (keys.getOrDefault(fact, Set.of()).contains(name)) {
            return "'K' || CAST(" + drawn + " % " + Math.max(10, rows / 8) + " AS VARCHAR)";
        }
        Set<String> asked = words.getOrDefault(fact, Map.of()).getOrDefault(name, Set.of());
        List<String> values = new ArrayList<>(asked);
        values.removeAll(List.of(NOT_CONFIGURED, "refused", ""));
        if (asked.contains(NOT_CONFIGURED)) {
            // one row that stands on a rule that is not configured takes the figures of its periods away
            return "CASE WHEN i = 7 THEN '" + NOT_CONFIGURED + "' ELSE " + oneOf(joined(values, List.of("ok")), drawn)
                    + " END";
        }
        String one = oneOf(joined(values, OTHERS), drawn);
        return lists.getOrDefault(fact, Set.of()).contains(name)
                ? one + " || CASE WHEN " + drawn + " % 1000 < 200 THEN ';合成庚' ELSE '' END"
                : one;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return Collections.unmodifiableList(all);
    }

    private static String oneOf(List<String> values, String drawn) {
        return "['" + String.join("', '", values) + "'][1 + CAST(" + drawn + " % " + values.size() + " AS INTEGER)]";
    }
}
