package org.ipwarehouse.app.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.warehouse.api.Fault;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping of a YAML file, in which every key must be known and every complaint names file and line. */
final class StrictYaml {
    private final Path file;
    private final int line;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    private StrictYaml(Path file, @Nullable Node node, List<String> known) {
        this.file = file;
        this.line = node == null ? 1 : lineOf(node);
        if (node == null) {
            return;
        }
        if (!(node instanceof MappingNode mapping)) {
            throw at(node, "这里应是“键: 值”");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (!known.contains(key)) {
                throw at(tuple.getKeyNode(), "不认识的设置 '" + key + "'；可用：" + String.join(", ", known));
            }
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw at(tuple.getKeyNode(), "'" + key + "' 写了两次");
            }
        }
    }

    static StrictYaml read(Path file, List<String> known) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(true); // duplicates are reported here, with file and line
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new StrictYaml(file, new Yaml(options).compose(reader), known);
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw AppErrors.setting(file, line, "不是合格的 YAML：" + broken.getProblem());
        } catch (IOException unreadable) {
            throw AppErrors.unreadable(file, unreadable);
        }
    }

    String text(String key, String otherwise) {
        Node node = entries.get(key);
        return node == null ? otherwise : scalar(node);
    }

    String required(String key) {
        Node node = entries.get(key);
        if (node == null) {
            throw AppErrors.setting(file, line, "缺少 '" + key + "'");
        }
        return scalar(node);
    }

    /** Reads a value and lets a refusal of {@code reader} name file and line. */
    <T> T value(String key, String otherwise, Function<String, T> reader) {
        Node node = entries.get(key);
        try {
            return reader.apply(text(key, otherwise));
        } catch (IllegalArgumentException | java.time.DateTimeException refused) {
            throw AppErrors.setting(
                    file, node == null ? line : lineOf(node), "'" + key + "'：" + String.valueOf(refused.getMessage()));
        }
    }

    StrictYaml section(String key, List<String> known) {
        return new StrictYaml(file, entries.get(key), known);
    }

    List<StrictYaml> sections(String key, List<String> known) {
        return items(key).stream().map(n -> new StrictYaml(file, n, known)).toList();
    }

    /** Reads a list of values and lets a refusal of {@code check} name file and line. */
    List<String> texts(String key, UnaryOperator<String> check) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            try {
                texts.add(check.apply(scalar(item)));
            } catch (IllegalArgumentException refused) {
                throw at(item, "'" + key + "'：" + refused.getMessage());
            }
        }
        return texts;
    }

    private List<Node> items(String key) {
        Node node = entries.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw at(node, "'" + key + "' 应是列表");
        }
        return new ArrayList<>(sequence.getValue());
    }

    private String scalar(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw at(node, "这里应是一个值");
        }
        return scalar.getValue().strip();
    }

    private Fault at(Node node, String problem) {
        return AppErrors.setting(file, lineOf(node), problem);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
