package org.ipwarehouse.warehouse.internal.reference;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Fault;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One node of a YAML definition that knows its file and line. Reading is strict: an unknown key, a missing key or a
 * value of the wrong form is a fault that says where it stands.
 */
public final class StrictYaml {
    private final Path file;
    private final Node node;

    private StrictYaml(Path file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Reads a file with one YAML document. */
    public static StrictYaml read(Path file) {
        try {
            Node node = new Yaml(new LoaderOptions())
                    .compose(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            if (node == null) {
                throw DefinitionErrors.wrong(file, 1, "文件是空的", "请写入定义或删除该文件。");
            }
            return new StrictYaml(file, node);
        } catch (IOException unreadable) {
            throw DefinitionErrors.unreadable(file, unreadable);
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw DefinitionErrors.wrong(file, line, "不是合法的 YAML", "请检查缩进、冒号后的空格和引号。", broken);
        } catch (YAMLException broken) {
            throw DefinitionErrors.wrong(file, 1, "不是合法的 YAML", "请检查文件编码（UTF-8）和内容。", broken);
        }
    }

    public Path file() {
        return file;
    }

    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** A fault at this node. */
    public Fault wrong(String mistake, String remedy) {
        return DefinitionErrors.wrong(file, line(), mistake, remedy);
    }

    /** The entries of a mapping, each key at most once and all among {@code known} (empty: any key). */
    public Map<String, StrictYaml> entries(Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("此处应是“键: 值”", "请按同目录其他文件的写法改正。");
        }
        Map<String, StrictYaml> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            StrictYaml key = new StrictYaml(file, tuple.getKeyNode());
            String name = key.text();
            if (!known.isEmpty() && !known.contains(name)) {
                throw key.wrong("不认识的键 '" + name + "'", "可用的键：" + String.join("、", sorted(known)) + "。");
            }
            if (entries.put(name, new StrictYaml(file, tuple.getValueNode())) != null) {
                throw key.wrong("键 '" + name + "' 出现两次", "请只保留一处。");
            }
        }
        return entries;
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    /** The items of a sequence. */
    public List<StrictYaml> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("此处应是列表", "请用 “- ” 逐项列出，或写成 [甲, 乙]。");
        }
        List<StrictYaml> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new StrictYaml(file, item));
        }
        return items;
    }

    public List<String> texts() {
        return items().stream().map(StrictYaml::text).toList();
    }

    /** A scalar as it is written. */
    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("此处应是一个值", "请写成一行文字或数字。");
        }
        return scalar.getValue().strip();
    }

    public int integer() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException notANumber) {
            throw DefinitionErrors.wrong(file, line(), "'" + text() + "' 不是整数", "请写阿拉伯数字。", notANumber);
        }
    }

    /** The value of a key that must be there. */
    public StrictYaml required(Map<String, StrictYaml> entries, String key) {
        return Optional.ofNullable(entries.get(key))
                .orElseThrow(() -> wrong("缺少键 '" + key + "'", "请补上 " + key + ": …。"));
    }
}
