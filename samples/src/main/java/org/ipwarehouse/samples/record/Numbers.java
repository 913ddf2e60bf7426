package org.ipwarehouse.samples.record;

import java.time.LocalDate;

/** Document numbers in the forms of their issuers. */
final class Numbers {
    private static final String[] SERIES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥".split("");
    /** A number has at most six digits; more cases than that open further series. */
    private static final long PER_SERIES = 900_000;

    private Numbers() {}

    /** 卫沙市监罚决〔2026〕12号 */
    static String official(String organ, String kind, int year, long number) {
        long series = (number - 1) / PER_SERIES;
        String mark = series == 0 ? "" : SERIES[(int) ((series - 1) % SERIES.length)];
        return organ + mark + kind + "〔" + year + "〕" + ((number - 1) % PER_SERIES + 1) + "号";
    }

    static int year(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).getYear();
    }

    /** The number with leading zeros, at least so many digits. */
    static String padded(long number, int digits) {
        String text = Long.toString(number);
        return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
    }

    /** 20260705 */
    static String compactDay(long epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        return Long.toString(day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth());
    }

    /** A patent number with its check digit: four digits of the year, kind, seven digits, point, check. */
    static String patent(int year, int kind, int serial) {
        String digits = year + "" + kind + padded(serial, 7);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += Character.digit(digits.charAt(i), 10) * (i < 8 ? i + 2 : i - 6);
        }
        int check = sum % 11;
        return "ZL" + digits + "." + (check == 10 ? "X" : Integer.toString(check));
    }
}
