package org.ipwarehouse.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ipwarehouse.samples.SampleRequest.Format;
import org.ipwarehouse.samples.SampleRequest.Layout;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Size costs time, never memory; and what cannot be made is refused with a remedy. */
class StreamingSpec {
    private static final Path HOME = Path.of("..");

    @TempDir
    Path out;

    /** What the child process runs. */
    static final class Child {
        public static void main(String[] arguments) {
            SampleRequest request = SampleRequest.of(HOME, Path.of(arguments[0]), Long.parseLong(arguments[1]), 1)
                    .withFormat(Format.CSV);
            new SampleGenerator().generate(request, Progress.NONE);
        }
    }

    @Test
    void two_hundred_thousand_rows_of_fifty_megabytes_need_a_heap_of_twenty_four() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        out.toString(),
                        "200000")
                .redirectErrorStream(true)
                .redirectOutput(out.resolve("child.log").toFile())
                .start();
        assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue())
                .as(Files.readString(out.resolve("child.log")))
                .isZero();
        assertThat(bytes(out.resolve("exports"))).isGreaterThan(40L << 20);
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void any_number_of_rows_is_met_exactly() {
        for (long rows : List.of(1_000L, 1_001L, 1_237L, 7_919L)) {
            SampleSummary summary = new SampleGenerator()
                    .generate(SampleRequest.of(HOME, out.resolve("rows" + rows), rows, 3), Progress.NONE);
            assertThat(summary.rows()).isEqualTo(rows);
        }
    }

    @Test
    void one_source_in_one_file_has_the_rows_asked_for() {
        SampleSummary summary = new SampleGenerator()
                .generate(
                        SampleRequest.of(HOME, out, 5_000, 3)
                                .withFormat(Format.CSV)
                                .withLayout(Layout.SINGLE_FILE)
                                .withSources(Set.of("S02")),
                        Progress.NONE);
        assertThat(summary.files()).isOne();
        assertThat(summary.rows()).isEqualTo(5_000);
    }

    @Test
    void progress_ends_with_all_rows() {
        List<Long> done = new ArrayList<>();
        new SampleGenerator().generate(SampleRequest.of(HOME, out, 1_000, 3), (file, rows, total) -> done.add(rows));
        assertThat(done).isSorted().endsWith(1_000L);
    }

    @Test
    void a_request_that_cannot_be_met_is_refused_with_its_remedy() {
        assertThatThrownBy(() -> SampleRequest.of(HOME, out, 999, 1))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("999")
                .hasMessageContaining("--rows");
        assertThatThrownBy(() -> SampleRequest.of(HOME, out, 1_000, 1).withDefectRate(new BigDecimal("0.6")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("0.6");
        assertThatThrownBy(() -> SampleRequest.of(HOME, out, 1_000, 1).withSources(Set.of("S99")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("S99");
    }

    @Test
    void a_folder_with_files_is_not_touched() throws IOException {
        Path own = Files.createDirectories(out.resolve("exports")).resolve("own.csv");
        Files.writeString(own, "mine");
        assertThatThrownBy(() -> new SampleGenerator().generate(SampleRequest.of(HOME, out, 1_000, 1), Progress.NONE))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("exports");
        assertThat(own).hasContent("mine");
    }
}
