package org.ipwarehouse.reports.superset.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What came back: a status and bytes, mostly JSON. */
record Answer(int status, byte[] body, String type) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 400;

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** The body; a missing node where it is not JSON. */
    JsonNode json() {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean speaksOfCsrf() {
        return status == 400 && reason().contains("CSRF");
    }

    /**
     * Why it failed, in one line. Superset has three forms: {@code {"errors": [{message, extra}]}},
     * {@code {"message": text or {field: [texts]}}} and {@code {"error": text}}; a page of HTML is none of them.
     */
    String reason() {
        JsonNode json = json();
        List<String> parts = new ArrayList<>();
        for (JsonNode error : json.path("errors")) {
            add(parts, error.path("message"));
            JsonNode extra = error.path("extra");
            extra.fields().forEachRemaining(field -> {
                if (!field.getKey().equals("issue_codes")) {
                    parts.add(field.getKey() + ": " + text(field.getValue()));
                }
            });
        }
        add(parts, json.path("message"));
        add(parts, json.path("msg"));
        add(parts, json.path("error"));
        String reason = parts.isEmpty() ? "回应不是 JSON（" + type + "）" : String.join("；", parts);
        String line = reason.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static void add(List<String> parts, JsonNode node) {
        if (!node.isMissingNode() && !node.isNull()) {
            parts.add(text(node));
        }
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : node.toString();
    }
}
