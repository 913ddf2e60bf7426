package org.ipwarehouse.etl.standardise;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates that leave something open: a year of two digits, no year at all, the year last. They are taken only where one
 * reading remains: by the file's own period for the year (repair D32), by the calendar for the order of day and month
 * (25/3/2024, repair D30).
 */
final class ShortDate {
    static final String YEAR_OPEN = "年份只有两位，文件期次不能佐证";
    static final String NO_YEAR = "没有写年份，文件期次不能佐证";
    static final String ORDER_OPEN = "日和月的先后不能确定";

    private static final String TIME = "(\\s.*|[T上下].*)?";
    private static final Pattern THREE = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{1,2})" + TIME);
    private static final Pattern CHINESE = Pattern.compile("(\\d{2})年(\\d{1,2})月(\\d{1,2})[日号]?" + TIME);
    private static final Pattern NO_YEAR_FORM = Pattern.compile("(\\d{1,2})月(\\d{1,2})[日号]" + TIME);
    private static final Pattern SIX_DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{2})");

    private final DateFrame frame;
    private String trouble = "";

    ShortDate(DateFrame frame) {
        this.frame = frame;
    }

    /** What is open, "" where the text has none of these forms. */
    String trouble() {
        return trouble;
    }

    @Nullable
    Stamp read(String text) {
        Matcher three = THREE.matcher(text);
        if (three.matches()) {
            boolean fullYear = three.group(4).length() == 4;
            LocalDate day = fullYear
                    ? yearLast(number(three, 1), number(three, 3), number(three, 4))
                    : shortYear(number(three, 1), number(three, 3), number(three, 4));
            return timed(day, fullYear ? "D30" : "D32", three.group(5));
        }
        Matcher chinese = CHINESE.matcher(text);
        if (chinese.matches()) {
            LocalDate day = supported(2000 + number(chinese, 1), number(chinese, 2), number(chinese, 3));
            trouble = YEAR_OPEN;
            return timed(day, "D32", chinese.group(4));
        }
        Matcher noYear = NO_YEAR_FORM.matcher(text);
        if (noYear.matches()) {
            LocalDate day = supported(frame.yearOf(number(noYear, 1)), number(noYear, 1), number(noYear, 2));
            trouble = NO_YEAR;
            return timed(day, "D32", noYear.group(3));
        }
        return sixDigits(text);
    }

    private @Nullable Stamp sixDigits(String text) {
        Matcher six = SIX_DIGITS.matcher(text);
        if (!six.matches()) {
            return null;
        }
        LocalDate day = supported(2000 + number(six, 1), number(six, 2), number(six, 3));
        boolean possible = DateScan.existing(2000 + number(six, 1), number(six, 2), number(six, 3)) != null;
        trouble = possible ? YEAR_OPEN : "";
        return timed(day, "D32", null);
    }

    private static @Nullable Stamp timed(@Nullable LocalDate day, String repair, @Nullable String rest) {
        if (day == null) {
            return null;
        }
        Stamp stamp = Stamp.of(day, repair);
        if (rest == null || rest.isEmpty()) {
            return stamp;
        }
        DayTime time = DayTime.read(rest);
        return time == null ? null : stamp.at(time);
    }

    /** 25/3/2024 is a day in one order only, 5/3/2024 in two. */
    private @Nullable LocalDate yearLast(int first, int second, int year) {
        LocalDate dayFirst = DateScan.existing(year, second, first);
        LocalDate monthFirst = DateScan.existing(year, first, second);
        if (dayFirst != null && monthFirst != null && !dayFirst.equals(monthFirst)) {
            trouble = ORDER_OPEN;
            return null;
        }
        return dayFirst != null ? dayFirst : monthFirst;
    }

    /** Of the three orders only those count that the file's period supports; all that count must mean one day. */
    private @Nullable LocalDate shortYear(int first, int second, int third) {
        trouble = YEAR_OPEN;
        LocalDate only = null;
        LocalDate[] readings = {
            supported(2000 + first, second, third),
            supported(2000 + third, first, second),
            supported(2000 + third, second, first)
        };
        for (LocalDate reading : readings) {
            if (reading != null && only != null && !reading.equals(only)) {
                return null;
            }
            only = reading == null ? only : reading;
        }
        return only;
    }

    private @Nullable LocalDate supported(int year, int month, int day) {
        LocalDate found = DateScan.existing(year, month, day);
        return found != null && frame.supports(found) ? found : null;
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
