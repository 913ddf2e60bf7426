package org.ipwarehouse.etl.standardise;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates with English month names, which programs write that nobody told the language: 05-Mar-2024, Mar 5, 2024, Tue Mar
 * 05 10:30:00 CST 2024. A stated weekday must agree.
 */
final class EnglishDate {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String DAYS = "montuewedthufrisatsun";
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final String WEEKDAY = "(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+)?";
    private static final String TIME = "(?:,?\\s+([0-9].*))?";
    private static final Pattern DAY_FIRST =
            Pattern.compile(WEEKDAY + "(\\d{1,2})[-/\\s]" + MONTH + "[-/,\\s]+(\\d{4}|\\d{2})" + TIME);
    private static final Pattern MONTH_FIRST =
            Pattern.compile(WEEKDAY + MONTH + "[-\\s]+(\\d{1,2})[-,\\s]+(\\d{4})" + TIME);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/\\s]" + MONTH + "[-/\\s](\\d{1,2})" + TIME);
    /** {@code java.util.Date#toString}; CST is China's time where such a program runs in China. */
    private static final Pattern JAVA = Pattern.compile(
            WEEKDAY + MONTH + "\\s+(\\d{1,2})\\s+(\\d{2}:\\d{2}:\\d{2})\\s+(?:cst|gmt\\+08:00)\\s+(\\d{4})");

    private EnglishDate() {}

    /** The date, or null where the text has none of these forms or says what cannot be. */
    static @Nullable Stamp read(String text, DateFrame frame) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher m = DAY_FIRST.matcher(lower);
        if (m.matches()) {
            return stamp(new Parts(m.group(1), m.group(4), m.group(3), m.group(2), m.group(5)), frame);
        }
        m = MONTH_FIRST.matcher(lower);
        if (m.matches()) {
            return stamp(new Parts(m.group(1), m.group(4), m.group(2), m.group(3), m.group(5)), frame);
        }
        m = YEAR_FIRST.matcher(lower);
        if (m.matches()) {
            return stamp(new Parts(null, m.group(1), m.group(2), m.group(3), m.group(4)), frame);
        }
        m = JAVA.matcher(lower);
        return m.matches() ? stamp(new Parts(m.group(1), m.group(5), m.group(2), m.group(3), m.group(4)), frame) : null;
    }

    private record Parts(
            @Nullable String weekday,
            String year,
            String month,
            String day,
            @Nullable String time) {}

    private static @Nullable Stamp stamp(Parts parts, DateFrame frame) {
        boolean shortYear = parts.year().length() == 2;
        int year = Integer.parseInt(parts.year()) + (shortYear ? 2000 : 0);
        int month = MONTHS.indexOf(parts.month()) / 3 + 1;
        LocalDate day = DateScan.existing(year, month, Integer.parseInt(parts.day()));
        String weekday = parts.weekday();
        boolean agrees = weekday == null || day != null && day.getDayOfWeek() == weekday(weekday);
        if (day == null || !agrees || shortYear && !frame.supports(day)) {
            return null;
        }
        Stamp stamp = Stamp.of(day, shortYear ? "D32" : "D30");
        String time = parts.time();
        if (time == null) {
            return stamp;
        }
        DayTime clock = DayTime.read(time);
        return clock == null ? null : stamp.at(clock);
    }

    private static DayOfWeek weekday(String name) {
        return DayOfWeek.of(DAYS.indexOf(name) / 3 + 1);
    }
}
