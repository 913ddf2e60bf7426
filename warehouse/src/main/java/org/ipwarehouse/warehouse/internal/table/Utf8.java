package org.ipwarehouse.warehouse.internal.table;

import java.nio.charset.StandardCharsets;

/** Text as UTF-8 straight into an array that is there already: on the way of every row an array a text would be garbage. */
public final class Utf8 {
    /** A char takes at most so many bytes; a surrogate pair four for its two. */
    public static final int MOST_PER_CHAR = 3;

    private Utf8() {}

    /**
     * @param target has room for {@link #MOST_PER_CHAR} times the text's length from there on
     * @return the position after the last byte
     */
    public static int encode(String text, byte[] target, int at) {
        int end = at;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                target[end++] = (byte) c;
            } else if (c < 0x800) {
                target[end++] = (byte) (0xc0 | c >> 6);
                target[end++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isSurrogate(c)) {
                return encodeRare(text, i, target, end);
            } else {
                target[end++] = (byte) (0xe0 | c >> 12);
                target[end++] = (byte) (0x80 | c >> 6 & 0x3f);
                target[end++] = (byte) (0x80 | c & 0x3f);
            }
        }
        return end;
    }

    /** Characters beyond the basic plane, and surrogates that stand alone, as Java's own encoder has them. */
    private static int encodeRare(String text, int from, byte[] target, int at) {
        byte[] rest = text.substring(from).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(rest, 0, target, at, rest.length);
        return at + rest.length;
    }
}
