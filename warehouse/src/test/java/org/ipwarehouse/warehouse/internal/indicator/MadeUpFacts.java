package org.ipwarehouse.warehouse.internal.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.model.ModelCatalogue;

/**
 * A few hundred made-up rows of any fact, as a SELECT: each value is a digest of the row's number and the column's name;
 * texts are the words that the passports ask for and one other.
 */
final class MadeUpFacts {
    private static final int ROWS = 400;
    private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'|([a-z_][a-z0-9_]*)");

    private final ModelCatalogue catalogue;
    private final Map<String, Set<String>> words = new TreeMap<>();

    MadeUpFacts(ModelCatalogue catalogue, List<Definition> definitions) {
        this.catalogue = catalogue;
        definitions.forEach(d -> List.of(d.numerator(), d.denominator())
                .forEach(terms -> terms.forEach(t -> words(t.fact(), t.when()))));
    }

    /** Gives each literal of a condition to the text column that was named last. */
    private void words(TableName fact, String condition) {
        List<Column> columns = catalogue.model(fact).shape().columns();
        String column = "";
        Matcher each = WORD.matcher(condition);
        while (each.find()) {
            String name = each.group(2);
            if (name == null) {
                words.computeIfAbsent(fact + "." + column, c -> new TreeSet<>()).add(each.group(1));
            } else if (columns.stream().anyMatch(c -> c.name().equals(name) && c.type() == ColumnType.TEXT)) {
                column = name;
            }
        }
    }

    String select(TableName fact) {
        return catalogue.model(fact).shape().columns().stream()
                .map(c -> "if(" + (c.nullable() ? drawn(c, "gap") + " % 20 = 0" : "false") + ", null, " + value(fact, c)
                        + ") AS " + c.name())
                .collect(Collectors.joining(", ", "SELECT ", " FROM range(" + ROWS + ")"));
    }

    private static String drawn(Column column, String salt) {
        return "pmod(xxhash64(id, '" + column.name() + salt + "'), 1000003)";
    }

    private String value(TableName fact, Column column) {
        String drawn = drawn(column, "");
        return switch (column.type()) {
            case BOOLEAN -> drawn + " % 10 < 7";
            case DATE -> "date_add(DATE'2024-11-01', cast(" + drawn + " % 460 AS int))";
            case TIMESTAMP -> "timestamp_seconds(1735689600 + " + drawn + ")";
            case INTEGER -> column.name().endsWith("year") ? "2024 + " + drawn + " % 2" : drawn + " % 90";
            case DECIMAL ->
                "cast((" + drawn + " % 3000) / 100 AS decimal(" + column.precision() + "," + column.scale() + "))";
            case TEXT -> oneOf(texts(fact, column), drawn);
        };
    }

    private List<String> texts(TableName fact, Column column) {
        if (column.name().equals("region_code")) {
            return List.of("640502100", "640502101", "640502000");
        }
        List<String> texts = new ArrayList<>(words.getOrDefault(fact + "." + column.name(), Set.of("甲", "乙")));
        texts.removeAll(List.of("not_configured", "refused"));
        texts.add("合成");
        return texts;
    }

    private static String oneOf(List<String> values, String drawn) {
        return values.stream()
                .collect(Collectors.joining(
                        "', '", "element_at(array('", "'), cast(1 + " + drawn + " % " + values.size() + " AS int))"));
    }
}
