package org.ipwarehouse.etl.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.ipwarehouse.etl.secret.KeyPurpose;
import org.ipwarehouse.etl.secret.KeyRef;
import org.ipwarehouse.etl.secret.SealAlgorithm;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.SecretKey;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingSpec {
    /** FIPS 180-2, appendix B.1: SHA-256 of "abc". */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final SealRule SEAL = rule("5a");

    private static final Instant NOW = Instant.parse("2026-10-08T02:00:00Z");

    private final Path folder;
    private final Landing landing;

    LandingSpec(@TempDir Path folder) {
        this.folder = folder;
        this.landing = new Landing(folder.resolve("landing"), SEAL);
    }

    @Test
    void bytes_lie_untouched_under_their_fingerprint() throws IOException {
        Received kept = landing.keep(Files.write(folder.resolve("报表.csv"), "abc".getBytes(UTF_8)), NOW);
        assertThat(kept).isEqualTo(new Received(ABC, "报表.csv", 3, folder.resolve("landing/ba/" + ABC), NOW));
        assertThat(plain(ABC)).isEqualTo("abc");
        // sealed: 41 bytes of head, 3 of text, 32 of digest, 16 of tag
        assertThat(Files.size(kept.original())).isEqualTo(92);
        assertThat(Files.readString(kept.original(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("abc");
    }

    @Test
    void bytes_that_lie_in_no_file_are_kept_alike() throws IOException {
        Received kept = landing.keep(new ByteArrayInputStream("abc".getBytes(UTF_8)), "三月.csv", NOW);
        assertThat(kept).isEqualTo(new Received(ABC, "三月.csv", 3, folder.resolve("landing/ba/" + ABC), NOW));
        assertThat(landing.kept()).containsExactly(ABC);
    }

    @Test
    void a_plain_file_of_an_older_archive_is_read_and_sealed_when_asked() throws IOException {
        Path older = folder.resolve("landing/ba/" + ABC);
        Files.createDirectories(older.getParent());
        Files.writeString(older, "abc");
        assertThat(plain(ABC)).isEqualTo("abc");
        assertThat(landing.keyId(ABC)).isEmpty();
        assertThat(landing.reseal(ABC)).isTrue();
        assertThat(Files.size(older)).isEqualTo(92);
        assertThat(plain(ABC)).isEqualTo("abc");
    }

    @Test
    void a_new_key_seals_what_an_older_one_sealed_and_once_is_enough() throws IOException {
        landing.keep(Files.write(folder.resolve("a.csv"), "abc".getBytes(UTF_8)), NOW);
        Landing rotated = new Landing(folder.resolve("landing"), rule("5b"));
        assertThat(rotated.original(ABC).size()).isEqualTo(3);
        assertThat(rotated.reseal(ABC)).isTrue();
        assertThat(rotated.reseal(ABC)).isFalse();
        assertThat(rotated.keyId(ABC)).isEqualTo(rule("5b").key().id());
        assertThat(plain(ABC)).isEqualTo("abc");
    }

    @Test
    void a_kept_file_under_the_name_of_another_is_a_fault() throws IOException {
        Path kept = landing.keep(Files.write(folder.resolve("a.csv"), "abc".getBytes(UTF_8)), NOW)
                .original();
        String other = "cb8379ac2098aa165029e3938a51da0bcecfc008fd6795f401178647f96c5b34";
        Files.createDirectories(landing.place(other).getParent());
        Files.copy(kept, landing.place(other));
        assertThatThrownBy(() -> landing.original(other))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("指纹不符");
    }

    private String plain(String sha256) throws IOException {
        try (InputStream in = landing.original(sha256).stream(0)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static SealRule rule(String pair) {
        KeyRef key = KeyRef.inMemory(KeyPurpose.SEAL, SecretKey.ofHex(pair.repeat(32)));
        return new SealRule(key, SealAlgorithm.AES_256_GCM);
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
    void a_kept_original_that_was_changed_is_reported_not_overwritten() throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), "abc".getBytes(UTF_8));
        Path kept = landing.keep(file, NOW).original();
        byte[] bytes = Files.readAllBytes(kept);
        bytes[60] ^= 1;
        Files.write(kept, bytes);
        assertThatThrownBy(() -> landing.keep(file, NOW))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("未通过校验");
        assertThat(kept).hasBinaryContent(bytes);
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
