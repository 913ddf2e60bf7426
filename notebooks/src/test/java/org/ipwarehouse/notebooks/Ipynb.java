package org.ipwarehouse.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A notebook file: its code cells, and what they printed where it was executed. */
final class Ipynb {
    private final JsonNode root;

    Ipynb(Path file) throws IOException {
        root = new ObjectMapper().readTree(file.toFile());
    }

    /** Sources of the code cells without the lines that speak to the kernel (%jar …). */
    List<String> code() {
        return codeCells().stream()
                .map(cell -> text(cell.get("source"))
                        .lines()
                        .filter(line -> !line.startsWith("%"))
                        .collect(Collectors.joining("\n")))
                .toList();
    }

    /** All that the cells printed, and the media types of what they showed. */
    String printed() {
        StringBuilder printed = new StringBuilder();
        outputs("stream").forEach(output -> printed.append(text(output.get("text"))));
        return printed.toString();
    }

    List<String> shown() {
        List<String> types = new ArrayList<>();
        for (String kind : List.of("execute_result", "display_data")) {
            outputs(kind).forEach(output -> output.get("data").fieldNames().forEachRemaining(types::add));
        }
        return types;
    }

    List<String> errors() {
        return outputs("error").stream().map(JsonNode::toString).toList();
    }

    private List<JsonNode> outputs(String kind) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode cell : codeCells()) {
            for (JsonNode output : cell.get("outputs")) {
                if (output.get("output_type").asText().equals(kind)) {
                    found.add(output);
                }
            }
        }
        return found;
    }

    private List<JsonNode> codeCells() {
        List<JsonNode> cells = new ArrayList<>();
        for (JsonNode cell : root.get("cells")) {
            if (cell.get("cell_type").asText().equals("code")) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private static String text(JsonNode lines) {
        if (lines.isTextual()) {
            return lines.asText();
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
