package org.ipwarehouse.warehouse.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A drawn table, as text: cells between bars, a line of dashes under the header. */
public final class Drawing {
    private static final String LINEAGE = ", submission string, source_file string, sheet string, row_number bigint,"
            + " row_key string, as_of date, extra string";

    private Drawing() {}

    public static List<Map<String, String>> rows(String drawing) {
        List<List<String>> lines = drawing.lines()
                .filter(line -> !line.isBlank() && !line.strip().matches("[-+|]+"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells : lines.isEmpty() ? lines : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < lines.get(0).size(); i++) {
                row.put(lines.get(0).get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** A SELECT that yields the drawn rows in typed columns, with made-up lineage; what is not drawn is null. */
    public static String select(String drawing, String columns) {
        Map<String, String> types = new LinkedHashMap<>();
        for (String column : (columns + LINEAGE).split(", ")) {
            types.put(column.strip().split(" ")[0], column.strip().split(" ")[1]);
        }
        List<String> selects = new ArrayList<>();
        int number = 1;
        for (Map<String, String> row : rows(drawing)) {
            Map<String, String> whole = new LinkedHashMap<>(
                    Map.of("submission", "s1", "source_file", "drawn.csv", "sheet", "", "row_key", "k" + number));
            whole.put("as_of", "2026-09-30");
            whole.put("row_number", String.valueOf(++number));
            whole.putAll(row);
            for (String drawn : row.keySet()) {
                if (!types.containsKey(drawn)) {
                    throw new IllegalArgumentException("No column " + drawn + " in " + types.keySet());
                }
            }
            selects.add(select(types, whole));
        }
        return selects.isEmpty() ? select(types, Map.of()) + " where false" : String.join(" union all ", selects);
    }

    private static String select(Map<String, String> types, Map<String, String> row) {
        List<String> cells = new ArrayList<>();
        types.forEach((column, type) -> {
            String value = row.getOrDefault(column, "");
            boolean isNull = value.isEmpty() && !column.equals("sheet");
            cells.add("cast(" + (isNull ? "null" : "'" + value + "'") + " as " + type + ") as `" + column + "`");
        });
        return "select " + String.join(", ", cells);
    }
}
