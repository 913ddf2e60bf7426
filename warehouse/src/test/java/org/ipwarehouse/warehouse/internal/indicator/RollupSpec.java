package org.ipwarehouse.warehouse.internal.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
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

    private static Rollup rollup() {
        return new Rollup(
                List.of(term(Term.Timing.FLOW), term(Term.Timing.CLOSING), term(Term.Timing.OPENING)),
                DISTRICT,
                YearMonth.of(2025, 1),
                YearMonth.of(2025, 12));
    }

    private static BaseRow row(int term, int year, int month, Cell cell, long amount) {
        return new BaseRow(term, Months.number(YearMonth.of(year, month)), cell, BigDecimal.valueOf(amount));
    }

    @Test
    void a_flow_is_the_sum_of_its_months() {
        Rollup rollup = rollup();
        rollup.add(row(FLOW, 2025, 7, TOWN, 2));
        rollup.add(row(FLOW, 2025, 9, TOWN, 3));
        rollup.add(row(FLOW, 2024, 12, TOWN, 100));
        assertThat(rollup.amount(FLOW, TOWN, Period.parse("2025Q3"))).isEqualByComparingTo("5");
        assertThat(rollup.amount(FLOW, ALL, Period.parse("2025-01..07"))).isEqualByComparingTo("2");
        assertThat(rollup.amount(FLOW, ALL, Period.parse("2025"))).isEqualByComparingTo("5");
    }

    @Test
    void a_level_is_what_ever_entered_less_what_left_and_is_never_summed_over_months() {
        // 2023 年进 5；2025-03 进 2；2025-06 出 1。二季度初 7，二季度末 6
        Rollup rollup = rollup();
        for (int term : new int[] {CLOSING, OPENING}) {
            rollup.add(row(term, 2023, 5, TOWN, 5));
            rollup.add(row(term, 2025, 3, TOWN, 2));
            rollup.add(row(term, 2025, 6, TOWN, -1));
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
                        rollup.add(new BaseRow(FLOW, month, town, BigDecimal.valueOf(code % 9)));
                        rollup.add(new BaseRow(CLOSING, month, town, BigDecimal.valueOf(code % 9)));
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
}
