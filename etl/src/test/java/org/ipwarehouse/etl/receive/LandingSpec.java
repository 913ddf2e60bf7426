package org.ipwarehouse.etl.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingSpec {
    /** FIPS 180-2, appendix B.1: SHA-256 of "abc". */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final Instant NOW = Instant.parse("2026-10-08T02:00:00Z");

    private final Path folder;
    private final Landing landing;

    LandingSpec(@TempDir Path folder) {
        this.folder = folder;
        this.landing = new Landing(folder.resolve("landing"));
    }

    @Test
    void bytes_lie_untouched_under_their_fingerprint() throws IOException {
        Received kept = landing.keep(Files.write(folder.resolve("报表.csv"), "abc".getBytes(UTF_8)), NOW);
        assertThat(kept).isEqualTo(new Received(ABC, "报表.csv", 3, folder.resolve("landing/ba/" + ABC), NOW));
        assertThat(kept.original()).hasContent("abc");
    }

    @Test
    void the_same_bytes_twice_are_kept_once_and_not_written_again() throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), "abc".getBytes(UTF_8));
        Path kept = landing.keep(file, NOW).original();
        Object before = Files.readAttributes(kept, "unix:ino").get("ino");
        landing.keep(Files.copy(file, folder.resolve("b.csv")), NOW);
        assertThat(Files.readAttributes(kept, "unix:ino").get("ino")).isEqualTo(before);
        try (var files = Files.walk(folder.resolve("landing"))) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(kept);
        }
    }

    @Test
    void a_folder_and_a_missing_file_are_faults_of_the_operator() {
        assertThatThrownBy(() -> landing.keep(folder, NOW))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("文件夹");
        assertThatThrownBy(() -> landing.keep(folder.resolve("没有"), NOW))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("找不到文件");
    }

    @Test
    void a_file_that_grows_while_it_is_read_is_not_kept() throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), "abc".getBytes(UTF_8));
        assertThatThrownBy(() -> Fingerprint.of(file, new GrowsWhenRead(file)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("被改动");
    }

    @Test
    void a_kept_original_of_another_size_is_reported_not_overwritten() throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), "abc".getBytes(UTF_8));
        Path kept = landing.keep(file, NOW).original();
        Files.write(kept, "abcd".getBytes(UTF_8));
        assertThatThrownBy(() -> landing.keep(file, NOW))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("指纹不符");
        assertThat(kept).hasContent("abcd");
    }

    /** Stands for another program that writes on while we read. */
    private static final class GrowsWhenRead extends OutputStream {
        private final Path file;
        private boolean done;

        GrowsWhenRead(Path file) {
            this.file = file;
        }

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] block, int from, int length) {
            if (done) {
                return;
            }
            done = true;
            try {
                Files.write(file, "more".getBytes(UTF_8), StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
