package org.ipwarehouse.etl.standardise;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.standardise.InexactDate.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Texts that state less than a day: 202403, 2024年3月, 3月上旬, 2024.3.5-3.8, 2024年第一季度 (defects D31, D33). A month
 * without a year is taken only where the file reports on one month of that number.
 */
final class StretchText {
    private static final String TO = "(?:-|—+|–|~|至|到)";
    private static final Pattern SIX_DIGITS = Pattern.compile("(\\d{4})(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月份?|(\\d{4})[-/.](\\d{1,2})");
    private static final Pattern THIRD = Pattern.compile("(?:(\\d{4})[年.\\-/])?(\\d{1,2})月份?([上中下])旬");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})年第?([一二三四1234])季度?");
    private static final Pattern HALF = Pattern.compile("(\\d{4})年([上下])半年");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年(?:度|全年)?");
    private static final Pattern DAYS = Pattern.compile("(\\d{4})([年/.-])(\\d{1,2})[月/.-](\\d{1,2})[日号]?(" + TO
            + ")(?:(?:(\\d{4})[年/.-])?(\\d{1,2})[月/.-])?(\\d{1,2})[日号]?");
    private static final Pattern EIGHT_DIGITS =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + TO + "(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern MONTHS = Pattern.compile("(\\d{4})年(\\d{1,2})月?" + TO
            + "(?:(\\d{4})年)?(\\d{1,2})月份?|(\\d{4})\\.(\\d{1,2})" + TO + "(\\d{4})\\.(\\d{1,2})");

    private final DateFrame frame;

    StretchText(DateFrame frame) {
        this.frame = frame;
    }

    /** @param text without blanks; null where it is no stretch of days, or one of a kind that cannot be */
    @Nullable
    Reading<InexactDate> read(String text) {
        Matcher six = SIX_DIGITS.matcher(text);
        if (six.matches()) {
            InexactDate month = month(number(six, 1), number(six, 2));
            return month == null ? null : Reading.repaired(month, "D31");
        }
        InexactDate stretch = stretch(text);
        return stretch == null ? null : Reading.repaired(stretch, "D33");
    }

    private @Nullable InexactDate stretch(String text) {
        Matcher m = MONTH.matcher(text);
        if (m.matches()) {
            return m.group(3) == null
                    ? month(yearOrPeriod(m.group(1), number(m, 2)), number(m, 2))
                    : month(number(m, 3), number(m, 4));
        }
        m = THIRD.matcher(text);
        if (m.matches()) {
            return third(yearOrPeriod(m.group(1), number(m, 2)), number(m, 2), m.group(3));
        }
        m = DAYS.matcher(text);
        if (m.matches()) {
            return days(m);
        }
        m = EIGHT_DIGITS.matcher(text);
        if (m.matches()) {
            return between(
                    day(number(m, 1), number(m, 2), number(m, 3)), day(number(m, 4), number(m, 5), number(m, 6)));
        }
        m = MONTHS.matcher(text);
        return m.matches() ? months(m) : season(text);
    }

    private static @Nullable InexactDate season(String text) {
        Matcher m = QUARTER.matcher(text);
        if (m.matches()) {
            int quarter = "一二三四1234".indexOf(m.group(2)) % 4;
            return span(number(m, 1), quarter * 3 + 1, 3, Precision.QUARTER);
        }
        m = HALF.matcher(text);
        if (m.matches()) {
            return span(number(m, 1), m.group(2).equals("上") ? 1 : 7, 6, Precision.HALF);
        }
        m = YEAR.matcher(text);
        return m.matches() ? span(number(m, 1), 1, 12, Precision.YEAR) : null;
    }

    private int yearOrPeriod(@Nullable String year, int month) {
        return year == null ? frame.yearOf(month) : Integer.parseInt(year);
    }

    private static @Nullable InexactDate month(int year, int month) {
        return span(year, month, 1, Precision.MONTH);
    }

    private static @Nullable InexactDate span(int year, int month, int months, Precision precision) {
        LocalDate first = day(year, month, 1);
        return first == null
                ? null
                : new InexactDate(first, first.plusMonths(months).minusDays(1), precision);
    }

    /** 上旬 is the 1st to the 10th, 中旬 the 11th to the 20th, 下旬 the rest of the month. */
    private static @Nullable InexactDate third(int year, int month, String third) {
        int number = "上中下".indexOf(third);
        LocalDate first = day(year, month, number * 10 + 1);
        if (first == null) {
            return null;
        }
        LocalDate last = number < 2 ? first.plusDays(9) : YearMonth.from(first).atEndOfMonth();
        return new InexactDate(first, last, Precision.THIRD);
    }

    private static @Nullable InexactDate days(Matcher m) {
        boolean dashes = m.group(2).equals("-") && m.group(5).equals("-");
        if (dashes && m.group(6) == null) {
            // 2024-3-5-8: one hyphen of three would have to mean something else than the others
            return null;
        }
        LocalDate from = day(number(m, 1), number(m, 3), number(m, 4));
        int year = m.group(6) == null ? number(m, 1) : number(m, 6);
        int month = m.group(7) == null ? number(m, 3) : number(m, 7);
        return between(from, day(year, month, number(m, 8)));
    }

    private static @Nullable InexactDate months(Matcher m) {
        boolean chinese = m.group(5) == null;
        int year = number(m, chinese ? 1 : 5);
        int lastYear = chinese && m.group(3) == null ? year : number(m, chinese ? 3 : 7);
        InexactDate first = month(year, number(m, chinese ? 2 : 6));
        InexactDate last = month(lastYear, number(m, chinese ? 4 : 8));
        return first == null || last == null ? null : between(first.from(), last.to());
    }

    private static @Nullable InexactDate between(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null || to.isBefore(from) ? null : new InexactDate(from, to, Precision.RANGE);
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        LocalDate found = DateScan.existing(year, month, day);
        return found != null && DateText.isBounded(found) ? found : null;
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
