package org.ipwarehouse.warehouse.internal.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.reference.DefinitionErrors;
import org.ipwarehouse.warehouse.internal.reference.StrictYaml;
import org.jspecify.annotations.Nullable;

/** The models of an installation, each after those that it reads. */
public final class ModelCatalogue {
    private static final Set<String> TABLE_KEYS = Set.of("table", "meaning", "model", "grain", "rows_of", "columns");
    private static final Set<String> COLUMN_KEYS = Set.of("name", "type", "required", "meaning");
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),\\s*(\\d+)\\)");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern TABLE = Pattern.compile(
            "\\b(current|effective|history|difference|linked|fact|dimension|mart)\\.([a-z][a-z0-9_]*)",
            Pattern.CASE_INSENSITIVE);

    private final List<Model> models;

    private ModelCatalogue(List<Model> models) {
        this.models = List.copyOf(models);
    }

    /** Reads {@code warehouse/tables} and {@code warehouse/models} below the installation's home. */
    public static ModelCatalogue load(Path home) {
        Map<TableName, Model> found = new TreeMap<>();
        for (Path file : yamlFiles(home.resolve("warehouse/tables"))) {
            Model model = read(file, home.resolve("warehouse/models"));
            if (found.put(model.table(), model) != null) {
                throw DefinitionErrors.wrong(file, 1, "表 " + model.table() + " 已在另一文件中定义", "请只保留一个定义。");
            }
        }
        return new ModelCatalogue(ordered(found));
    }

    /** All models, each after those that it reads. */
    public List<Model> models() {
        return models;
    }

    /** The model of a table. @throws IllegalArgumentException if there is none */
    public Model model(TableName table) {
        return models.stream()
                .filter(m -> m.table().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No model writes " + table));
    }

    private static List<Path> yamlFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException unreadable) {
            throw DefinitionErrors.unreadable(folder, unreadable);
        }
    }

    private static Model read(Path file, Path models) {
        StrictYaml document = StrictYaml.read(file);
        Map<String, StrictYaml> entries = document.entries(TABLE_KEYS);
        TableName table = TableName.parse(document.required(entries, "table").text());
        List<Column> columns = new ArrayList<>();
        for (StrictYaml item : document.required(entries, "columns").items()) {
            columns.add(column(item));
        }
        String sql = sql(models.resolve(document.required(entries, "model").text()));
        @Nullable StrictYaml rowsOf = entries.get("rows_of");
        return new Model(
                file,
                new TableShape(table, columns),
                document.required(entries, "grain").texts(),
                rowsOf == null ? null : TableName.parse(rowsOf.text()),
                sql,
                reads(sql, table));
    }

    private static Column column(StrictYaml item) {
        Map<String, StrictYaml> entries = item.entries(COLUMN_KEYS);
        item.required(entries, "meaning");
        String name = item.required(entries, "name").text();
        StrictYaml type = item.required(entries, "type");
        boolean nullable = !entries.containsKey("required")
                || !Boolean.parseBoolean(entries.get("required").text());
        Matcher decimal = DECIMAL.matcher(type.text());
        if (decimal.matches()) {
            return new Column(
                    name,
                    ColumnType.DECIMAL,
                    Integer.parseInt(decimal.group(1)),
                    Integer.parseInt(decimal.group(2)),
                    nullable);
        }
        for (ColumnType known : ColumnType.values()) {
            if (known != ColumnType.DECIMAL && known.name().equalsIgnoreCase(type.text())) {
                return new Column(name, known, 0, 0, nullable);
            }
        }
        throw type.wrong("不认识的类型 '" + type.text() + "'", "可用：text、integer、decimal(18,2)、date、timestamp、boolean。");
    }

    private static String sql(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw DefinitionErrors.unreadable(file, unreadable);
        }
    }

    private static Set<TableName> reads(String sql, TableName self) {
        Set<TableName> reads = tablesIn(sql);
        reads.remove(self);
        return reads;
    }

    /** The tables of the lake that a SELECT names outside its comments. */
    public static Set<TableName> tablesIn(String sql) {
        Set<TableName> tables = new TreeSet<>();
        Matcher names = TABLE.matcher(COMMENT.matcher(sql).replaceAll(""));
        while (names.find()) {
            tables.add(TableName.parse(names.group()));
        }
        return tables;
    }

    private static List<Model> ordered(Map<TableName, Model> models) {
        Map<TableName, Model> done = new LinkedHashMap<>();
        while (done.size() < models.size()) {
            List<Model> ready = models.values().stream()
                    .filter(m -> !done.containsKey(m.table()))
                    .filter(m -> m.reads().stream().allMatch(r -> done.containsKey(r) || !models.containsKey(r)))
                    .toList();
            if (ready.isEmpty()) {
                Model stuck = models.values().stream()
                        .filter(m -> !done.containsKey(m.table()))
                        .findFirst()
                        .orElseThrow();
                throw DefinitionErrors.wrong(stuck.file(), 1, "表 " + stuck.table() + " 的模型互相引用成环", "请拆开其中一个模型。");
            }
            ready.forEach(m -> done.put(m.table(), m));
        }
        return List.copyOf(done.values());
    }
}
