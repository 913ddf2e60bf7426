package org.ipwarehouse.warehouse.internal.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Rejection;

/** The JSON that stands in text columns: counts by code, reasons of a row, cells of a row. */
final class JsonTexts {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonTexts() {}

    static String counts(Map<String, Long> counts) {
        return written(json -> {
            json.writeStartObject();
            for (Map.Entry<String, Long> count : counts.entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue());
            }
            json.writeEndObject();
        });
    }

    static SortedMap<String, Long> counts(String text) {
        SortedMap<String, Long> counts = new TreeMap<>();
        read(text, json -> counts.put(json.currentName(), json.getLongValue()));
        return counts;
    }

    static String reasons(List<Rejection> reasons) {
        return written(json -> {
            json.writeStartArray();
            for (Rejection reason : reasons) {
                json.writeStartObject();
                json.writeStringField("code", reason.code());
                json.writeStringField("column", reason.column());
                json.writeStringField("raw", reason.raw());
                json.writeStringField("message", reason.message());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static String cells(Map<String, String> cells) {
        return written(json -> {
            json.writeStartObject();
            for (Map.Entry<String, String> cell : cells.entrySet()) {
                json.writeStringField(cell.getKey(), cell.getValue());
            }
            json.writeEndObject();
        });
    }

    /** @param text an object of texts, or "" */
    static SortedMap<String, String> cells(String text) {
        SortedMap<String, String> cells = new TreeMap<>();
        read(text, json -> cells.put(json.currentName(), json.getText()));
        return cells;
    }

    private static String written(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            writing.to(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void read(String text, Reading field) {
        try (JsonParser json = JSON.createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isScalarValue()) {
                    field.from(json);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    @FunctionalInterface
    private interface Reading {
        void from(JsonParser json) throws IOException;
    }
}
