package org.ipwarehouse.reports.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.SpecNode;

/** The names of dimensions and their values, from {@code reports/style/labels.yaml} and the code lists it names. */
public final class Labels {
    private final Map<String, String> dimensions = new HashMap<>();
    private final Map<String, Map<String, String>> values = new HashMap<>();

    private Labels() {}

    public static Labels load(Path home) {
        Labels labels = new Labels();
        SpecNode root = SpecNode.read(home.resolve("reports").resolve("style").resolve("labels.yaml"));
        root.entries().forEach((dimension, node) -> labels.add(home, dimension, node));
        return labels;
    }

    private void add(Path home, String dimension, SpecNode node) {
        node.entries(Set.of("label", "codelist", "values"));
        dimensions.put(dimension, node.child("label").text());
        Map<String, String> names = new LinkedHashMap<>();
        node.find("codelist")
                .ifPresent(list -> names.putAll(
                        codelist(home.resolve("etl").resolve("codelists").resolve(list.text()))));
        node.find("values").ifPresent(own -> own.entries().forEach((code, name) -> names.put(code, name.text())));
        values.put(dimension, names);
    }

    /** Codes and labels are the first two columns and never quoted; an installation without the list shows codes. */
    private static Map<String, String> codelist(Path file) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            Map<String, String> names = new HashMap<>();
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                String[] cells = line.split(",", 3);
                if (cells.length > 1 && !cells[1].isBlank()) {
                    names.put(cells[0].strip(), cells[1].strip());
                }
            }
            return names;
        } catch (IOException e) {
            throw ReportErrors.unreadable(file, e);
        }
    }

    public String dimension(String name) {
        return dimensions.getOrDefault(name, name);
    }

    public String value(String dimension, String code) {
        return values.getOrDefault(dimension, Map.of()).getOrDefault(code, code);
    }

    /** The codes of a dimension in the order in which they are shown; empty where none are named. */
    public List<String> codes(String dimension) {
        return List.copyOf(values.getOrDefault(dimension, Map.of()).keySet());
    }
}
