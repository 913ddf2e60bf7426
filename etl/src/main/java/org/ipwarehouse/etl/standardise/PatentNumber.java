package org.ipwarehouse.etl.standardise;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of Chinese patents and their applications: twelve digits (year, kind, serial), a dot and a check digit, as in
 * 202310123456.6; until 2003-09-30 eight digits, a dot and a check digit (ZC 0006-2003). The prefix ZL or CN, blanks and
 * a missing dot make no other number (repair D55), nor does a missing check digit, which the others determine.
 */
public final class PatentNumber {
    /** The fifth digit is the kind (1 invention, 2 utility model, 3 design, 8 and 9 from abroad), once the third. */
    private static final Pattern FORM =
            Pattern.compile("(?:ZL|CN)?(\\d{4}[12389]\\d{7}|\\d{2}[12389]\\d{5})(?:[.·。]?([0-9X]))?");

    private PatentNumber() {}

    /** A patent number, or NUMBER_INVALID. */
    public static Reading<String> parse(String raw) {
        Matcher m = FORM.matcher(CleanText.dense(raw).toUpperCase(Locale.ROOT));
        if (!m.matches()) {
            return Reading.refused(Problem.NUMBER_INVALID, "应为12位数字、小数点和一位校验位");
        }
        char check = RightNumber.patentCheck(m.group(1));
        if (m.group(2) != null && m.group(2).charAt(0) != check) {
            return Reading.refused(Problem.NUMBER_INVALID, "校验位不符");
        }
        String kept = m.group(1) + '.' + check;
        return kept.equals(raw) ? Reading.of(raw) : Reading.repaired(kept, "D55");
    }

    /** A patent number or that of a trade mark: one to eight digits, an international registration with G before it. */
    public static Reading<String> orTrademark(String raw) {
        Reading<String> mark = RightNumber.parse(raw, RightNumber.Kind.TRADEMARK);
        return mark.value() == null ? parse(raw) : mark;
    }
}
