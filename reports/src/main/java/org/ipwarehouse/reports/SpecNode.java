package org.ipwarehouse.reports;

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
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A node of a YAML file that knows its file and line. Strict: an unknown or repeated key, a missing key and a value of
 * another kind are faults that name {@code file:line}.
 */
public final class SpecNode implements Spot {
    private final Path file;
    private final Node node;

    private SpecNode(Path file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Reads a file of UTF-8 YAML. @throws Fault where it cannot be read or is not YAML */
    public static SpecNode read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                throw ReportErrors.specMistake(file + ":1", "文件是空的。", "参照同目录其他文件填写。");
            }
            return new SpecNode(file, root);
        } catch (IOException e) {
            throw ReportErrors.unreadable(file, e);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw ReportErrors.specMistake(file + ":" + line, "不是正确的 YAML：" + e.getProblem(), "检查缩进、引号和冒号。");
        }
    }

    /** {@code file:line} of this node. */
    public String where() {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }

    public Path file() {
        return file;
    }

    /** Keys and values in the order of the file. */
    public Map<String, SpecNode> entries() {
        Map<String, SpecNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : tuples()) {
            SpecNode key = new SpecNode(file, tuple.getKeyNode());
            if (entries.put(key.text(), new SpecNode(file, tuple.getValueNode())) != null) {
                throw key.mistake("“" + key.text() + "”写了两次。", "删去其中一个。");
            }
        }
        return entries;
    }

    /** As {@link #entries()}, and refuses a key that is not among the known. */
    public Map<String, SpecNode> entries(Set<String> known) {
        for (NodeTuple tuple : tuples()) {
            SpecNode key = new SpecNode(file, tuple.getKeyNode());
            if (!known.contains(key.text())) {
                String usable = String.join("、", known.stream().sorted().toList());
                throw key.mistake("不认识“" + key.text() + "”。", "可用的有：" + usable + "。");
            }
        }
        return entries();
    }

    private List<NodeTuple> tuples() {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        throw mistake("这里应是“键: 值”。", "改成“键: 值”的形式。");
    }

    /** The value of a key that must be there. */
    public SpecNode child(String key) {
        return find(key).orElseThrow(() -> mistake("缺少“" + key + "”。", "补上“" + key + ": …”。"));
    }

    public Optional<SpecNode> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    public List<SpecNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw mistake("这里应是列表。", "每项一行，以“- ”开头，或写成 [甲, 乙]。");
        }
        List<SpecNode> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new SpecNode(file, item)));
        return items;
    }

    public List<String> texts() {
        return items().stream().map(SpecNode::text).toList();
    }

    /** The text of a scalar. */
    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw mistake("这里应是一个值。", "写成一行文字或数字。");
        }
        return scalar.getValue().strip();
    }

    public int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw mistake("“" + text() + "”不是整数。", "写成数字，例如 12。");
        }
    }

    /** A fault at this place of the file. */
    @Override
    public Fault mistake(String cause, String remedy) {
        return ReportErrors.specMistake(where(), cause, remedy);
    }
}
