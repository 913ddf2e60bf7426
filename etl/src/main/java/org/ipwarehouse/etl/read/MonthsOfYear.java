package org.ipwarehouse.etl.read;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that name months without their year: 1—6月, 前三季度, 第三季度, 上半年, 7月份. The year stands somewhere else. */
final class MonthsOfYear {
    private static final String TO = "\\s*(?:-+|—+|–|―|~|至|到|一)\\s*";
    private static final String QUARTER = "([一二三四1-4])";

    private record Form(Pattern pattern, ToIntFunction<MatchResult> first, ToIntFunction<MatchResult> last) {
        Form(String pattern, ToIntFunction<MatchResult> first, ToIntFunction<MatchResult> last) {
            this(Pattern.compile(pattern), first, last);
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form("(?<!\\d)(\\d{1,2})月?份?" + TO + "(\\d{1,2})月", m -> number(m, 1), m -> number(m, 2)),
            new Form("前" + QUARTER + "个?季度?", m -> 1, m -> 3 * quarter(m, 1)),
            new Form(QUARTER + TO + QUARTER + "季", m -> 3 * quarter(m, 1) - 2, m -> 3 * quarter(m, 2)),
            new Form("第?" + QUARTER + "季", m -> 3 * quarter(m, 1) - 2, m -> 3 * quarter(m, 1)),
            new Form("(?<![A-Za-z0-9])[Qq]([1-4])(?!\\d)", m -> 3 * number(m, 1) - 2, m -> 3 * number(m, 1)),
            new Form(
                    "([上下])半年",
                    m -> m.group(1).equals("上") ? 1 : 7,
                    m -> m.group(1).equals("上") ? 6 : 12),
            new Form("(?<!\\d)(\\d{1,2})月(?!\\s*\\d{1,2}日)", m -> number(m, 1), m -> number(m, 1)),
            new Form("全年", m -> 1, m -> 12));

    private MonthsOfYear() {}

    static Optional<ReportPeriod> in(String flat, int year) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(flat);
            if (matcher.find()) {
                int first = form.first().applyAsInt(matcher);
                int last = form.last().applyAsInt(matcher);
                try {
                    return last < first
                            ? Optional.empty()
                            : Optional.of(ReportPeriod.months(year, first, last - first + 1));
                } catch (DateTimeException e) {
                    // 13月 is no month
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static int quarter(MatchResult m, int group) {
        return "一二三四1234".indexOf(m.group(group)) % 4 + 1;
    }
}
