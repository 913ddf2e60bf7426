package org.ipwarehouse.warehouse.internal.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.TableName;
import org.junit.jupiter.api.Test;

/** How monthly sums of townships become figures, without Spark. */
class RollupSpec {
    private static final RegionCode DISTRICT = new RegionCode("640502");
    private static final Cell TOWN = Cell.total("640502100");
    private static final Cell OTHER = Cell.total("640502101");
    private static final Cell UNKNOWN = Cell.total("640502000");
    private static final Cell ALL = Cell.total("640502");
    private static final int FLOW = 0;
    private static final int CLOSING = 1;
    private static final int OPENING = 2;

    private static Term term(Term.Timing timing) {
        return new Term(
                new TableName("fact", "t"), Term.Measure.COUNT, "", "true", timing, "d", null, "", BigDecimal.ZERO);
    }

    private static final Months MONTHS = Months.between(YearMonth.of(2025, 1), YearMonth.of(2025, 12));

    private static Rollup rollup() {
        return new Rollup(
                Map.of(
                        FLOW, term(Term.Timing.FLOW),
                        CLOSING, term(Term.Timing.CLOSING),
                        OPENING, term(Term.Timing.OPENING)),
                DISTRICT,
                MONTHS);
    }

    private static void add(Rollup rollup, int term, int year, int month, Cell cell, long amount) {
        add(rollup, term, Months.number(YearMonth.of(year, month)), cell, amount);
    }

    private static void add(Rollup rollup, int term, int month, Cell cell, long amount) {
        BigDecimal[] series = new BigDecimal[MONTHS.places()];
        Arrays.fill(series, BigDecimal.ZERO);
        if (MONTHS.place(month) >= 0) {
            series[MONTHS.place(month)] = BigDecimal.valueOf(amount);
        }
        rollup.add(term, cell, series);
    }

    @Test
    void a_flow_is_the_sum_of_its_months() {
        Rollup rollup = rollup();
        add(rollup, FLOW, 2025, 7, TOWN, 2);
        add(rollup, FLOW, 2025, 9, TOWN, 3);
        add(rollup, FLOW, 2024, 12, TOWN, 100);
        assertThat(rollup.amount(FLOW, TOWN, Period.parse("2025Q3"))).isEqualByComparingTo("5");
        assertThat(rollup.amount(FLOW, ALL, Period.parse("2025-01..07"))).isEqualByComparingTo("2");
        assertThat(rollup.amount(FLOW, ALL, Period.parse("2025"))).isEqualByComparingTo("5");
    }

    @Test
    void a_level_is_what_ever_entered_less_what_left_and_is_never_summed_over_months() {
        // 2023 年进 5；2025-03 进 2；2025-06 出 1。二季度初 7，二季度末 6
        Rollup rollup = rollup();
        for (int term : new int[] {CLOSING, OPENING}) {
            add(rollup, term, 2023, 5, TOWN, 5);
            add(rollup, term, 2025, 3, TOWN, 2);
            add(rollup, term, 2025, 6, TOWN, -1);
        }
        assertThat(rollup.amount(OPENING, ALL, Period.parse("2025Q2"))).isEqualByComparingTo("7");
        assertThat(rollup.amount(CLOSING, ALL, Period.parse("2025Q2"))).isEqualByComparingTo("6");
        assertThat(rollup.amount(CLOSING, ALL, Period.parse("2025-01"))).isEqualByComparingTo("5");
        assertThat(rollup.amount(OPENING, ALL, Period.parse("2025-01"))).isEqualByComparingTo("5");
    }

    @Test
    void townships_and_the_unknown_one_add_up_to_the_district_in_every_period() {
        List<Cell> towns = List.of(TOWN, OTHER, UNKNOWN);
        qt().forAll(lists().of(integers().between(0, 9 * 36 * 3 - 1)).ofSizeBetween(0, 12))
                .check(codes -> {
                    Rollup rollup = rollup();
                    for (int code : codes) {
                        // 一个整数编一行：数量 0—8，月份 2024-01 起 36 个月，三个乡镇之一
                        int month = Months.number(YearMonth.of(2024, 1)) + code / 9 % 36;
                        Cell town = towns.get(code / (9 * 36));
                        add(rollup, FLOW, month, town, code % 9);
                        add(rollup, CLOSING, month, town, code % 9);
                    }
                    return Periods.within(YearMonth.of(2025, 1), YearMonth.of(2025, 12)).stream()
                            .allMatch(p -> addsUp(rollup, FLOW, towns, p) && addsUp(rollup, CLOSING, towns, p));
                });
    }

    private static boolean addsUp(Rollup rollup, int term, List<Cell> towns, Period period) {
        BigDecimal sum =
                towns.stream().map(town -> rollup.amount(term, town, period)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(rollup.amount(term, ALL, period)) == 0;
    }

    @Test
    void periods_that_are_not_finished_are_not_made() {
        assertThat(Periods.within(YearMonth.of(2025, 1), YearMonth.of(2025, 5)))
                .extracting(Period::toString)
                .contains("2025Q1", "2025-05", "2025-01..05")
                .doesNotContain("2025Q2", "2025H1", "2025");
    }

    @Test
    void a_percentile_lies_between_two_values_in_proportion_however_they_are_spread_over_months_and_townships() {
        // 1、2、4、10：中位数在第 1.5 位（从 0 起），2＋(4－2)×0.5 ＝ 3；0.9 在第 2.7 位，4＋(10－4)×0.7 ＝ 8.2
        Rollup median = percentiles("0.5");
        assertThat(median.amount(FLOW, ALL, Period.parse("2025Q3"))).isEqualByComparingTo("3");
        assertThat(percentiles("0.9").amount(FLOW, ALL, Period.parse("2025Q3"))).isEqualByComparingTo("8.2");
        // 7 月本镇只有 1 和 2：1.5；10 月没有值
        assertThat(median.amount(FLOW, TOWN, Period.parse("2025-07"))).isEqualByComparingTo("1.5");
        assertThat(median.amount(FLOW, TOWN, Period.parse("2025-10"))).isEqualByComparingTo("0");
    }

    private static Rollup percentiles(String share) {
        Term term = new Term(
                new TableName("fact", "t"),
                Term.Measure.PERCENTILE,
                "x",
                "true",
                Term.Timing.FLOW,
                "d",
                null,
                "",
                new BigDecimal(share));
        Rollup rollup = new Rollup(Map.of(FLOW, term), DISTRICT, MONTHS);
        rollup.addValues(FLOW, TOWN, 7, Map.of(new BigDecimal("1"), 1L, new BigDecimal("2"), 1L));
        rollup.addValues(FLOW, OTHER, 9, Map.of(new BigDecimal("10"), 1L));
        rollup.addValues(FLOW, TOWN, 9, Map.of(new BigDecimal("4"), 1L));
        return rollup;
    }
}
