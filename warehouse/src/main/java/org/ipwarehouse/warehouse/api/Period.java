package org.ipwarehouse.warehouse.api;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statistical period in business time (Asia/Shanghai calendar days): month {@code 2026-07}, quarter {@code 2026Q3},
 * half-year {@code 2026H2}, year {@code 2026}, or cumulative from January {@code 2026-01..09} (累计). What departments
 * report of a campaign is cumulative from its first month: {@code 2026-06..11}.
 *
 * @param kind the length of the period
 * @param first its first month
 * @param last its last month, inclusive
 */
public record Period(Kind kind, YearMonth first, YearMonth last) implements Comparable<Period>, Serializable {

    /** The lengths in which indicators are published. */
    public enum Kind {
        MONTH,
        QUARTER,
        HALF,
        YEAR,
        TO_DATE
    }

    private static final Pattern MONTH_TEXT = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern QUARTER_TEXT = Pattern.compile("(\\d{4})[Qq]([1-4])");
    private static final Pattern HALF_TEXT = Pattern.compile("(\\d{4})[Hh]([12])");
    private static final Pattern YEAR_TEXT = Pattern.compile("(\\d{4})");
    private static final Pattern TO_DATE_TEXT = Pattern.compile("(\\d{4})-(\\d{2})\\.\\.(\\d{2})");
    private static final String[] QUARTER_ZH = {"一", "二", "三", "四"};

    public Period {
        Objects.requireNonNull(kind, "kind");
        int months = (last.getYear() - first.getYear()) * 12 + last.getMonthValue() - first.getMonthValue() + 1;
        boolean fits =
                switch (kind) {
                    case MONTH -> months == 1;
                    case QUARTER -> months == 3 && first.getMonthValue() % 3 == 1;
                    case HALF -> months == 6 && first.getMonthValue() % 6 == 1;
                    case YEAR -> months == 12 && first.getMonthValue() == 1;
                    case TO_DATE -> first.getYear() == last.getYear() && months >= 1;
                };
        if (!fits) {
            throw new IllegalArgumentException("Not a " + kind + ": " + first + " to " + last);
        }
    }

    public static Period month(YearMonth month) {
        return new Period(Kind.MONTH, month, month);
    }

    public static Period quarter(int year, int quarter) {
        YearMonth first = YearMonth.of(year, quarter * 3 - 2);
        return new Period(Kind.QUARTER, first, first.plusMonths(2));
    }

    public static Period half(int year, int half) {
        YearMonth first = YearMonth.of(year, half * 6 - 5);
        return new Period(Kind.HALF, first, first.plusMonths(5));
    }

    public static Period year(int year) {
        return new Period(Kind.YEAR, YearMonth.of(year, 1), YearMonth.of(year, 12));
    }

    /** Cumulative from January up to and including {@code last} (1—n月累计). */
    public static Period toDate(YearMonth last) {
        return new Period(Kind.TO_DATE, YearMonth.of(last.getYear(), 1), last);
    }

    /**
     * Reads the text form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException with the accepted forms in its message
     */
    public static Period parse(String text) {
        String trimmed = text.strip();
        try {
            Matcher m = MONTH_TEXT.matcher(trimmed);
            if (m.matches()) {
                return month(YearMonth.of(number(m, 1), number(m, 2)));
            }
            m = QUARTER_TEXT.matcher(trimmed);
            if (m.matches()) {
                return quarter(number(m, 1), number(m, 2));
            }
            m = HALF_TEXT.matcher(trimmed);
            if (m.matches()) {
                return half(number(m, 1), number(m, 2));
            }
            m = YEAR_TEXT.matcher(trimmed);
            if (m.matches()) {
                return year(number(m, 1));
            }
            m = TO_DATE_TEXT.matcher(trimmed);
            if (m.matches()) {
                return new Period(
                        Kind.TO_DATE,
                        YearMonth.of(number(m, 1), number(m, 2)),
                        YearMonth.of(number(m, 1), number(m, 3)));
            }
        } catch (java.time.DateTimeException outOfRange) {
            throw notAPeriod(text);
        }
        throw notAPeriod(text);
    }

    private static IllegalArgumentException notAPeriod(String text) {
        return new IllegalArgumentException(
                "Not a period: '" + text + "'. Write 2026-07, 2026Q3, 2026H2, 2026 or 2026-01..09 (累计).");
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** First day of the period. */
    public LocalDate start() {
        return first.atDay(1);
    }

    /** The first day after the period: periods are half-open. */
    public LocalDate end() {
        return last.plusMonths(1).atDay(1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start()) && day.isBefore(end());
    }

    public List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth m = first; !m.isAfter(last); m = m.plusMonths(1)) {
            months.add(m);
        }
        return List.copyOf(months);
    }

    /** The period that 同比 compares with: the same one a year before. */
    public Period yearBefore() {
        return new Period(kind, first.minusYears(1), last.minusYears(1));
    }

    /** The period that 环比 compares with: the one just before. A cumulative period has none. */
    public java.util.Optional<Period> previous() {
        return switch (kind) {
            case MONTH -> java.util.Optional.of(month(first.minusMonths(1)));
            case QUARTER -> java.util.Optional.of(new Period(kind, first.minusMonths(3), last.minusMonths(3)));
            case HALF -> java.util.Optional.of(new Period(kind, first.minusMonths(6), last.minusMonths(6)));
            case YEAR -> java.util.Optional.of(yearBefore());
            case TO_DATE -> java.util.Optional.empty();
        };
    }

    /** The cumulative period that ends with this one. */
    public Period cumulative() {
        return toDate(last);
    }

    /** Chinese label without leading zeros, as GB/T 9704 asks: 2026年第三季度, 2026年1—9月. */
    public String labelZh() {
        int year = first.getYear();
        return switch (kind) {
            case MONTH -> year + "年" + first.getMonthValue() + "月";
            case QUARTER -> year + "年第" + QUARTER_ZH[first.getMonthValue() / 3] + "季度";
            case HALF -> year + "年" + (first.getMonthValue() == 1 ? "上半年" : "下半年");
            case YEAR -> year + "年";
            case TO_DATE ->
                first.equals(last)
                        ? year + "年" + last.getMonthValue() + "月"
                        : year + "年" + first.getMonthValue() + "—" + last.getMonthValue() + "月";
        };
    }

    @Override
    public int compareTo(Period other) {
        int byEnd = last.compareTo(other.last);
        int byStart = byEnd != 0 ? byEnd : other.first.compareTo(first);
        return byStart != 0 ? byStart : kind.compareTo(other.kind);
    }

    /** Spread over the months: the hashes of the parts differ in their upper bits only. */
    @Override
    public int hashCode() {
        int start = first.getYear() * 12 + first.getMonthValue();
        int length = (last.getYear() - first.getYear()) * 12 + last.getMonthValue() - first.getMonthValue();
        return (start * 31 + length) * 31 + kind.ordinal();
    }

    @Override
    public String toString() {
        int year = first.getYear();
        return switch (kind) {
            case MONTH -> digits(year, 4) + "-" + digits(first.getMonthValue(), 2);
            case QUARTER -> digits(year, 4) + "Q" + (first.getMonthValue() / 3 + 1);
            case HALF -> digits(year, 4) + "H" + (first.getMonthValue() / 6 + 1);
            case YEAR -> digits(year, 4);
            case TO_DATE ->
                digits(year, 4) + "-" + digits(first.getMonthValue(), 2) + ".." + digits(last.getMonthValue(), 2);
        };
    }

    /** Written for each of millions of figures, where a formatter is what costs most. */
    private static String digits(int number, int places) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, places - text.length())) + text;
    }
}
