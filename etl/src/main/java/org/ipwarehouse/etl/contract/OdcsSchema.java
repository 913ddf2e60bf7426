package org.ipwarehouse.etl.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The official JSON schema of the Open Data Contract Standard v3.1.0, with the line of each breach. */
final class OdcsSchema {
    private static final String FILE = "odcs-json-schema-v3.1.0.json";

    /** Breaches that only say that one of several forms did not fit: the form's own breach is told beside them. */
    private static final Set<String> SUMMARIES = Set.of("oneOf", "anyOf", "allOf", "if");

    private static final String UNEVALUATED = "unevaluatedProperties";

    private static final Map<String, String> TYPES = Map.of(
            "string",
            "文本",
            "integer",
            "整数",
            "number",
            "数",
            "boolean",
            "true 或 false",
            "array",
            "列表",
            "object",
            "“键: 值”");

    private static final class Loaded {
        static final Schema SCHEMA = load();
    }

    private OdcsSchema() {}

    /** Notes every breach of the standard. */
    static void check(Node root, String file, Mistakes mistakes) {
        List<Error> errors = Loaded.SCHEMA.validate(YamlJson.of(root));
        List<Error> own = errors.stream()
                .filter(error -> !SUMMARIES.contains(error.getKeyword()))
                .toList();
        List<Error> causes =
                own.stream().filter(error -> !isConsequence(error, own)).toList();
        for (Error error : causes.isEmpty() ? errors : causes) {
            mistakes.add(file, place(root, error), message(error));
        }
    }

    /** Where one key breaks the standard, all keys beside it count as not evaluated. */
    private static boolean isConsequence(Error error, List<Error> all) {
        return error.getKeyword().equals(UNEVALUATED)
                && all.stream()
                        .anyMatch(other -> !other.getKeyword().equals(UNEVALUATED)
                                && other.getInstanceLocation().startsWith(error.getInstanceLocation()));
    }

    private static Schema load() {
        try (InputStream in = Objects.requireNonNull(OdcsSchema.class.getResourceAsStream(FILE), FILE)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An unknown key stands on a line of its own; everything else where its value begins. */
    private static Node place(Node root, Error error) {
        Node at = root;
        NodePath path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            Node below = below(at, path.getName(i));
            if (below == null) {
                return at;
            }
            at = below;
        }
        String property = error.getProperty();
        boolean keyIsWrong = property != null && error.getKeyword().endsWith("Properties");
        NodeTuple tuple = keyIsWrong ? tuple(at, property) : null;
        return tuple == null ? at : tuple.getKeyNode();
    }

    private static @Nullable Node below(Node node, String name) {
        if (node instanceof SequenceNode sequence) {
            int index = Integer.parseInt(name);
            return index < sequence.getValue().size() ? sequence.getValue().get(index) : null;
        }
        NodeTuple tuple = tuple(node, name);
        return tuple == null ? null : tuple.getValueNode();
    }

    private static @Nullable NodeTuple tuple(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (YamlJson.key(tuple).equals(key)) {
                    return tuple;
                }
            }
        }
        return null;
    }

    private static String message(Error error) {
        NodePath path = error.getInstanceLocation();
        String where = path.getNameCount() == 0 ? "" : path.getName(path.getNameCount() - 1) + " ";
        String what =
                switch (error.getKeyword()) {
                    case "required" -> "缺少 " + error.getProperty() + "，请补上";
                    case "additionalProperties", UNEVALUATED ->
                        "不认识的键 " + error.getProperty() + "，标准在此处没有；自有内容请写进 customProperties";
                    case "enum" -> where + "的值不在标准允许的范围，应为 " + allowed(error);
                    case "const" -> where + "应为 " + allowed(error);
                    case "type" -> where + "应是" + type(error);
                    case "pattern" -> where + "的写法不合标准，应符合 " + allowed(error);
                    default -> where + "不合标准：" + error.getMessage();
                };
        return "ODCS " + Odcs.VERSION + "：" + what;
    }

    private static String allowed(Error error) {
        Object[] arguments = error.getArguments();
        String text = arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]);
        return text.replace("\"", "").replace("[", "").replace("]", "").replaceAll(",\\s*", "、");
    }

    private static String type(Error error) {
        Object[] arguments = error.getArguments();
        String expected = arguments != null && arguments.length > 1 ? String.valueOf(arguments[1]) : "";
        return TYPES.getOrDefault(expected, expected);
    }
}
