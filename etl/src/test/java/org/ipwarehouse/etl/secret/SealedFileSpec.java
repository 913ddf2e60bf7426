package org.ipwarehouse.etl.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileSpec {
    private static final KeyRef KEY = KeyRef.inMemory(KeyPurpose.SEAL, SecretKey.ofHex("5a".repeat(32)));
    private static final SealRule AES = new SealRule(KEY, SealAlgorithm.AES_256_GCM);
    private static final int CHUNK = 65_536;
    /** A chunk as it lies: with its tag. */
    private static final int SEALED = CHUNK + 16;

    private static final int HEAD = 41;

    @TempDir
    Path folder;

    /** 65,504 and the 32 bytes of the digest fill one chunk; around it and around two chunks lie the edges. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_503, 65_504, 65_505, 65_535, 65_536, 65_537, 131_040, 131_041, 200_000})
    void what_was_written_is_read_again(int size) throws IOException {
        byte[] plain = drawn(size);
        for (SealAlgorithm algorithm : SealAlgorithm.values()) {
            byte[] sealed = sealed(plain, new SealRule(KEY, algorithm));
            // head, text, digest, and a tag for each chunk begun
            assertThat(sealed).hasSize(HEAD + size + 32 + 16 * ((size + 32 + CHUNK - 1) / CHUNK));
            try (SealedChannel channel = open(sealed);
                    InputStream in = Channels.newInputStream(channel)) {
                assertThat(channel.size()).isEqualTo(size);
                assertThat(in.readAllBytes()).isEqualTo(plain);
            }
        }
    }

    @Test
    void any_part_is_read_from_any_place() throws IOException {
        byte[] plain = drawn(150_000);
        byte[] sealed = sealed(plain, AES);
        try (SealedChannel channel = open(sealed)) {
            qt().withExamples(200)
                    .forAll(integers().between(0, 150_010), integers().between(1, 70_000))
                    .check((from, length) -> {
                        byte[] expected = from >= plain.length
                                ? new byte[0]
                                : Arrays.copyOfRange(plain, from, Math.min(plain.length, from + length));
                        return Arrays.equals(expected, read(channel, from, length));
                    });
        }
    }

    private static byte[] read(SealedChannel channel, int from, int length) {
        try {
            ByteBuffer part = ByteBuffer.allocate(length);
            int read = channel.position(from).read(part);
            return read < 0 ? new byte[0] : Arrays.copyOf(part.array(), read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 40, 41, 60, 41 + 65_536, 41 + 65_552, 41 + 65_553, 41 + 2 * 65_552, 150_000})
    void a_file_that_was_cut_does_not_open(int length) throws IOException {
        byte[] sealed = sealed(drawn(150_000), AES);
        assertThatThrownBy(() -> open(Arrays.copyOf(sealed, length))).isInstanceOf(SealedFileDamaged.class);
    }

    /** 150,000 bytes are three chunks; the first two change places. */
    @Test
    void swapped_chunks_are_noticed() throws IOException {
        byte[] sealed = sealed(drawn(150_000), AES);
        byte[] first = Arrays.copyOfRange(sealed, HEAD, HEAD + SEALED);
        System.arraycopy(sealed, HEAD + SEALED, sealed, HEAD, SEALED);
        System.arraycopy(first, 0, sealed, HEAD + SEALED, SEALED);
        assertThatThrownBy(() -> readAll(sealed))
                .isInstanceOf(SealedFileDamaged.class)
                .hasMessageContaining("第1块");
    }

    /** The last chunk of another file under the same key does not fit either. */
    @Test
    void a_chunk_of_another_file_is_noticed() throws IOException {
        byte[] sealed = sealed(drawn(150_000), AES);
        byte[] other = sealed(drawn(150_000), AES);
        System.arraycopy(other, HEAD, sealed, HEAD, SEALED);
        assertThatThrownBy(() -> readAll(sealed)).isInstanceOf(SealedFileDamaged.class);
    }

    @Test
    void a_flipped_bit_is_noticed_wherever_it_lies() throws IOException {
        byte[] sealed = sealed(drawn(70_000), AES);
        // every byte of the head but those that name algorithm and key, which have tests of their own, and every 997th
        for (int at = 0; at < sealed.length; at += at < HEAD ? 1 : 997) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 0x10;
            assertThatThrownBy(() -> readAll(flipped))
                    .as("bit at %d", at)
                    .isInstanceOfAny(
                            SealedFileDamaged.class,
                            IllegalArgumentException.class,
                            org.ipwarehouse.warehouse.api.Fault.class);
        }
    }

    @Test
    void no_plain_byte_reaches_the_disk() throws IOException {
        byte[] plain = "身份证11010519491231002X。".repeat(5_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(new String(sealed(plain, AES), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("1101051949");
    }

    private byte[] sealed(byte[] plain, SealRule rule) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SealedOutput out = new SealedOutput(bytes, rule)) {
            int half = plain.length / 3;
            out.write(plain, 0, half);
            out.write(plain, half, plain.length - half);
        }
        return bytes.toByteArray();
    }

    private SealedChannel open(byte[] sealed) throws IOException {
        Path file = Files.write(folder.resolve("sealed"), sealed);
        return SealedChannel.over(Files.newByteChannel(file), KeyRef.MEMORY);
    }

    private void readAll(byte[] sealed) throws IOException {
        try (InputStream in = Channels.newInputStream(open(sealed))) {
            in.readAllBytes();
        }
    }

    private static byte[] drawn(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
