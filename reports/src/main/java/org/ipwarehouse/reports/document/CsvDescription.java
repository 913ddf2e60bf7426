package org.ipwarehouse.reports.document;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.reports.bulletin.Bulletin;

/** Describes the CSV for machines: W3C "Metadata Vocabulary for Tabular Data" (CSVW), one file beside the table. */
final class CsvDescription {
    private static final List<IndicatorColumn> KEY = List.of(
            IndicatorColumn.CODE,
            IndicatorColumn.PERIOD,
            IndicatorColumn.REGION,
            IndicatorColumn.DIMENSION,
            IndicatorColumn.PART);

    private final Bulletin bulletin;

    CsvDescription(Bulletin bulletin) {
        this.bulletin = bulletin;
    }

    /** @param url of the table, relative to the description */
    String of(String url) {
        List<String> columns = new ArrayList<>();
        for (IndicatorColumn column : IndicatorColumn.values()) {
            columns.add(column(column));
        }
        String mark = bulletin.isSynthetic() ? ",\n  \"dc:description\": " + text(bulletin.mark()) : "";
        return "{\n  \"@context\": [\"http://www.w3.org/ns/csvw\", {\"@language\": \"zh-CN\"}],\n"
                + "  \"url\": " + text(url) + ",\n"
                + "  \"dc:title\": " + text(bulletin.title() + bulletin.issue() + "指标表") + ",\n"
                + "  \"dc:issued\": {\"@value\": " + text(bulletin.edition().toString()) + ", \"@type\": \"date\"},\n"
                + "  \"dc:language\": \"zh-CN\"" + mark + ",\n"
                + "  \"dialect\": {\"encoding\": \"utf-8\", \"lineTerminators\": [\"\\r\\n\"], \"header\": true},\n"
                + "  \"tableSchema\": {\n    \"columns\": [\n      " + String.join(",\n      ", columns) + "\n    ],\n"
                + "    \"primaryKey\": ["
                + String.join(", ", KEY.stream().map(c -> text(c.code())).toList()) + "]\n  }\n}\n";
    }

    private static String column(IndicatorColumn column) {
        boolean key = KEY.contains(column);
        return "{\"name\": " + text(column.code()) + ", \"titles\": {\"en\": " + text(column.code())
                + "}, \"dc:title\": "
                + text(column.titleZh()) + ", \"dc:description\": " + text(column.titleEn()) + ", \"datatype\": "
                + text(column.datatype()) + (key ? ", \"required\": false" : "") + "}";
    }

    /** A JSON string: our words hold no control characters. */
    private static String text(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
