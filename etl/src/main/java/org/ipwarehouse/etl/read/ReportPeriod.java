package org.ipwarehouse.etl.read;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a title or file name speaks of.
 *
 * @param asOf its last day
 * @param months on which it reports, in the form 2026-07; empty where only a day is named
 */
record ReportPeriod(LocalDate asOf, List<String> months) {
    private static final String YEAR = "(20\\d{2})";
    private static final String TO = "\\s*(?:-+|—+|–|―|~|至|到|一)\\s*";
    private static final Pattern MONTH_TO_MONTH = Pattern.compile("\\d{1,2}\\s*月?" + TO + "\\d{1,2}\\s*月");
    private static final String QUARTERS = "一二三四";

    private static final List<Form> FORMS = List.of(
            new Form("截[至止]\\s*" + YEAR + "年\\s*(\\d{1,2})月\\s*(\\d{1,2})日", m -> upTo(day(m, 1))),
            new Form(
                    YEAR + "年\\s*(\\d{1,2})月\\s*\\d{1,2}日" + TO + YEAR + "年\\s*(\\d{1,2})月\\s*(\\d{1,2})日",
                    m -> between(month(m, 1), month(m, 3), day(m, 3))),
            new Form(YEAR + "年\\s*(\\d{1,2})月" + TO + YEAR + "年\\s*(\\d{1,2})月", m -> {
                YearMonth last = month(m, 3);
                return between(month(m, 1), last, last.atEndOfMonth());
            }),
            new Form(YEAR + "年\\s*(\\d{1,2})月?" + TO + "(\\d{1,2})月", m -> {
                YearMonth last = YearMonth.of(number(m, 1), number(m, 3));
                return between(month(m, 1), last, last.atEndOfMonth());
            }),
            new Form(YEAR + "年?度?\\s*第?([一二三四1-4])季", m -> quarter(number(m, 1), m.group(2))),
            new Form("(?<!\\d)" + YEAR + "[-_ ]?[Qq]([1-4])(?!\\d)", m -> quarter(number(m, 1), m.group(2))),
            new Form(
                    YEAR + "年?\\s*([上下])半年",
                    m -> months(number(m, 1), m.group(2).equals("上") ? 1 : 7, 6)),
            new Form("(?<!\\d)" + YEAR + "[Hh]([12])(?!\\d)", m -> months(number(m, 1), number(m, 2) * 6 - 5, 6)),
            new Form(YEAR + "年\\s*(\\d{1,2})月\\s*(\\d{1,2})日", m -> onDay(day(m, 1))),
            new Form(YEAR + "年\\s*(\\d{1,2})月", m -> months(number(m, 1), number(m, 2), 1)),
            new Form("(?<!\\d)" + YEAR + "[-./_](\\d{1,2})[-./_](\\d{1,2})(?!\\d)", m -> onDay(day(m, 1))),
            new Form("(?<!\\d)" + YEAR + "(0[1-9]|1[0-2])([0-3]\\d)(?!\\d)", m -> onDay(day(m, 1))),
            new Form(
                    "(?<!\\d)" + YEAR + "[-./_]?(0[1-9]|1[0-2])(?![\\d])", m -> months(number(m, 1), number(m, 2), 1)));
    private static final Form WHOLE_YEAR = new Form(YEAR + "年?(?:全年|年报|度)", m -> months(number(m, 1), 1, 12));
    private static final Pattern YEAR_ALONE = Pattern.compile("(?<!\\d)" + YEAR + "(?:年|(?!\\d))");
    private static final Pattern OTHER_CALENDAR = Pattern.compile("民国|农历|阴历|正月|腊月");
    /** 26年7月 in a title; a year alone in two digits is none. */
    private static final Pattern SHORT_YEAR =
            Pattern.compile("(?<!\\d)(2\\d)年(?=\\s*(?:第?[一二三四1-4]季|[上下]半年|\\d{1,2}\\s*(?:月|[-—–~至到])))");

    private static final Pattern CHINESE_YEAR = Pattern.compile("二[〇○零][〇○零一二三四五六七八九]{2}(?=年)");
    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
    private static final Pattern CHINESE_MONTH = Pattern.compile("(?<=年)(十[一二]?|[一二三四五六七八九])(?=月)");

    ReportPeriod {
        months = List.copyOf(months);
    }

    /** The first period that the text names, in any of the usual forms; none where it counts years in another way. */
    static Optional<ReportPeriod> in(String text) {
        String flat = flat(text);
        if (OTHER_CALENDAR.matcher(flat).find()) {
            return Optional.empty();
        }
        Optional<ReportPeriod> found = first(FORMS, flat);
        if (found.isEmpty()) {
            found = year(text)
                    .flatMap(year -> MonthsOfYear.in(YEAR_ALONE.matcher(flat).replaceAll(" "), year));
        }
        if (found.isEmpty()) {
            found = first(List.of(WHOLE_YEAR), flat);
        }
        return found.map(period -> countsFromJanuary(flat) ? period.fromJanuary() : period);
    }

    /** A period that names no year itself, such as 7月 or 第三季度, in a year that is known otherwise. */
    static Optional<ReportPeriod> in(String text, int year) {
        String flat = flat(text);
        if (OTHER_CALENDAR.matcher(flat).find()) {
            return Optional.empty();
        }
        return MonthsOfYear.in(flat, year).map(period -> countsFromJanuary(flat) ? period.fromJanuary() : period);
    }

    /** The first year that the text names. */
    static Optional<Integer> year(String text) {
        String flat = flat(text);
        Matcher year = YEAR_ALONE.matcher(flat);
        return !OTHER_CALENDAR.matcher(flat).find() && year.find()
                ? Optional.of(Integer.valueOf(year.group(1)))
                : Optional.empty();
    }

    private static String flat(String text) {
        String flat = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (flat.indexOf('年') < 0) {
            return flat;
        }
        flat = CHINESE_YEAR.matcher(flat).replaceAll(m -> digits(m.group()));
        flat = CHINESE_MONTH.matcher(flat).replaceAll(m -> String.valueOf(month(m.group(1))));
        return SHORT_YEAR.matcher(flat).replaceAll("20$1年");
    }

    private static String digits(String chinese) {
        StringBuilder digits = new StringBuilder();
        chinese.replaceAll("[○零]", "〇").chars().forEach(c -> digits.append(CHINESE_DIGITS.indexOf(c)));
        return digits.toString();
    }

    private static int month(String chinese) {
        if (chinese.startsWith("十")) {
            return chinese.length() == 1 ? 10 : 10 + CHINESE_DIGITS.indexOf(chinese.charAt(1));
        }
        return CHINESE_DIGITS.indexOf(chinese.charAt(0));
    }

    private static Optional<ReportPeriod> first(List<Form> forms, String flat) {
        for (Form form : forms) {
            Matcher matcher = form.pattern.matcher(flat);
            if (matcher.find()) {
                try {
                    return Optional.of(form.reading.apply(matcher.toMatchResult()));
                } catch (DateTimeException e) {
                    // 2026年13月 names no month: another form may still fit
                    continue;
                }
            }
        }
        return Optional.empty();
    }

    /** 9月累计 counts from the start of the year; 6—9月累计 says itself from when: a campaign begins in summer. */
    private static boolean countsFromJanuary(String flat) {
        return flat.contains("累计")
                && !flat.contains("含累计")
                && !MONTH_TO_MONTH.matcher(flat).find();
    }

    /** The same end, from January on: 累计 counts from the start of the year. */
    private ReportPeriod fromJanuary() {
        if (months.size() != 1) {
            return this;
        }
        YearMonth last = YearMonth.parse(months.get(months.size() - 1));
        return between(YearMonth.of(last.getYear(), 1), last, asOf);
    }

    boolean namesMonths() {
        return !months.isEmpty();
    }

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static YearMonth month(MatchResult m, int group) {
        return YearMonth.of(number(m, group), number(m, group + 1));
    }

    private static LocalDate day(MatchResult m, int group) {
        return LocalDate.of(number(m, group), number(m, group + 1), number(m, group + 2));
    }

    private static ReportPeriod onDay(LocalDate day) {
        return new ReportPeriod(day, List.of());
    }

    /** A state "as of" a day reports on that day's month. */
    private static ReportPeriod upTo(LocalDate day) {
        return new ReportPeriod(day, List.of(YearMonth.from(day).toString()));
    }

    private static ReportPeriod quarter(int year, String quarter) {
        int zh = QUARTERS.indexOf(quarter);
        int number = zh >= 0 ? zh + 1 : Integer.parseInt(quarter);
        return months(year, number * 3 - 2, 3);
    }

    static ReportPeriod months(int year, int first, int count) {
        YearMonth start = YearMonth.of(year, first);
        YearMonth last = start.plusMonths(count - 1L);
        return between(start, last, last.atEndOfMonth());
    }

    private static ReportPeriod between(YearMonth first, YearMonth last, LocalDate asOf) {
        if (last.isBefore(first)) {
            throw new DateTimeException(first + " > " + last);
        }
        List<String> months = new ArrayList<>();
        for (YearMonth m = first; !m.isAfter(last); m = m.plusMonths(1)) {
            months.add(m.toString());
        }
        return new ReportPeriod(asOf, months);
    }

    private static final class Form {
        private final Pattern pattern;
        private final Function<MatchResult, ReportPeriod> reading;

        Form(String pattern, Function<MatchResult, ReportPeriod> reading) {
            this.pattern = Pattern.compile(pattern);
            this.reading = reading;
        }
    }
}
