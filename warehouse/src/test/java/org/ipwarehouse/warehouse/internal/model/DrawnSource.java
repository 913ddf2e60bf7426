package org.ipwarehouse.warehouse.internal.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.api.Updating;
import org.yaml.snakeyaml.Yaml;

/**
 * A source as its contract in {@code etl/contracts} gives it, for drawing its rows. The warehouse cannot see the reader of
 * contracts, so that this reads the little it needs.
 *
 * @param columns of the clean table; personal fields are tokens there
 * @param measures totals of a cumulative source
 */
public record DrawnSource(String id, String table, List<Column> columns, List<String> measures, Updating updating) {
    private static final Set<String> PERSONAL = Set.of("personal", "sensitive");

    /** All sources by the name of their table. */
    public static Map<String, DrawnSource> all(Path home) {
        Map<String, DrawnSource> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(home.resolve("etl/contracts"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                DrawnSource source = of(new Yaml().load(Files.readString(file, StandardCharsets.UTF_8)));
                sources.put(source.table(), source);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sources;
    }

    private static DrawnSource of(Map<?, ?> contract) {
        Map<?, ?> schema = (Map<?, ?>) list(contract, "schema").get(0);
        List<Column> columns = new ArrayList<>();
        List<String> measures = new ArrayList<>();
        for (Object each : list(schema, "properties")) {
            Map<?, ?> property = (Map<?, ?>) each;
            columns.add(column(property));
            if (custom(property).containsKey("measure")) {
                measures.add(String.valueOf(property.get("name")));
            }
        }
        Map<String, Object> custom = custom(contract);
        return new DrawnSource(
                String.valueOf(custom.get("source")),
                String.valueOf(schema.get("name")),
                columns,
                measures,
                updating(custom, measures));
    }

    private static Updating updating(Map<String, Object> custom, List<String> measures) {
        String semantics = String.valueOf(custom.get("updateSemantics"));
        List<String> key =
                list(custom, "naturalKey").stream().map(String::valueOf).toList();
        boolean cumulative = semantics.equals("cumulative");
        String period = cumulative ? String.valueOf(map(custom, "cumulative").get("period")) : "";
        Map<?, ?> reversal = (Map<?, ?>) custom.getOrDefault("reversal", Map.of());
        List<?> values = reversal.get("values") instanceof List<?> list ? list : List.of();
        return new Updating(
                semantics,
                key,
                cumulative ? measures : List.of(),
                period,
                reversal.get("field") == null ? "" : String.valueOf(reversal.get("field")),
                values.stream().map(String::valueOf).toList());
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return (List<?>) Objects.requireNonNull(map.get(key), key);
    }

    private static Map<?, ?> map(Map<?, ?> map, String key) {
        return (Map<?, ?>) Objects.requireNonNull(map.get(key), key);
    }

    private static Map<String, Object> custom(Map<?, ?> of) {
        Map<String, Object> custom = new TreeMap<>();
        if (of.get("customProperties") instanceof List<?> properties) {
            for (Object each : properties) {
                Map<?, ?> property = (Map<?, ?>) each;
                custom.put(String.valueOf(property.get("property")), property.get("value"));
            }
        }
        return custom;
    }

    private static Column column(Map<?, ?> property) {
        String name = String.valueOf(property.get("name"));
        if (PERSONAL.contains(String.valueOf(property.get("classification")))) {
            return Column.of(name + "_token", ColumnType.TEXT);
        }
        return switch (String.valueOf(property.get("logicalType"))) {
            case "boolean" -> Column.of(name, ColumnType.BOOLEAN);
            case "date" -> Column.of(name, ColumnType.DATE);
            case "timestamp" -> Column.of(name, ColumnType.TIMESTAMP);
            case "integer" -> Column.of(name, ColumnType.INTEGER);
            case "number" -> decimal(name, String.valueOf(property.get("physicalType")));
            default -> Column.of(name, ColumnType.TEXT);
        };
    }

    private static Column decimal(String name, String type) {
        String[] digits = type.replaceAll("[^0-9,]", "").split(",", -1);
        return Column.decimal(name, Integer.parseInt(digits[0]), Integer.parseInt(digits[1]));
    }

    public TableShape shape() {
        return new TableShape(new TableName("clean", table), columns);
    }

    public SourceProfile profile() {
        return new SourceProfile(id, table, shape(), List.of("U17"), "monthly", 10, updating);
    }

    /** {@code name type, …} of a layer's view over the table: what {@code Versions} adds is drawn too. */
    String drawn(String layer) {
        List<String> drawn = new ArrayList<>();
        columns.forEach(column -> drawn.add(column.name() + " " + type(column)));
        if (layer.equals("difference")) {
            measures.forEach(measure -> drawn.add(measure + "_own decimal(20,6)"));
            drawn.add("moment date, since date, is_corrected boolean");
        }
        if (layer.equals("history")) {
            drawn.add("valid_from date, valid_to date, ended_by string, ended_surely boolean");
        }
        return String.join(", ", drawn);
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case TEXT -> "string";
            case INTEGER -> "bigint";
            case DECIMAL -> "decimal(" + column.precision() + "," + column.scale() + ")";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
        };
    }
}
