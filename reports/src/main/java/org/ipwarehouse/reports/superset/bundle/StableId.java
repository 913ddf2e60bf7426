package org.ipwarehouse.reports.superset.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs by name (RFC 9562, version 5): the same name has the same UUID on every machine, for ever. */
final class StableId {
    /** Drawn once for this product; a change would orphan everything that was ever published. */
    private static final UUID SPACE = UUID.fromString("6f1f63c8-2f0e-5d5a-9b0b-3f6b5e2d9a41");

    private StableId() {}

    /** @param parts edition, kind, and where in the files: together unique */
    static String of(String... parts) {
        byte[] name = String.join("/", parts).getBytes(StandardCharsets.UTF_8);
        ByteBuffer input = ByteBuffer.allocate(16 + name.length)
                .putLong(SPACE.getMostSignificantBits())
                .putLong(SPACE.getLeastSignificantBits())
                .put(name);
        byte[] hash = sha1(input.array());
        hash[6] = (byte) (hash[6] & 0x0f | 0x50);
        hash[8] = (byte) (hash[8] & 0x3f | 0x80);
        ByteBuffer halves = ByteBuffer.wrap(hash);
        return new UUID(halves.getLong(), halves.getLong()).toString();
    }

    private static byte[] sha1(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
