package org.ipwarehouse.reports.superset.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ipwarehouse.reports.serving.Mart;
import org.ipwarehouse.warehouse.api.Passport;

/** Databases and datasets: the columns with their Chinese names, and each indicator as a metric. */
final class Tables {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode KNOWN = read();

    private final Edition edition;
    private final List<Passport> passports;

    Tables(Edition edition, List<Passport> passports) {
        this.edition = edition;
        this.passports = List.copyOf(passports);
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(Tables.class.getResourceAsStream("datasets.yaml"))) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String databaseId() {
        return edition.id("database");
    }

    String datasetId(Mart mart) {
        return edition.id("dataset", mart.table());
    }

    SupersetObject database() {
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("metadata_params", Map.of());
        extra.put("engine_params", Map.of("connect_args", Map.of("connect_timeout", 5)));
        extra.put("metadata_cache_timeout", Map.of());
        extra.put("schemas_allowed_for_csv_upload", List.of());
        extra.put("allows_virtual_table_explore", true);
        Map<String, Object> database = new LinkedHashMap<>();
        database.put("database_name", edition.databaseName());
        database.put("sqlalchemy_uri", edition.uri());
        database.put("cache_timeout", 300);
        database.put("expose_in_sqllab", true);
        database.put("allow_run_async", false);
        database.put("allow_ctas", false);
        database.put("allow_cvas", false);
        database.put("allow_dml", false);
        database.put("allow_csv_upload", false);
        database.put("impersonate_user", false);
        database.put("extra", extra);
        database.put("uuid", databaseId());
        database.put("version", "1.0.0");
        database.put("is_managed_externally", true);
        return object(SupersetObject.Kind.DATABASE, edition.databasePath(), edition.databaseName(), database);
    }

    SupersetObject dataset(Mart mart) {
        JsonNode known = KNOWN.path(mart.table());
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("table_name", edition.table(mart));
        dataset.put("main_dttm_col", known.path("time").asText(null));
        dataset.put("description", known.path("label").asText());
        dataset.put("schema", edition.schema());
        dataset.put("cache_timeout", 300);
        dataset.put("filter_select_enabled", true);
        dataset.put("uuid", datasetId(mart));
        dataset.put("metrics", metrics(mart));
        dataset.put("columns", columns(known));
        dataset.put("version", "1.0.0");
        dataset.put("database_uuid", databaseId());
        dataset.put("is_managed_externally", true);
        return object(
                SupersetObject.Kind.DATASET,
                "datasets/" + edition.code() + "/" + mart.table() + ".yaml",
                known.path("label").asText() + "（" + edition.labelZh() + "）",
                dataset);
    }

    private static SupersetObject object(
            SupersetObject.Kind kind, String path, String name, Map<String, Object> content) {
        return new SupersetObject(
                kind, String.valueOf(content.get("uuid")), path, name, "", JSON.<ObjectNode>valueToTree(content));
    }

    private static List<Object> columns(JsonNode known) {
        List<Object> columns = new ArrayList<>();
        for (JsonNode column : known.path("columns")) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("column_name", column.path("name").asText());
            one.put("verbose_name", column.path("label").asText());
            String type = column.path("type").asText();
            one.put("is_dttm", type.equals("DATE") || type.startsWith("TIMESTAMP"));
            one.put("is_active", true);
            one.put("type", type);
            one.put("groupby", true);
            one.put("filterable", true);
            columns.add(one);
        }
        return columns;
    }

    private List<Object> metrics(Mart mart) {
        List<Object> metrics = new ArrayList<>();
        switch (mart) {
            case FIGURE -> figures(metrics);
            case TASK_STATE -> {
                metrics.add(metric("order_task", "任务次序", "MIN(task)"));
                for (String column : List.of("state_label", "units", "reported", "evidence")) {
                    metrics.add(metric(
                            "newest_" + column,
                            label(mart, column),
                            "(ARRAY_AGG(" + column + " ORDER BY period_end DESC))[1]"));
                }
            }
            case SUBMISSION -> {
                metrics.add(metric("order_source", "来源次序", "MIN(source)"));
                for (String column : List.of("rows_read", "accepted", "quarantined", "repeated")) {
                    metrics.add(metric("sum_" + column, label(mart, column), "SUM(" + column + ")"));
                }
                metrics.add(metric("files", "文件数", "COUNT(*)"));
            }
            default -> metrics.add(metric("items", "件数", "COUNT(*)"));
        }
        return metrics;
    }

    private void figures(List<Object> metrics) {
        // what tables are ordered by: by place and code, never by a value
        metrics.add(metric("order_region", "区划次序", "MIN(region_code)"));
        metrics.add(metric("order_indicator", "指标次序", "MIN(indicator)"));
        for (String column :
                List.of("value", "value_text", "yoy", "yoy_text", "qoq", "qoq_text", "yoy_base", "status_label")) {
            metrics.add(metric(
                    "picked_" + column, label(Mart.FIGURE, column).replace("（文字）", ""), PickedFigure.of(column)));
        }
        for (Passport p : passports) {
            String code = p.id().code();
            metrics.add(described(p, metric(code, p.nameZh() + "（" + p.unit() + "）", PickedFigure.of("value", code))));
            if (p.comparisons().contains("yoy")) {
                metrics.add(
                        described(p, metric(code + "_base", p.nameZh() + " 上年同期", PickedFigure.of("yoy_base", code))));
            }
        }
    }

    private static Map<String, Object> described(Passport p, Map<String, Object> metric) {
        metric.put("description", p.definition());
        metric.put("d3format", Look.format(p));
        return metric;
    }

    static String label(Mart mart, String column) {
        for (JsonNode known : KNOWN.path(mart.table()).path("columns")) {
            if (known.path("name").asText().equals(column)) {
                return known.path("label").asText();
            }
        }
        throw new IllegalArgumentException(mart + " has no column " + column);
    }

    private static Map<String, Object> metric(String name, String label, String expression) {
        Map<String, Object> metric = new LinkedHashMap<>();
        metric.put("metric_name", name);
        metric.put("verbose_name", label);
        metric.put("expression", expression);
        return metric;
    }
}
