package org.ipwarehouse.etl.standardise;

/** Numerals of dates to Arabic digits: 二〇二四年三月十五日, 贰零贰肆年叁月零伍日, 二O二四年. */
final class ChineseDate {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String FORMAL = "〇壹贰叁肆伍陆柒捌玖";
    private static final String NOUGHTS = "○◯Oo";

    private ChineseDate() {}

    /** The text with its numerals as digits; the same object where it has none. */
    static String plain(String text) {
        int year = text.indexOf('年');
        if (year != 4 && year >= 0 || !hasNumeral(text, year)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < year; i++) {
            char c = text.charAt(i);
            int digit = c >= '0' && c <= '9' ? c - '0' : digit(c, true);
            if (digit < 0) {
                return text;
            }
            plain.append(digit);
        }
        rest(text, Math.max(year, 0), plain);
        return plain.toString();
    }

    /** Month and day, each up to 三十一; other characters stay, those after the day all of them (星期二). */
    private static void rest(String text, int from, StringBuilder plain) {
        int i = from;
        int numbers = 0;
        while (i < text.length() && numbers < 2) {
            int end = i;
            while (end < text.length() && (digit(text.charAt(end), false) >= 0 || isTen(text.charAt(end)))) {
                end++;
            }
            if (end == i) {
                plain.append(text.charAt(i++));
                continue;
            }
            int number = upTo99(text, i, end);
            plain.append(number < 0 ? text.substring(i, end) : String.valueOf(number));
            numbers++;
            i = end;
        }
        plain.append(text, i, text.length());
    }

    private static int upTo99(String text, int from, int to) {
        int ten = from;
        while (ten < to && !isTen(text.charAt(ten))) {
            ten++;
        }
        if (ten == to) {
            int zero = to - from == 2 && digit(text.charAt(from), false) == 0 ? 1 : 0;
            return to - from == 1 + zero ? digit(text.charAt(to - 1), false) : -1;
        }
        // 零壹拾 is how cheques write ten
        int start = from < ten && digit(text.charAt(from), false) == 0 ? from + 1 : from;
        boolean form = ten - start <= 1 && to - ten <= 2;
        if (!form) {
            return -1;
        }
        int tens = ten == start ? 1 : digit(text.charAt(start), false);
        return tens * 10 + (ten + 1 == to ? 0 : digit(text.charAt(ten + 1), false));
    }

    private static boolean hasNumeral(String text, int year) {
        int to = Math.min(text.length(), Math.max(year, 0) + 6);
        for (int i = 0; i < to; i++) {
            char c = text.charAt(i);
            if (isTen(c) || digit(c, i < year) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTen(char c) {
        return c == '十' || c == '拾';
    }

    private static int digit(char c, boolean inYear) {
        if (c < 0x80) {
            return inYear && NOUGHTS.indexOf(c) >= 0 ? 0 : -1;
        }
        int plain = DIGITS.indexOf(c);
        int formal = plain >= 0 ? plain : FORMAL.indexOf(c);
        return formal < 0 && inYear && NOUGHTS.indexOf(c) >= 0 ? 0 : formal;
    }
}
