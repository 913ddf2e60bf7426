package org.ipwarehouse.etl.standardise;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;

/**
 * The citizen identity number of GB 11643-1999. Repairs: D47 lower case x, full width, blanks; D48 an old number of 15
 * digits, kept as it is; D66 a number that the sender masked, of which nothing is kept. The address code is not checked: it
 * is the one of the day of issue (640321 was 中卫县).
 */
public final class CitizenId {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    /** First two digits of the address codes of GB/T 2260. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private static final String CHECK = "10X98765432";

    private CitizenId() {}

    public static Reading<String> parse(String raw) {
        if (isValid(raw)) {
            return Reading.of(raw);
        }
        String text = CleanText.dense(raw).toUpperCase(Locale.ROOT);
        if (isValid(text)) {
            return Reading.repaired(text, "D47");
        }
        if (isMasked(text)) {
            return Reading.marked(Reading.MASKED);
        }
        if (Scientific.looksLike(text)) {
            return Reading.refused(Problem.ID_PRECISION_LOST, "证件号成了科学计数法，后几位已丢失");
        }
        if (text.length() == 15 && digits(text, 15)) {
            return old(text);
        }
        return invalid(text);
    }

    /** The check character for the first 17 digits. */
    public static char checkCharacter(CharSequence first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % 11);
    }

    public static boolean isValid(String text) {
        return text.length() == 18 && digits(text, 17) && checkCharacter(text) == text.charAt(17) && isDay(text, 6);
    }

    /** Eighteen characters with a province and a possible birthday, whatever the check digit: most likely such a number. */
    static boolean hasForm(String text) {
        boolean province = text.length() == 18
                && PROVINCES.contains(text.substring(0, 2))
                && (text.startsWith("19", 6) || text.startsWith("20", 6));
        return province && digits(text, 17) && isDay(text, 6);
    }

    /** Asterisks inside: the sender masked the number; at the last place alone it is a damaged number, not a mask. */
    private static boolean isMasked(String text) {
        int stars = 0;
        for (int i = 0; i < text.length(); i++) {
            stars += text.charAt(i) == '*' ? 1 : 0;
        }
        return stars >= 2;
    }

    /** An old number has no check digit, so only its day of birth can be checked; the century was the twentieth. */
    private static Reading<String> old(String text) {
        return isDay(1900 + Integer.parseInt(text, 6, 8, 10), text, 8)
                ? Reading.repaired(text, "D48")
                : Reading.refused(Problem.ID_CHECKSUM, "15位旧号中的出生日期不存在");
    }

    private static Reading<String> invalid(String text) {
        if (text.length() != 18) {
            return Reading.refused(Problem.ID_CHECKSUM, "应为18位，实为" + text.length() + "位");
        }
        if (text.endsWith("000") && digits(text, 18)) {
            return Reading.refused(Problem.ID_PRECISION_LOST, "末三位为000且校验不符，像是被表格软件归零");
        }
        boolean noDay = digits(text, 17) && !isDay(text, 6);
        return Reading.refused(Problem.ID_CHECKSUM, noDay ? "出生日期不存在" : "校验位不符" + suggestion(text));
    }

    private static String suggestion(String text) {
        String other = text.replace('O', '0').replace('I', '1').replace('L', '1');
        return !other.equals(text) && isValid(other) ? "，字母O、I像是数字0、1，请核对" : "";
    }

    private static boolean isDay(String text, int from) {
        return isDay(Integer.parseInt(text, from, from + 4, 10), text, from + 4);
    }

    private static boolean isDay(int year, String text, int monthFrom) {
        int month = Integer.parseInt(text, monthFrom, monthFrom + 2, 10);
        int day = Integer.parseInt(text, monthFrom + 2, monthFrom + 4, 10);
        return year >= 1800
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    private static boolean digits(String text, int to) {
        for (int i = 0; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
