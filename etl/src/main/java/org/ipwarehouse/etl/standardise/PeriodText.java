package org.ipwarehouse.etl.standardise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.warehouse.api.Period;

/**
 * Texts to reporting periods in the form of {@link Period#toString}: 2026年第三季度 → 2026Q3, 2026年7月 → 2026-07,
 * 2026年1—9月 → 2026-01..09, 2024年6—11月累计 → 2024-06..11, 2026年上半年 → 2026H1 (repair D30; six digits D31).
 */
public final class PeriodText {
    // read once per report, not once per figure: a pattern is clear enough here
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})年?第?([一二三四1234])季度?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[年/.-](\\d{1,2})月?份?");
    private static final Pattern HALF = Pattern.compile("(\\d{4})年?([上下])半年");
    private static final Pattern TO_DATE = Pattern.compile("(\\d{4})年(\\d{1,2})月?(?:[-~至]|[—–]+)(\\d{1,2})月(?:累计)?");
    private static final Pattern SIX_DIGITS = Pattern.compile("(\\d{4})(\\d{2})");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年(?:度|全年)?");

    private static final Pattern QUARTER_FORM = Pattern.compile("\\d{4}(?:[Qq][1-4]|[Hh][12])");
    private static final Pattern MONTHS_FORM = Pattern.compile("\\d{4}(?:-(\\d{2})(?:\\.\\.(\\d{2}))?)?");

    private PeriodText() {}

    public static Reading<String> parse(String raw) {
        String text = CleanText.dense(raw);
        String form = form(text);
        if (!isPeriod(form)) {
            return Reading.refused(Problem.DATE_INVALID, "不是报送期，应写作2026Q3、2026-07、2026H1或2026");
        }
        String period = Period.parse(form).toString();
        if (period.equals(raw)) {
            return Reading.of(period);
        }
        return Reading.repaired(period, SIX_DIGITS.matcher(text).matches() ? "D31" : "D30");
    }

    private static boolean isPeriod(String form) {
        Matcher months = MONTHS_FORM.matcher(form);
        if (!months.matches()) {
            return QUARTER_FORM.matcher(form).matches();
        }
        int first = months.group(1) == null ? 1 : Integer.parseInt(months.group(1));
        int last = months.group(2) == null ? first : Integer.parseInt(months.group(2));
        return first >= 1 && first <= last && last <= 12;
    }

    private static String form(String text) {
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            int number = "一二三四1234".indexOf(quarter.group(2)) % 4 + 1;
            return quarter.group(1) + "Q" + number;
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return month.group(1) + "-" + two(month.group(2));
        }
        Matcher half = HALF.matcher(text);
        if (half.matches()) {
            return half.group(1) + (half.group(2).equals("上") ? "H1" : "H2");
        }
        Matcher toDate = TO_DATE.matcher(text);
        if (toDate.matches()) {
            return toDate.group(1) + "-" + two(toDate.group(2)) + ".." + two(toDate.group(3));
        }
        Matcher digits = SIX_DIGITS.matcher(text);
        if (digits.matches()) {
            return digits.group(1) + "-" + digits.group(2);
        }
        Matcher year = YEAR.matcher(text);
        return year.matches() ? year.group(1) : text;
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
