package org.ipwarehouse.samples.draw;

import java.time.YearMonth;

/**
 * The three years on which the samples report: month 0 is 2023-10, month 35 is 2026-09. Negative months are the time
 * before the first file, in which older cases began.
 */
public final class Months {
    public static final int COUNT = 36;
    /** Months before the first file from which open cases reach into it. */
    public static final int LEAD = 12;
    /** Months after the last file into which its open cases would go on. */
    private static final int TAIL = 12;

    private static final YearMonth FIRST = YearMonth.of(2023, 10);
    private static final long[] START = starts();

    private Months() {}

    private static long[] starts() {
        long[] days = new long[LEAD + COUNT + TAIL];
        for (int i = 0; i < days.length; i++) {
            days[i] = FIRST.plusMonths((long) i - LEAD).atDay(1).toEpochDay();
        }
        return days;
    }

    public static YearMonth of(int month) {
        return FIRST.plusMonths(month);
    }

    public static int year(int month) {
        return Math.floorDiv(month + 9, 12) + 2023;
    }

    /** Month of the year, 1 … 12. */
    public static int ofYear(int month) {
        return Math.floorMod(month + 9, 12) + 1;
    }

    /** Epoch day of the first of the month. */
    public static long start(int month) {
        return START[month + LEAD];
    }

    /** Epoch day of the last of the month. */
    public static long end(int month) {
        return START[month + LEAD + 1] - 1;
    }

    public static int length(int month) {
        return (int) (START[month + LEAD + 1] - START[month + LEAD]);
    }
}
