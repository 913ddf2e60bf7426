package org.ipwarehouse.etl.standardise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * The citizen identity number of GB 11643-1999. Repairs: D47 lower case x, full width, blanks; D48 an old number of 15
 * digits raised to 18; D66 a number that the sender masked, of which nothing is kept. The address code is not checked: it
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
            return raised(text);
        }
        return Reading.refused(Problem.ID_CHECKSUM, detail(text));
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

    private static Reading<String> raised(String text) {
        String body = text.substring(0, 6) + "19" + text.substring(6);
        if (!isDay(body, 6)) {
            return Reading.refused(Problem.ID_CHECKSUM, "出生日期不存在");
        }
        return Reading.repaired(body + checkCharacter(body), "D48");
    }

    private static String detail(String text) {
        if (text.length() != 18) {
            return "应为18位，实为" + text.length() + "位";
        }
        return digits(text, 17) && !isDay(text, 6) ? "出生日期不存在" : "校验位不符";
    }

    private static boolean isDay(String text, int from) {
        int year = Integer.parseInt(text, from, from + 4, 10);
        int month = Integer.parseInt(text, from + 4, from + 6, 10);
        int day = Integer.parseInt(text, from + 6, from + 8, 10);
        if (year < 1800 || month < 1 || month > 12 || day < 1 || day > 31) {
            return false;
        }
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
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
