package org.ipwarehouse.warehouse.internal.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.junit.jupiter.api.Test;

/** Which periods a correction touches; without Spark. */
class PeriodPrintsSpec {
    private static final Passports PASSPORTS = Passports.load(Bench.HOME);
    private static final Months MONTHS = Months.between(YearMonth.of(2024, 1), YearMonth.of(2025, 12));
    private static final List<Period> PERIODS = Indicators.periods(YearMonth.of(2025, 1), YearMonth.of(2025, 12));
    private static final Cell TOWN = Cell.total("640502100");
    private static final Cell OTHER = Cell.total("640502101");

    /** A made-up state of one indicator's first term: rows in a township's month. */
    private static final class State {
        private final Plan plan;
        private final Rollup rollup;
        private Coverage coverage = new Coverage(List.of(), List.of());

        State(String code) {
            plan = Plan.of(List.of(PASSPORTS.find(new IndicatorId(code)).orElseThrow()));
            rollup = new Rollup(plan.numbered(), Bench.DISTRICT, MONTHS);
        }

        State with(Cell cell, String month, long rows) {
            BigDecimal[] series = new BigDecimal[MONTHS.places()];
            Arrays.fill(series, BigDecimal.ZERO);
            series[MONTHS.place(Months.number(YearMonth.parse(month)))] = BigDecimal.valueOf(rows);
            rollup.add(0, cell, series);
            return this;
        }

        State distinct(String period, long parties) {
            rollup.addWhole(0, Cell.total(Bench.DISTRICT.value()), Period.parse(period), BigDecimal.valueOf(parties));
            return this;
        }

        State reported(String month) {
            Instant now = Instant.parse("2026-01-31T00:00:00Z");
            Submission submission = new Submission("f", "f.csv", "S02", now, LocalDate.of(2026, 1, 31), List.of(month));
            coverage = new Coverage(
                    List.of(),
                    List.of(new SubmissionRecord(
                            submission,
                            SubmissionRecord.Verdict.ACCEPTED,
                            0,
                            0,
                            0,
                            0,
                            new TreeMap<>(),
                            new TreeMap<>(),
                            "")));
            return this;
        }

        Map<Period, Long> prints() {
            return new PeriodPrints(rollup, coverage, MONTHS).of(plan.parts().get(0), PERIODS);
        }

        /** The periods whose number is another than in a later state. */
        Set<String> touched(State later) {
            Map<Period, Long> after = later.prints();
            Set<String> touched = new TreeSet<>();
            prints().forEach((period, print) -> {
                if (!print.equals(after.get(period))) {
                    touched.add(period.toString());
                }
            });
            return touched;
        }
    }

    private static State filed() {
        return new State("XZ01")
                .with(TOWN, "2025-02", 5)
                .with(OTHER, "2025-02", 3)
                .with(TOWN, "2024-08", 9);
    }

    @Test
    void a_case_more_in_a_month_touches_the_periods_with_that_month_and_those_compared_with_them() {
        // 2025 年 2 月多一件：2月、一季度、上半年、全年、1—2 月至 1—12 月；环比：3 月、二季度、下半年
        Set<String> expected =
                new TreeSet<>(Set.of("2025-02", "2025Q1", "2025H1", "2025", "2025-03", "2025Q2", "2025H2"));
        for (int month = 2; month <= 12; month++) {
            expected.add(String.format(java.util.Locale.ROOT, "2025-01..%02d", month));
        }
        assertThat(filed().touched(filed().with(TOWN, "2025-02", 1))).isEqualTo(expected);
        assertThat(filed().touched(filed())).isEmpty();
    }

    @Test
    void a_case_of_the_year_before_touches_only_what_is_compared_with_it() {
        // 2024 年 8 月：同比的 2025 年 8 月、三季度、下半年、全年、1—8 月至 1—12 月；环比：2025 上半年比 2024 下半年
        assertThat(filed().touched(filed().with(TOWN, "2024-08", 1)))
                .containsExactlyInAnyOrder(
                        "2025-08",
                        "2025H1",
                        "2025Q3",
                        "2025H2",
                        "2025",
                        "2025-01..08",
                        "2025-01..09",
                        "2025-01..10",
                        "2025-01..11",
                        "2025-01..12");
    }

    @Test
    void a_case_that_moves_between_townships_is_seen_although_the_district_stays_as_it_is() {
        State moved = new State("XZ01")
                .with(TOWN, "2025-02", 4)
                .with(OTHER, "2025-02", 4)
                .with(TOWN, "2024-08", 9);
        assertThat(filed().touched(moved)).contains("2025-02", "2025Q1").doesNotContain("2025-04", "2025Q3");
    }

    @Test
    void a_stock_is_touched_from_the_month_on_and_a_distinct_count_where_it_was_counted_anew() {
        // XJ03A 期末未决件数是存量：2025 年 11 月进一件，11 月、12 月末及以其为末的各期；环比只到 12 月
        assertThat(new State("XJ03A").touched(new State("XJ03A").with(TOWN, "2025-11", 1)))
                .contains("2025-11", "2025-12", "2025Q4", "2025H2", "2025", "2025-01..11", "2025-01..12")
                .doesNotContain("2025-10", "2025Q3", "2025-01..10");
        // GS05 按户去重：三季度的户数变了，月份没有变
        State listed = new State("GS05").distinct("2025-08", 2).distinct("2025Q3", 3);
        assertThat(listed.touched(new State("GS05").distinct("2025-08", 2).distinct("2025Q3", 2)))
                .containsExactlyInAnyOrder("2025Q3", "2025Q4");
    }

    @Test
    void a_late_report_touches_the_periods_that_waited_for_it() {
        assertThat(filed().touched(filed().reported("2025-12")))
                .contains("2025-12", "2025Q4", "2025")
                .doesNotContain("2025-11", "2025Q3");
    }
}
