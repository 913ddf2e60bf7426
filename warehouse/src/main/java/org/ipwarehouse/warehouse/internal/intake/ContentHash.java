package org.ipwarehouse.warehouse.internal.intake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.MurmurHash3;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.table.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprint of a row's contract columns: 128 bits of Murmur3 over name and value of each column that has a value.
 * A column that a later contract adds does not change the fingerprint of rows that lack it. Not thread-safe.
 */
final class ContentHash {
    private static final int SEED = 0x69707768;
    private static final int FIRST_ROOM = 1024;

    private final byte[][] names;
    private byte[] bytes = new byte[FIRST_ROOM];
    private int length;
    private long firstHalf;

    ContentHash(TableShape contract) {
        List<Column> columns = contract.columns();
        names = new byte[columns.size()][];
        for (int i = 0; i < names.length; i++) {
            names[i] = columns.get(i).name().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** @return 32 hexadecimal digits */
    String of(@Nullable Object[] values) {
        length = 0;
        for (int i = 0; i < names.length; i++) {
            Object value = values[i];
            if (value != null) {
                put(names[i]);
                put(value);
            }
        }
        long[] hash = MurmurHash3.hash128x64(bytes, 0, length, SEED);
        firstHalf = hash[0];
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(hash[0]) + hex.toHexDigits(hash[1]);
    }

    /** The first 64 bits of the hash that was made last. */
    long firstHalf() {
        return firstHalf;
    }

    /** @param hash 32 hexadecimal digits */
    static long firstHalf(String hash) {
        return HexFormat.fromHexDigitsToLong(hash, 0, 16);
    }

    private void put(Object value) {
        if (value instanceof String text) {
            putText(text);
        } else if (value instanceof Long number) {
            put(number.longValue());
        } else if (value instanceof LocalDate date) {
            put(date.toEpochDay());
        } else if (value instanceof Instant instant) {
            put(instant.getEpochSecond());
            put(instant.getNano());
        } else if (value instanceof BigDecimal decimal) {
            put(decimal.stripTrailingZeros().toPlainString().getBytes(StandardCharsets.US_ASCII));
        } else {
            put(value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As {@link #put(byte[])}, without an array of its own. */
    private void putText(String text) {
        int before = length;
        put(0);
        room(text.length() * Utf8.MOST_PER_CHAR);
        int end = Utf8.encode(text, bytes, length);
        long size = end - length;
        length = before;
        put(size);
        length = end;
    }

    /** With its length, so that no two rows run together to the same bytes. */
    private void put(byte[] text) {
        put(text.length);
        room(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    private void put(long number) {
        room(Long.BYTES);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[length++] = (byte) (number >>> shift);
        }
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
