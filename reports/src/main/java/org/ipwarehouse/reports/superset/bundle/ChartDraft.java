package org.ipwarehouse.reports.superset.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.reports.serving.Mart;

/**
 * A chart as we think of it: which columns and metrics of which table, and how it looks. From it follow both what the page
 * draws from ({@code params}) and the question that is asked without a page ({@code query_context}).
 *
 * @param id where it stands: {@code leadership/trend/XZ01}
 * @param columns by which the answer is grouped, or what a list shows
 * @param metrics names of metrics of the dataset; empty for a list of rows
 * @param where conditions, all of which hold
 * @param look what only the page needs, by Superset's names
 */
record ChartDraft(
        String id,
        String title,
        String description,
        String viz,
        Mart mart,
        List<String> columns,
        List<String> metrics,
        List<Condition> where,
        List<Order> orders,
        int most,
        Map<String, Object> look) {
    private static final ObjectMapper JSON = new ObjectMapper();

    ChartDraft {
        columns = List.copyOf(columns);
        metrics = List.copyOf(metrics);
        where = List.copyOf(where);
        orders = List.copyOf(orders);
    }

    /** {@code column operator value}: {@code ==}, {@code IN}, {@code <}. */
    record Condition(String column, String operator, Object value) {}

    /** By a column or a metric. */
    record Order(String by, boolean ascending) {}

    Map<String, Object> params() {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("viz_type", viz);
        params.putAll(look);
        params.put("row_limit", most);
        params.put("adhoc_filters", where.stream().map(ChartDraft::adhoc).toList());
        params.put("annotation_layers", List.of());
        params.put("extra_form_data", Map.of());
        return params;
    }

    private static Map<String, Object> adhoc(Condition c) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("clause", "WHERE");
        filter.put("subject", c.column());
        filter.put("operator", c.operator());
        filter.put("comparator", c.value());
        filter.put("expressionType", "SIMPLE");
        return filter;
    }

    private String queryContext(Map<String, Object> params) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("filters", where.stream().map(ChartDraft::filter).toList());
        query.put("extras", Map.of("having", "", "where", ""));
        query.put("applied_time_extras", Map.of());
        query.put("columns", columns);
        if (!metrics.isEmpty()) {
            query.put("metrics", metrics);
        }
        List<Object> orderby = new ArrayList<>();
        orders.forEach(o -> orderby.add(List.of(o.by(), o.ascending())));
        query.put("orderby", orderby);
        query.put("annotation_layers", List.of());
        query.put("row_limit", most);
        query.put("series_limit", 0);
        query.put("order_desc", true);
        query.put("url_params", Map.of());
        query.put("custom_params", Map.of());
        query.put("custom_form_data", Map.of());
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("datasource", Map.of("id", 0, "type", "table"));
        context.put("force", false);
        context.put("queries", List.of(query));
        Map<String, Object> form = new LinkedHashMap<>(params);
        form.put("force", false);
        form.put("result_format", "json");
        form.put("result_type", "full");
        context.put("form_data", form);
        context.put("result_format", "json");
        context.put("result_type", "full");
        return json(context);
    }

    private static Map<String, Object> filter(Condition c) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("col", c.column());
        filter.put("op", c.operator());
        filter.put("val", c.value());
        return filter;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @param dataset UUID of the dataset that it asks */
    SupersetObject object(Edition edition, String dataset, String where) {
        String uuid = edition.id("chart", id);
        Map<String, Object> params = params();
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("slice_name", title);
        chart.put("description", description);
        chart.put("viz_type", viz);
        chart.put("params", params);
        chart.put("query_context", queryContext(params));
        chart.put("uuid", uuid);
        chart.put("version", "1.0.0");
        chart.put("dataset_uuid", dataset);
        chart.put("is_managed_externally", true);
        String path = "charts/" + edition.code() + "-" + id.replace('/', '-') + ".yaml";
        return new SupersetObject(
                SupersetObject.Kind.CHART, uuid, path, title, where, JSON.<ObjectNode>valueToTree(chart));
    }
}
