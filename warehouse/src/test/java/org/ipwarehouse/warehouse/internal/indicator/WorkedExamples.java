package org.ipwarehouse.warehouse.internal.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The examples of the specifications: what they draw, the arithmetic beside it, and the figures that come out. */
final class WorkedExamples {
    private static final Pattern METHOD =
            Pattern.compile("@Test\\s+void (\\w+)\\(\\)[^{]*\\{(.*?)\\n    }\\n", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("\"\"\"\\n(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("(?:drawn|and|given)\\(\\s*\"([\\w.]+)\",\\s*$");

    private final List<Example> examples = new ArrayList<>();

    /**
     * @param sentence what the specification says
     * @param arithmetic the lines beside the drawing
     * @param drawings each a table as it stands in the specification, with a title
     */
    record Example(String sentence, List<String> arithmetic, List<Drawing> drawings, String body) {}

    record Drawing(String title, List<String> lines) {}

    /** @param folder of the specifications of indicators */
    WorkedExamples(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*(IndicatorsSpec|WarehouseSpec)[.]java"))
                    .sorted()
                    .toList()) {
                Matcher methods = METHOD.matcher(Files.readString(file));
                while (methods.find()) {
                    examples.add(example(methods.group(1), methods.group(2)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The example that computes an indicator. */
    Optional<Example> of(String code) {
        Pattern row = Pattern.compile("(?m)^\\s*" + code + "\\s*\\|");
        return Stream.concat(
                        examples.stream().filter(e -> row.matcher(e.body()).find()),
                        examples.stream().filter(e -> e.body().contains("\"" + code + "\"")))
                .findFirst();
    }

    private static Example example(String name, String body) {
        List<String> arithmetic = body.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("// "))
                .map(line -> line.substring(3))
                .toList();
        List<Drawing> drawings = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(body);
        while (blocks.find()) {
            List<String> lines = blocks.group(1)
                    .stripIndent()
                    .lines()
                    .filter(l -> !l.isBlank())
                    .toList();
            drawings.add(new Drawing(title(body.substring(0, blocks.start())), lines));
        }
        return new Example(name.replace('_', ' '), arithmetic, drawings, body);
    }

    private static String title(String before) {
        Matcher table = TABLE.matcher(before);
        return table.find() ? table.group(1) : "结果";
    }
}
