package org.ipwarehouse.warehouse.internal.warning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.api.WarningRule;
import org.ipwarehouse.warehouse.internal.model.Model;
import org.ipwarehouse.warehouse.internal.model.ModelCatalogue;
import org.ipwarehouse.warehouse.internal.reference.DefinitionErrors;
import org.ipwarehouse.warehouse.internal.reference.StrictYaml;
import org.jspecify.annotations.Nullable;

/** Reads one rule strictly: each mistake is a fault with file and line. The grammar is docs/warnings.md. */
final class RuleFile {
    private static final Set<String> KEYS = Set.of(
            "warning",
            "name_zh",
            "name_en",
            "version",
            "meaning",
            "level",
            "owner",
            "handle_days",
            "raise_within_days",
            "model",
            "gaps",
            "evidence",
            "pitfall",
            "confidence");
    private static final Pattern CODE = Pattern.compile("W\\d{2}");
    private static final Set<String> LEVELS = Set.of("红", "黄", "黄/红");
    private static final List<String> GRAIN = List.of("subject_key", "case_key", "evidence_fact", "evidence_key");
    private static final List<Column> GAP_COLUMNS =
            List.of(Column.required("gap", ColumnType.TEXT), Column.required("gap_rows", ColumnType.INTEGER));

    /** What every rule selects; the columns of its evidence come after them. */
    static final List<Column> COLUMNS = List.of(
            Column.required("subject_key", ColumnType.TEXT),
            Column.required("subject", ColumnType.TEXT),
            Column.required("case_key", ColumnType.TEXT),
            Column.required("level", ColumnType.TEXT),
            Column.of("region_code", ColumnType.TEXT),
            Column.of("owner", ColumnType.TEXT),
            Column.of("happened_on", ColumnType.DATE),
            Column.of("due_on", ColumnType.DATE),
            Column.required("summary", ColumnType.TEXT),
            Column.required("evidence_fact", ColumnType.TEXT),
            Column.required("evidence_key", ColumnType.TEXT),
            Column.required("role", ColumnType.TEXT),
            Column.required("submission", ColumnType.TEXT),
            Column.required("source_file", ColumnType.TEXT),
            Column.required("sheet", ColumnType.TEXT),
            Column.required("row_number", ColumnType.INTEGER));

    private final StrictYaml document;
    private final Map<String, StrictYaml> entries;

    private RuleFile(StrictYaml document) {
        this.document = document;
        entries = document.entries(KEYS);
    }

    static Rule read(Path file) {
        return new RuleFile(StrictYaml.read(file)).rule();
    }

    private Rule rule() {
        WarningRule about = about();
        List<String> evidence = document.required(entries, "evidence").texts();
        StrictYaml gaps = entries.get("gaps");
        return new Rule(
                about,
                model(about.code(), document.required(entries, "model"), columns(evidence), GRAIN),
                evidence,
                gaps == null ? null : model(about.code() + "_gaps", gaps, GAP_COLUMNS, List.of("gap")));
    }

    private WarningRule about() {
        return new WarningRule(
                code(),
                text("name_zh"),
                text("name_en"),
                document.required(entries, "version").integer(),
                text("meaning"),
                level(),
                text("owner"),
                positive("handle_days"),
                positive("raise_within_days"),
                text("pitfall"),
                text("confidence"),
                List.of());
    }

    private String code() {
        StrictYaml code = document.required(entries, "warning");
        String file = String.valueOf(document.file().getFileName());
        if (!CODE.matcher(code.text()).matches() || !file.equals(code.text() + ".yaml")) {
            throw code.wrong("规则代码 '" + code.text() + "' 不对", "代码为 W 加两位数字，并与文件名相同。");
        }
        return code.text();
    }

    private String level() {
        StrictYaml level = document.required(entries, "level");
        if (!LEVELS.contains(level.text())) {
            throw level.wrong("不认识的级别 '" + level.text() + "'", "可用：红、黄、黄/红（由 SQL 的 level 列分级）。");
        }
        return level.text();
    }

    private String text(String key) {
        return document.required(entries, key).text();
    }

    private int positive(String key) {
        StrictYaml value = document.required(entries, key);
        if (value.integer() < 1) {
            throw value.wrong(key + " 应是正整数", "请写天数。");
        }
        return value.integer();
    }

    private List<Column> columns(List<String> evidence) {
        List<Column> columns = new ArrayList<>(COLUMNS);
        for (String name : evidence) {
            if (columns.stream().anyMatch(c -> c.name().equals(name))) {
                throw document.required(entries, "evidence").wrong("列 '" + name + "' 已有", "依据列不能与固定列同名，也不能重复。");
            }
            columns.add(Column.of(name, ColumnType.TEXT));
        }
        return columns;
    }

    private Model model(String name, StrictYaml file, List<Column> columns, List<String> grain) {
        TableName table = new TableName("warning", name.toLowerCase(Locale.ROOT));
        String sql = sql(file);
        @Nullable TableName rowsOf = null;
        return new Model(
                document.file(), new TableShape(table, columns), grain, rowsOf, sql, ModelCatalogue.tablesIn(sql));
    }

    private static String sql(StrictYaml name) {
        Path file = name.file().resolveSibling(name.text());
        if (!Files.isRegularFile(file)) {
            throw name.wrong("没有文件 " + name.text(), "SELECT 写在同一目录的 .sql 文件里。");
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw DefinitionErrors.unreadable(file, unreadable);
        }
    }
}
