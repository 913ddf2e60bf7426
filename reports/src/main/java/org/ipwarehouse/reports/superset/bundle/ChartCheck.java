package org.ipwarehouse.reports.superset.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a chart answers against what the warehouse knows.
 *
 * @param title of the chart
 * @param where its definition
 * @param metrics the columns of the answer that hold figures
 * @param expected null for lists of rows, of which only a server can tell
 */
public record ChartCheck(String title, String where, List<String> metrics, Block.@Nullable Expectation expected) {

    public ChartCheck {
        metrics = List.copyOf(metrics);
    }

    /**
     * @param numbers how many cells were compared
     * @param complaints what differs; empty where all is well
     */
    public record Outcome(int numbers, List<String> complaints) {}

    public boolean isList() {
        return expected == null;
    }

    /** @param data the rows that Superset answered */
    public Outcome compare(JsonNode data, FigureShelf figures) {
        if (expected == null) {
            return new Outcome(0, List.of());
        }
        Block.Sheet sheet = expected.from(figures);
        Map<List<String>, JsonNode> found = new LinkedHashMap<>();
        List<String> complaints = new ArrayList<>();
        for (JsonNode row : data) {
            List<String> key =
                    sheet.keys().stream().map(k -> row.path(k).asText()).toList();
            if (found.put(key, row) != null) {
                complaints.add(title + " " + key + "：出现两次");
            }
        }
        int numbers = compare(sheet, found, complaints);
        found.keySet().removeAll(sheet.rows().keySet());
        found.keySet().forEach(key -> complaints.add(title + " " + key + "：指标数值里没有这一行"));
        return new Outcome(numbers, complaints);
    }

    private int compare(Block.Sheet sheet, Map<List<String>, JsonNode> found, List<String> complaints) {
        int numbers = 0;
        for (Map.Entry<List<String>, List<@Nullable Object>> row : sheet.rows().entrySet()) {
            JsonNode there = found.get(row.getKey());
            if (there == null) {
                complaints.add(title + " " + row.getKey() + "：Superset 里没有这一行");
                continue;
            }
            for (int i = 0; i < metrics.size(); i++) {
                Object wanted = row.getValue().get(i);
                JsonNode shown = there.path(metrics.get(i));
                numbers++;
                if (!isSame(wanted, shown)) {
                    complaints.add(title + " " + row.getKey() + " " + metrics.get(i) + "：应为 " + wanted + "，Superset 显示 "
                            + shown);
                }
            }
        }
        return numbers;
    }

    private static boolean isSame(@Nullable Object wanted, JsonNode shown) {
        if (wanted == null) {
            return shown.isNull();
        }
        if (wanted instanceof BigDecimal number) {
            return isSame(number, shown);
        }
        return Objects.equals(wanted, shown.isNull() ? "" : shown.asText());
    }

    /** Superset hands out doubles, which hold every figure of this size exactly enough to be written the same. */
    private static boolean isSame(BigDecimal wanted, JsonNode shown) {
        if (!shown.isNumber() && !shown.isTextual()) {
            return false;
        }
        try {
            return new BigDecimal(shown.asText()).compareTo(wanted) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
