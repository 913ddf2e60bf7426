package org.ipwarehouse.reports.superset;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.SpecNode;
import org.ipwarehouse.reports.superset.bundle.Normal;
import org.ipwarehouse.reports.superset.bundle.SupersetObject;

/**
 * Edits that somebody made by hand in Superset and that were adopted: {@code reports/superset/adopted.yaml}, a file that
 * analysts read, change and delete lines from. They are laid over what the dashboard files make, so that a later change
 * of a dashboard does not undo them.
 */
public final class AdoptedEdits {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build());
    private static final String HEAD = """
            # Edits made by hand in Superset and adopted by `ipw superset apply --adopt`: for each object the places (JSON
            # pointers) that differ from what reports/dashboards makes. Delete an entry, and the next apply undoes it.
            # 在 Superset 里手工改过、经 apply --adopt 采纳的内容；删去一项，下次 apply 就恢复为定义。
            """;

    private final Map<String, List<Entry>> entries;

    private AdoptedEdits(Map<String, List<Entry>> entries) {
        this.entries = entries;
    }

    /**
     * @param now null where the place is taken away
     * @param where {@code file:line}; "" where it was not read from a file
     */
    private record Entry(String at, String was, Optional<JsonNode> now, String where) {}

    public static AdoptedEdits none() {
        return new AdoptedEdits(Map.of());
    }

    public static Path file(Path home) {
        return home.resolve("reports").resolve("superset").resolve("adopted.yaml");
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault with file and line */
    public static AdoptedEdits read(Path home) {
        if (!Files.isRegularFile(file(home))) {
            return none();
        }
        Map<String, List<Entry>> read = new TreeMap<>();
        SpecNode.read(file(home))
                .entries()
                .forEach((path, list) -> read.put(
                        path, list.items().stream().map(AdoptedEdits::entry).toList()));
        return new AdoptedEdits(read);
    }

    private static Entry entry(SpecNode node) {
        node.entries(Set.of("at", "was", "text", "json"));
        if (!node.child("at").text().matches("(/[^/]+)+")) {
            throw node.child("at").mistake("“" + node.child("at").text() + "”不是位置。", "写成 /params/y_axis_format 这样。");
        }
        Optional<JsonNode> now = node.find("text").map(t -> (JsonNode) TextNode.valueOf(t.text()));
        if (now.isEmpty()) {
            now = node.find("json").map(AdoptedEdits::json);
        }
        return new Entry(
                node.child("at").text(), node.find("was").map(SpecNode::text).orElse(""), now, node.where());
    }

    private static JsonNode json(SpecNode node) {
        try {
            return JSON.readTree(node.text());
        } catch (JsonProcessingException e) {
            throw node.mistake("这一项不是 JSON。", "文字写在 text，其他写成 JSON。");
        }
    }

    /** What an adoption adds: of the same place, the newer. */
    public AdoptedEdits and(List<Plan.Step> drifted) {
        Map<String, List<Entry>> all = new TreeMap<>(entries);
        for (Plan.Step step : drifted) {
            if (!step.edits().isEmpty()) {
                Map<String, Entry> byPlace = new LinkedHashMap<>();
                all.getOrDefault(step.object().path(), List.of()).forEach(e -> byPlace.put(e.at(), e));
                step.edits().forEach(e -> byPlace.put(e.at(), entry(e)));
                all.put(step.object().path(), List.copyOf(byPlace.values()));
            }
        }
        return new AdoptedEdits(all);
    }

    private static Entry entry(Normal.Edit edit) {
        Optional<JsonNode> now = edit.now().isMissingNode() ? Optional.empty() : Optional.of(edit.now());
        String was = edit.was().isMissingNode()
                ? ""
                : edit.was().isTextual() ? edit.was().asText() : edit.was().toString();
        return new Entry(edit.at(), was, now, "");
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean touches(SupersetObject object) {
        return entries.containsKey(object.path());
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where the place of an edit is no longer there */
    SupersetObject applied(SupersetObject object) {
        if (!touches(object)) {
            return object;
        }
        ObjectNode content = (ObjectNode) Normal.of(object.content());
        entries.getOrDefault(object.path(), List.of()).forEach(e -> set(content, e));
        return object.with(content);
    }

    private static void set(ObjectNode content, Entry edit) {
        JsonPointer at = JsonPointer.compile(edit.at());
        JsonNode parent = content.at(at.head());
        String name = at.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            edit.now().ifPresentOrElse(value -> object.set(name, value), () -> object.remove(name));
        } else if (parent instanceof ArrayNode list
                && at.last().mayMatchElement()
                && edit.now().isPresent()
                && at.last().getMatchingIndex() < list.size()) {
            list.set(at.last().getMatchingIndex(), edit.now().get());
        } else {
            throw ReportErrors.specMistake(edit.where(), "定义里已经没有 " + edit.at() + "。", "看板改过了：删去这一项，或按新的位置改写。");
        }
    }

    /** Takes the place of the file at once. */
    public void write(Path home) {
        Map<String, List<Map<String, String>>> shown = new TreeMap<>();
        entries.forEach((path, edits) -> {
            List<Map<String, String>> list = new ArrayList<>();
            edits.forEach(e -> list.add(shown(e)));
            shown.put(path, list);
        });
        Path file = file(home);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path beside = file.resolveSibling("adopted.yaml.new");
            Files.writeString(beside, HEAD + YAML.writeValueAsString(shown), StandardCharsets.UTF_8);
            Files.move(beside, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw ReportErrors.unwritable(file, e);
        }
    }

    private static Map<String, String> shown(Entry edit) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("at", edit.at());
        words.put("was", edit.was());
        edit.now()
                .ifPresent(now ->
                        words.put(now.isTextual() ? "text" : "json", now.isTextual() ? now.asText() : now.toString()));
        return words;
    }
}
