package org.ipwarehouse.etl.standardise;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads a calendar day from the beginning of a text, hand-written because every row has several. */
final class DateScan {
    static final String NO_DATE = "不是日期";
    static final String ONLY_MONTH = "只有年月，没有日";

    private final String text;
    private int position;
    private boolean canonical;
    private String trouble = NO_DATE;

    DateScan(String text) {
        this.text = text;
    }

    /** The day, or null with {@link #trouble()} set. */
    @Nullable
    LocalDate day() {
        int digits = digitsAt(0);
        if (digits == 8 || text.length() == digits && (digits == 12 || digits == 14)) {
            position = 8;
            return valid(number(0, 4), number(4, 6), number(6, 8));
        }
        if (digits == 4 && text.length() > 4) {
            return separated();
        }
        trouble = troubleOf(digits);
        return null;
    }

    private String troubleOf(int digits) {
        return digits == 6 && text.length() == 6 ? ONLY_MONTH : NO_DATE;
    }

    private @Nullable LocalDate separated() {
        char first = text.charAt(4);
        char second = first == '年' ? '月' : first;
        if (first != '-' && first != '/' && first != '.' && first != '年') {
            return null;
        }
        int monthDigits = digitsAt(5);
        int dayFrom = 5 + monthDigits + 1;
        if (monthDigits < 1 || monthDigits > 2) {
            return null;
        }
        if (dayFrom > text.length() || text.charAt(dayFrom - 1) != second || digitsAt(dayFrom) == 0) {
            trouble = ONLY_MONTH;
            return null;
        }
        int dayDigits = digitsAt(dayFrom);
        if (dayDigits > 2) {
            return null;
        }
        position = dayFrom + dayDigits;
        if (first == '年' && position < text.length() && "日号".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        canonical = first == '-' && monthDigits == 2 && dayDigits == 2;
        return valid(number(0, 4), number(5, 5 + monthDigits), number(dayFrom, dayFrom + dayDigits));
    }

    private @Nullable LocalDate valid(int year, int month, int day) {
        LocalDate found = existing(year, month, day);
        if (found == null) {
            trouble = "日历上没有这一天";
        }
        return found;
    }

    /** The day, or null where the calendar has none. */
    static @Nullable LocalDate existing(int year, int month, int day) {
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /** Where the day ends in the text. */
    int end() {
        return position;
    }

    /** True if the day was written yyyy-MM-dd. */
    boolean isCanonical() {
        return canonical;
    }

    String trouble() {
        return trouble;
    }

    private int digitsAt(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i - from;
    }

    private int number(int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
