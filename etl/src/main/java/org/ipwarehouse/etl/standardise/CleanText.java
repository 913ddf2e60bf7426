package org.ipwarehouse.etl.standardise;

import java.text.Normalizer;

/**
 * Frees a text from what nobody sees: byte-order marks, zero-width and no-break blanks, ideographic blanks, control
 * characters and the {@code _x000D_} that workbooks leave behind (defect D15). Line breaks and tabs inside a text stay.
 */
public final class CleanText {

    private CleanText() {}

    /** The text without invisible characters and without blanks at its ends; the same object where nothing changes. */
    public static String of(String raw) {
        if (isClean(raw)) {
            return raw;
        }
        StringBuilder kept = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            int escape = escapeLength(raw, i);
            if (escape > 0) {
                i += escape;
                continue;
            }
            if (isOddBlank(c)) {
                kept.append(' ');
            } else if (!isInvisible(c)) {
                kept.append(c);
            }
            i++;
        }
        return kept.toString().strip();
    }

    /** {@link #of} and then Unicode NFKC: full-width letters, digits and signs become plain ones. */
    public static String folded(String raw) {
        String clean = of(raw);
        return isFoldedAlready(clean)
                ? clean
                : Normalizer.normalize(clean, Normalizer.Form.NFKC).strip();
    }

    /** {@link #folded} without any blank inside. */
    public static String dense(String raw) {
        String folded = folded(raw);
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isWhitespace(folded.charAt(i))) {
                return withoutBlanks(folded);
            }
        }
        return folded;
    }

    public static boolean isClean(String raw) {
        int length = raw.length();
        if (length == 0) {
            return true;
        }
        if (raw.charAt(0) <= ' ' || raw.charAt(length - 1) <= ' ') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            if ((c < ' ' || c > '~') && (isInvisible(c) || isOddBlank(c)) || c == '_' && escapeLength(raw, i) > 0) {
                return false;
            }
        }
        return true;
    }

    private static String withoutBlanks(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                dense.append(text.charAt(i));
            }
        }
        return dense.toString();
    }

    /** True if the text has only characters that NFKC leaves alone: ASCII, common Han, 、。〈〉《》「」【】〔〕. */
    private static boolean isFoldedAlready(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inert = c <= '~' || c >= '\u4E00' && c <= '\u9FFF' || c >= '\u3001' && c <= '\u3015';
            if (!inert) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOddBlank(char c) {
        return c == '\u00A0'
                || c == '\u3000'
                || c == '\u0085'
                || c == '\u202F'
                || c == '\u205F'
                || c == '\u2028'
                || c == '\u2029'
                || c >= '\u2000' && c <= '\u200A';
    }

    private static boolean isInvisible(char c) {
        return c == '\uFEFF'
                || c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u206F'
                || c >= '\uFFF9' && c <= '\uFFFB'
                || c == '\u180E'
                || c == '\u061C'
                || c == '\u00AD'
                || c >= 0x7F && c <= 0x9F && c != '\u0085'
                || c < ' ' && c != '\n' && c != '\r' && c != '\t';
    }

    /** Length of an escaped control character such as {@code _x000D_} at this place, else 0. */
    private static int escapeLength(String text, int at) {
        boolean form = text.charAt(at) == '_'
                && at + 6 < text.length()
                && text.charAt(at + 1) == 'x'
                && text.charAt(at + 2) == '0'
                && text.charAt(at + 3) == '0'
                && text.charAt(at + 6) == '_';
        if (!form) {
            return 0;
        }
        String code = text.substring(at + 4, at + 6);
        return code.equals("0D") || code.equals("0d") || code.equals("0A") || code.equals("0a") || code.equals("09")
                ? 7
                : 0;
    }
}
