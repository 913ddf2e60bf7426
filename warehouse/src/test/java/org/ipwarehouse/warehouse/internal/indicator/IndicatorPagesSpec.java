package org.ipwarehouse.warehouse.internal.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.junit.jupiter.api.Test;

/** docs/indicators says what the passports and the specifications say. */
class IndicatorPagesSpec {
    private static final Path FOLDER = Bench.HOME.resolve("docs/indicators");
    private static final WorkedExamples EXAMPLES =
            new WorkedExamples(Bench.HOME.resolve("warehouse/src/test/java/org/ipwarehouse/warehouse/internal"));
    private static final List<Definition> DEFINITIONS =
            Passports.load(Bench.HOME).definitions();

    @Test
    void the_pages_are_as_the_passports_and_examples_give_them() throws IOException {
        Map<String, String> pages = new IndicatorPages(DEFINITIONS, EXAMPLES).pages();
        if ("write".equals(System.getProperty("ipw.docs"))) {
            write(pages);
        }
        assertThat(held())
                .as("运行 mvn -q -pl warehouse test -Dtest=IndicatorPagesSpec -Dipw.docs=write")
                .isEqualTo(pages);
    }

    @Test
    void every_indicator_has_an_example_that_was_worked_by_hand() {
        assertThat(DEFINITIONS)
                .extracting(d -> d.passport().id().code())
                .filteredOn(code -> EXAMPLES.of(code).isEmpty())
                .isEmpty();
        assertThat(EXAMPLES.of("XZ99"))
                .as("an indicator without an example is found out")
                .isEmpty();
    }

    @Test
    void every_indicator_names_its_pitfall_and_its_example_shows_the_arithmetic() {
        assertThat(DEFINITIONS)
                .filteredOn(d -> d.passport().pitfall().isBlank()
                        || !showsArithmetic(d.passport().id().code()))
                .extracting(d -> d.passport().id().code())
                .isEmpty();
    }

    private static boolean showsArithmetic(String code) {
        return EXAMPLES.of(code).stream()
                .flatMap(example -> example.arithmetic().stream())
                .anyMatch(line -> line.matches(".*\\d.*"));
    }

    private static Map<String, String> held() throws IOException {
        Map<String, String> held = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                held.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return held;
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }
}
