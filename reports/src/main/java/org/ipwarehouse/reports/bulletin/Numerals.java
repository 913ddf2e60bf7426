package org.ipwarehouse.reports.bulletin;

import org.ipwarehouse.reports.ReportErrors;

/** Running numbers of headings after GB/T 9704: 一、（一）1; a number of a level begins the levels below anew. */
final class Numerals {
    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    private final int[] counts = new int[4];

    /** @param level 1 一 2 （一） 3 1 */
    String next(int level) {
        counts[level]++;
        for (int below = level + 1; below < counts.length; below++) {
            counts[below] = 0;
        }
        int number = counts[level];
        return level == 1 ? chinese(number) : level == 2 ? "（" + chinese(number) + "）" : String.valueOf(number);
    }

    /** 1 to 99. */
    static String chinese(int number) {
        if (number < 1 || number > 99) {
            throw ReportErrors.specMistake("模板", "标题序号到了" + number + "。", "一级和二级标题各不超过99个。");
        }
        int tens = number / 10;
        String ten = tens == 0 ? "" : (tens == 1 ? "" : DIGITS[tens]) + "十";
        return ten + DIGITS[number % 10];
    }
}
