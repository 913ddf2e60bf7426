package org.ipwarehouse.warehouse.internal.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.TableShape;

/** How a new table is set up in Delta. */
final class TableProperties {
    /** Columns by which scans leave out files. Statistics of the others would cost more than they save. */
    private static final List<String> FOUND_BY =
            List.of("submission", "row_key", "recorded_at", "indicator", "period", "region", "table_name");

    private TableProperties() {}

    static boolean isFoundBy(String column) {
        return FOUND_BY.contains(column);
    }

    static Map<String, String> of(TableShape shape) {
        Map<String, String> properties = new TreeMap<>();
        String known = shape.columns().stream()
                .map(Column::name)
                .filter(TableProperties::isFoundBy)
                .collect(Collectors.joining(","));
        if (!known.isEmpty()) {
            properties.put("delta.dataSkippingStatsColumns", known);
        }
        return properties;
    }
}
