package org.ipwarehouse.etl.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file that knows where it stands, so that every mistake has its line. */
final class YamlMap {
    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Mistakes mistakes;

    /** @param permitted the keys that may stand here */
    YamlMap(String file, Node node, Set<String> permitted, Mistakes mistakes) {
        this.file = file;
        this.node = node;
        this.mistakes = mistakes;
        if (!(node instanceof MappingNode mapping)) {
            mistakes.add(file, node, "这里应是“键: 值”");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            take(tuple, permitted);
        }
    }

    /** A mapping without values yet, which stands where another node stands. */
    private YamlMap(String file, Node node, Mistakes mistakes) {
        this.file = file;
        this.node = node;
        this.mistakes = mistakes;
    }

    private void take(NodeTuple tuple, Set<String> permitted) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (!permitted.isEmpty() && !permitted.contains(key)) {
            mistakes.add(file, tuple.getKeyNode(), "不认识的键 " + key + "（ODCS " + Odcs.VERSION + " 在此处没有）");
        } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
            mistakes.add(file, tuple.getKeyNode(), "键 " + key + " 写了两次");
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    Node value(String key) {
        return values.get(key);
    }

    /** Text of a key; a missing one is a mistake. */
    String required(String key) {
        if (!has(key)) {
            mistakes.add(file, node, "缺少 " + key);
            return "";
        }
        String text = text(key);
        if (text.isBlank()) {
            mistake(key, key + " 不能为空");
        }
        return text;
    }

    /** Text of a key, which must be one of the values. */
    String oneOf(String key, Set<String> values) {
        String text = required(key);
        if (!text.isEmpty() && !values.contains(text)) {
            mistake(
                    key,
                    key + " 应为 " + String.join("、", values.stream().sorted().toList()) + " 之一");
        }
        return text;
    }

    /** Text of a key, "" where it is missing. */
    String text(String key) {
        Node value = values.get(key);
        if (value == null) {
            return "";
        }
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        mistakes.add(file, value, key + " 应是一个值");
        return "";
    }

    /** true or false; a missing key is false. */
    boolean flag(String key) {
        String text = text(key);
        if (has(key) && !text.equals("true") && !text.equals("false")) {
            mistake(key, key + " 应为 true 或 false");
        }
        return text.equals("true");
    }

    /** A whole number; a missing key is the given value. */
    int number(String key, int missing) {
        if (!has(key)) {
            return missing;
        }
        try {
            return Integer.parseInt(text(key));
        } catch (NumberFormatException notANumber) {
            mistake(key, key + " 应为整数");
            return missing;
        }
    }

    /** A list of texts; a single text is a list of one; a missing key is an empty list. */
    List<String> texts(String key) {
        Node value = values.get(key);
        List<String> texts = new ArrayList<>();
        if (value instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (item instanceof ScalarNode scalar) {
                    texts.add(scalar.getValue());
                } else {
                    mistakes.add(file, item, key + " 的每一项应是一个值");
                }
            }
        } else if (value != null) {
            texts.add(text(key));
        }
        return texts;
    }

    /** A list of mappings; a missing key is an empty list. */
    List<YamlMap> maps(String key, Set<String> permitted) {
        List<YamlMap> maps = new ArrayList<>();
        Node value = values.get(key);
        if (value instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> maps.add(new YamlMap(file, item, permitted, mistakes)));
        } else if (value != null) {
            mistakes.add(file, value, key + " 应是列表");
        }
        return maps;
    }

    /** The mapping of a key; null where it is missing. */
    @Nullable
    YamlMap map(String key, Set<String> permitted) {
        Node value = values.get(key);
        return value == null ? null : new YamlMap(file, value, permitted, mistakes);
    }

    /** The key-value pairs of {@code customProperties} as one mapping. */
    YamlMap custom(Set<String> permitted) {
        return pairs("customProperties", Odcs.CUSTOM, permitted);
    }

    /** A list of {@code property: name, value: …} pairs as one mapping. */
    YamlMap pairs(String key, Set<String> keysOfPair, Set<String> permitted) {
        YamlMap custom = new YamlMap(file, node, mistakes);
        for (YamlMap pair : maps(key, keysOfPair)) {
            String name = pair.required("property");
            Node value = pair.value("value");
            if (value == null) {
                pair.mistake("property", name + " 缺少 value");
            } else if (!permitted.contains(name)) {
                pair.mistake("property", "不认识的属性 " + name);
            } else if (custom.values.putIfAbsent(name, value) != null) {
                pair.mistake("property", "属性 " + name + " 写了两次");
            }
        }
        return custom;
    }

    /** Notes a mistake at the value of a key, or at this mapping where it has no such key. */
    void mistake(String key, String message) {
        Node value = values.get(key);
        mistakes.add(file, value == null ? node : value, message);
    }
}
