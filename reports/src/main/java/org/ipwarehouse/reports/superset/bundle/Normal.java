package org.ipwarehouse.reports.superset.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An object without what its content does not depend on: the order of keys, and what pages write while they are looked at. */
public final class Normal {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The front end saves them by itself when an owner opens a dashboard. */
    private static final Set<String> WRITTEN_BY_LOOKING =
            Set.of("map_label_colors", "shared_label_colors", "color_scheme_domain", "chartsInScope", "tabsInScope");

    private Normal() {}

    /** Sorted keys; columns and metrics of a dataset by name. */
    public static JsonNode of(JsonNode node) {
        if (node.isObject()) {
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            TreeSet<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            names.removeAll(WRITTEN_BY_LOOKING);
            names.forEach(name -> sorted.set(name, of(node.get(name))));
            return sorted;
        }
        if (node.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            node.forEach(item -> items.add(of(item)));
            if (items.stream().allMatch(i -> !name(i).isEmpty())) {
                items.sort(Comparator.comparing(Normal::name));
            }
            return JsonNodeFactory.instance.arrayNode().addAll(items);
        }
        return node;
    }

    private static String name(JsonNode item) {
        return item.path("column_name").asText(item.path("metric_name").asText(""));
    }

    public static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(of(node));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String digest(JsonNode node) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text(node).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A place where two contents differ.
     *
     * @param at JSON pointer into the normal form
     * @param now what stands there; missing where it was taken away
     */
    public record Edit(String at, JsonNode was, JsonNode now) {
        /** The place with both values, cut to what fits a line. */
        public String told() {
            return at.replaceFirst("^/", "") + "：" + brief(was) + " → " + brief(now);
        }
    }

    /** All places where two differ; lists of different lengths differ as a whole. */
    public static List<Edit> edits(JsonNode before, JsonNode after) {
        List<Edit> found = new ArrayList<>();
        edits("", of(before), of(after), found);
        return found;
    }

    private static void edits(String at, JsonNode before, JsonNode after, List<Edit> found) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(n ->
                    edits(at + "/" + n.replace("~", "~0").replace("/", "~1"), before.path(n), after.path(n), found));
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                edits(at + "/" + i, before.get(i), after.get(i), found);
            }
        } else {
            found.add(new Edit(at, before, after));
        }
    }

    private static String brief(JsonNode node) {
        String text = node.isMissingNode() ? "（无）" : node.isTextual() ? node.asText() : node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
