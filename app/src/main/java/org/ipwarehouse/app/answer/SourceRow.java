package org.ipwarehouse.app.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Warning;

/** A row of a department's file that an answer rests on. */
record SourceRow(String role, String file, String sha256, String sheet, long row, Map<String, String> values) {

    static SourceRow of(Evidence.Row row) {
        return new SourceRow(row.role(), row.file(), row.sha256(), row.sheet(), row.row(), row.values());
    }

    static SourceRow of(Warning.Row row) {
        return new SourceRow(row.role(), row.file(), row.sha256(), row.sheet(), row.row(), row.values());
    }

    /** For people, one line a row. */
    static List<String> lines(List<SourceRow> rows) {
        TextTable table = new TextTable(List.of("作用", "文件", "工作表", "行", "内容"));
        rows.forEach(
                row -> table.row(List.of(row.roleZh(), row.file, row.sheet, String.valueOf(row.row), row.contents())));
        return table.lines();
    }

    Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("role", role);
        object.put("file", file);
        object.put("sha256", sha256);
        object.put("sheet", sheet);
        object.put("row", row);
        object.put("values", values);
        return object;
    }

    private String roleZh() {
        return switch (role) {
            case "numerator" -> "分子";
            case "denominator" -> "分母";
            case "both" -> "分子、分母";
            case "neither" -> "未计入";
            default -> role;
        };
    }

    private String contents() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }
}
