package org.ipwarehouse.etl.defects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Four made-up reports (S05) as other programs wrote them, in {@code src/test/resources/foreign}: the same values come out of
 * every file, and what cannot be read is refused with what to do. {@code benchmarks/run writers} does so for all sources.
 */
class ForeignWritersSpec {
    private static final Path FOLDER = Path.of("src/test/resources/foreign");
    private static final Received TRUTH = file("truth.csv");

    private static Received file(String name) {
        try {
            return Received.file(name, Files.readAllBytes(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> read() throws IOException {
        return named("same-");
    }

    static List<String> refused() throws IOException {
        return named("refused-");
    }

    private static List<String> named(String start) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(start))
                    .sorted()
                    .toList();
        }
    }

    /** 09:30 here is 01:30 in UTC; the text of the third report has a character beyond the first 65,536. */
    @Test
    void the_plain_text_says_what_was_written() {
        assertThat(TRUTH.returned).isEmpty();
        assertThat(TRUTH.column("report_no")).containsExactly("举报编号第1项", "举报编号第2项", "举报编号第3项", "举报编号第6项");
        assertThat(TRUTH.column("reg_time"))
                .containsExactly(
                        "2026-07-23T01:30:00Z", "2026-07-24T01:30:00Z", "2026-07-25T01:30:00Z", "2026-07-28T01:30:00Z");
        assertThat(TRUTH.column("no_file_reason")).containsExactly("尾部有制表位\t之后", "3.50", "𫖯喆堃䶮㈱①", "1e5");
        assertThat(TRUTH.column("reward")).containsExactly("1000.00", "1001.00", "1002.00", "1005.00");
    }

    @ParameterizedTest
    @MethodSource("read")
    void every_value_is_as_in_the_plain_text(String name) {
        Received received = file(name);

        assertThat(received.refusal()).as(received.remedy()).isEmpty();
        assertThat(received.returned).isEmpty();
        assertThat(values(received)).isEqualTo(values(TRUTH));
    }

    /** Markup and XML attributes keep no tabs and line ends: what stands between words is one blank. */
    private static List<Map<String, String>> values(Received received) {
        return received.accepted.stream()
                .map(row -> {
                    Map<String, String> values = new TreeMap<>();
                    row.values().forEach((field, value) -> values.put(field, value.replaceAll("\\s+", " ")));
                    return values;
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_no_table_for_us_is_refused_with_the_forms_that_are(String name) {
        Received received = file(name);

        assertThat(received.refusal()).isEqualTo("FILE_TYPE_UNKNOWN");
        assertThat(received.remedy()).contains("xlsx");
        assertThat(received.accepted).isEmpty();
    }
}
