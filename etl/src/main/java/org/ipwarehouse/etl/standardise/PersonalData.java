package org.ipwarehouse.etl.standardise;

/**
 * Finds citizen identity numbers (by check digit) and mobile numbers in free text and masks them (repair D66), so that
 * 违法事实 of a public register does not carry them on.
 */
public final class PersonalData {
    public static final String MASK = "＊＊＊";

    private static final int MOBILE = 11;
    private static final int IDENTITY = 18;

    private PersonalData() {}

    /** The text with numbers masked; the same object where there is none. */
    public static String mask(String text) {
        StringBuilder masked = null;
        int copied = 0;
        int i = 0;
        while (i < text.length()) {
            int end = runEnd(text, i);
            if (end - i >= MOBILE && isPersonal(text, i, end)) {
                masked = masked == null ? new StringBuilder(text.length()) : masked;
                masked.append(text, copied, i).append(MASK);
                copied = end;
            }
            i = Math.max(end, i + 1);
        }
        return masked == null
                ? text
                : masked.append(text, copied, text.length()).toString();
    }

    /** End of the run of digits, with an X after 17 of them. */
    private static int runEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        boolean x = end - from == IDENTITY - 1 && end < text.length() && (text.charAt(end) | 0x20) == 'x';
        return x ? end + 1 : end;
    }

    private static boolean isPersonal(String text, int from, int end) {
        if (end - from == IDENTITY) {
            return CitizenId.isValid(text.substring(from, end).replace('x', 'X'));
        }
        return end - from == MOBILE && text.charAt(from) == '1' && text.charAt(from + 1) >= '3';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
