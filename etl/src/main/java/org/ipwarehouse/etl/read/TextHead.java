package org.ipwarehouse.etl.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The beginning of a file as text, and whether it is text at all. */
final class TextHead {
    private TextHead() {}

    /** ASCII is as it is whatever the encoding; the rest only serves to be counted. */
    static String of(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return decoded(head, 2, StandardCharsets.UTF_16LE);
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return decoded(head, 2, StandardCharsets.UTF_16BE);
        }
        Charset utf16 = TextEncoding.utf16(head);
        if (utf16 != null) {
            return decoded(head, 0, utf16);
        }
        boolean mark = head.length > 2 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB;
        return decoded(head, mark ? 3 : 0, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] head, int from, Charset charset) {
        return new String(head, from, head.length - from, charset);
    }

    /**
     * Text has next to no control characters but those of lines and pages; padding (NUL) and an end mark (Ctrl-Z) at the
     * end are left by old hosts.
     */
    static boolean isText(String head) {
        int end = head.length();
        while (end > 0 && (head.charAt(end - 1) == '\0' || head.charAt(end - 1) == '\u001A')) {
            end--;
        }
        int odd = 0;
        for (int i = 0; i < end; i++) {
            char c = head.charAt(i);
            boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0x7F;
            odd += control || c == '\uFFFD' ? 1 : 0;
        }
        return odd * 50 <= end;
    }
}
