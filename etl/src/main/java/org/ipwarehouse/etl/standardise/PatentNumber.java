package org.ipwarehouse.etl.standardise;

import java.util.Locale;

/**
 * Numbers of Chinese patents and their applications: twelve digits (year, kind, serial), a dot and a check digit, as in
 * 202310123456.6; until 2003-09-30 eight digits, a dot and a check digit (ZC 0006-2003). The prefix ZL or CN, blanks and
 * a missing dot make no other number (repair D55), nor does a missing check digit, which the others determine.
 */
public final class PatentNumber {
    private static final int LONG = 12;
    private static final int SHORT = 8;
    private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
    private static final String KINDS = "12389";
    private static final int LONGEST_TRADEMARK = 8;

    private PatentNumber() {}

    /** A patent number, or NUMBER_INVALID. */
    public static Reading<String> parse(String raw) {
        String bare = bare(raw);
        int length = length(bare);
        if (length == 0) {
            return Reading.refused(Problem.NUMBER_INVALID, "应为12位数字、小数点和一位校验位");
        }
        String body = bare.substring(0, length);
        char check = checkCharacter(body);
        if (bare.length() > length && bare.charAt(length) != check) {
            return Reading.refused(Problem.NUMBER_INVALID, "校验位不符");
        }
        String kept = body + '.' + check;
        return kept.equals(raw) ? Reading.of(raw) : Reading.repaired(kept, "D55");
    }

    /** A patent number or that of a trade mark: one to eight digits, an international registration with G before it. */
    public static Reading<String> orTrademark(String raw) {
        String text = CleanText.dense(raw).toUpperCase(Locale.ROOT);
        int from = text.startsWith("G") ? 1 : 0;
        boolean mark = text.length() > from
                && text.length() - from <= LONGEST_TRADEMARK
                && DocumentNumber.isDigits(text, from, text.length());
        if (!mark) {
            return parse(raw);
        }
        return text.equals(raw) ? Reading.of(raw) : Reading.repaired(text, "D55");
    }

    /** The weighted sum of the digits modulo 11, X for 10. */
    public static char checkCharacter(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        int rest = sum % 11;
        return rest == 10 ? 'X' : (char) ('0' + rest);
    }

    /** Digits and check character without prefix and dot. */
    private static String bare(String raw) {
        String text = CleanText.dense(raw).toUpperCase(Locale.ROOT);
        String number = text.startsWith("ZL") || text.startsWith("CN") ? text.substring(2) : text;
        int dot = number.length() - 2;
        boolean dotted = dot > 0 && ".·。".indexOf(number.charAt(dot)) >= 0;
        return dotted ? number.substring(0, dot) + number.substring(dot + 1) : number;
    }

    /** How many of the characters are the number itself; 0 if it is none. */
    private static int length(String bare) {
        for (int length : new int[] {LONG, SHORT}) {
            boolean fits = bare.length() == length || bare.length() == length + 1;
            int kind = length == LONG ? 4 : 2;
            if (fits && DocumentNumber.isDigits(bare, 0, length) && KINDS.indexOf(bare.charAt(kind)) >= 0) {
                return length;
            }
        }
        return 0;
    }
}
