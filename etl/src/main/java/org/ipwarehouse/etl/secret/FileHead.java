package org.ipwarehouse.etl.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The head of a sealed file, 41 bytes: magic {@code IPWSEAL} and version 1 (8), number of the algorithm (1), binary
 * logarithm of the chunk size (1), key id in ASCII (8), salt (16), beginning of every nonce (7). Each file has a key of
 * its own, derived from the named key and the whole head: another head is another key.
 */
final class FileHead {
    static final int BYTES = 41;
    static final int CHUNK = 1 << 16;
    private static final int CHUNK_LOG = 16;
    private static final byte[] MAGIC = {'I', 'P', 'W', 'S', 'E', 'A', 'L', 1};
    private static final int ID_BYTES = 8;
    private static final int SALT_BYTES = 16;
    private static final int PREFIX_BYTES = 7;
    private static final byte[] USE = "ipw file ".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    private FileHead(byte[] bytes) {
        this.bytes = bytes;
    }

    static FileHead fresh(SealRule rule) {
        byte[] random = new byte[SALT_BYTES + PREFIX_BYTES];
        new SecureRandom().nextBytes(random);
        return new FileHead(ByteBuffer.allocate(BYTES)
                .put(MAGIC)
                .put((byte) rule.algorithm().number())
                .put((byte) CHUNK_LOG)
                .put(rule.key().id().getBytes(StandardCharsets.US_ASCII))
                .put(random)
                .array());
    }

    /** Whether bytes are the beginning of a sealed file. */
    static boolean isHead(byte[] bytes) {
        return bytes.length >= BYTES && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** @throws IllegalArgumentException for a head of another form */
    static FileHead of(byte[] bytes) {
        if (!isHead(bytes) || bytes[MAGIC.length + 1] != CHUNK_LOG) {
            throw new IllegalArgumentException("Not the head of a sealed file");
        }
        return new FileHead(Arrays.copyOf(bytes, BYTES));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    SealAlgorithm algorithm() {
        return SealAlgorithm.numbered(bytes[MAGIC.length]);
    }

    String keyId() {
        return new String(bytes, MAGIC.length + 2, ID_BYTES, StandardCharsets.US_ASCII);
    }

    Gcm gcm(KeyRef key) {
        byte[] use = Arrays.copyOf(USE, USE.length + BYTES);
        System.arraycopy(bytes, 0, use, USE.length, BYTES);
        return algorithm().gcm(key.derived(use));
    }

    /** Nonce of a chunk: beginning, counter, and whether it is the last (STREAM of Hoang, Reyhanitabar, Rogaway, Vizár 2015). */
    byte[] nonce(long chunk, boolean last) {
        if (chunk > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("A sealed file has at most 2^32 chunks (256 TiB)");
        }
        return ByteBuffer.allocate(SealAlgorithm.NONCE_BYTES)
                .put(bytes, BYTES - PREFIX_BYTES, PREFIX_BYTES)
                .putInt((int) chunk)
                .put((byte) (last ? 1 : 0))
                .array();
    }
}
