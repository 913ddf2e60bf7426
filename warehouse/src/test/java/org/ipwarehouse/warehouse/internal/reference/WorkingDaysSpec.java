package org.ipwarehouse.warehouse.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.nio.file.Path;
import java.time.LocalDate;
import org.ipwarehouse.warehouse.internal.reference.WorkingDays.Due;
import org.ipwarehouse.warehouse.internal.reference.WorkingDays.State;
import org.junit.jupiter.api.Test;

/** Due dates, counted by hand on the calendar. */
class WorkingDaysSpec {
    private final WorkingDays days = WorkingDays.load(Path.of("../warehouse/reference"));

    @Test
    void seven_working_days_run_over_the_national_day_of_2025_with_its_two_exchanged_saturdays() {
        // 9月25日(四)收到，当日不计。26(五)1，28(日，调休上班)2，29(一)3，30(二)4，10月1—8日休，9(四)5，10(五)6，11(六，调休上班)7
        assertThat(days.afterWorkingDays(LocalDate.of(2025, 9, 25), 7))
                .isEqualTo(new Due(LocalDate.of(2025, 10, 11), State.PROVISIONAL));
    }

    @Test
    void an_event_on_a_holiday_counts_from_the_first_working_day_after_it() {
        // 10月3日(休)。9(四)1，10(五)2，11(六，班)3
        assertThat(days.afterWorkingDays(LocalDate.of(2025, 10, 3), 3).on()).isEqualTo(LocalDate.of(2025, 10, 11));
    }

    @Test
    void the_autonomous_regions_own_holidays_of_2021_do_not_count() {
        // 开斋节：5月13、14日宁夏放假。5月10日(一)收到：11(二)1，12(三)2，17(一)3，18(二)4，19(三)5
        assertThat(days.afterWorkingDays(LocalDate.of(2021, 5, 10), 5))
                .isEqualTo(new Due(LocalDate.of(2021, 5, 19), State.OK));
    }

    @Test
    void in_2022_the_first_feast_was_absorbed_by_may_day_and_the_second_fell_on_monday_and_tuesday() {
        // 开斋节并入劳动节：4月28日(四)收到：29(五)1，5月5(四)2，6(五)3，7(六，班)4，9(一)5
        assertThat(days.afterWorkingDays(LocalDate.of(2022, 4, 28), 5).on()).isEqualTo(LocalDate.of(2022, 5, 9));
        // 古尔邦节：7月11、12日放假。7月7日(四)收到：8(五)1，13(三)2，14(四)3
        assertThat(days.afterWorkingDays(LocalDate.of(2022, 7, 7), 3))
                .isEqualTo(new Due(LocalDate.of(2022, 7, 14), State.OK));
    }

    @Test
    void a_period_that_runs_into_a_year_without_entered_local_holidays_is_provisional() {
        // 2023年末：12月28日(四)收到：29(五)1，2024年1月2日(二)2
        assertThat(days.afterWorkingDays(LocalDate.of(2023, 12, 28), 1).state()).isEqualTo(State.OK);
        assertThat(days.afterWorkingDays(LocalDate.of(2023, 12, 28), 2))
                .isEqualTo(new Due(LocalDate.of(2024, 1, 2), State.PROVISIONAL));
    }

    @Test
    void a_due_date_beyond_the_last_loaded_year_is_unknown_not_guessed() {
        assertThat(days.afterWorkingDays(LocalDate.of(2026, 12, 25), 7)).isEqualTo(new Due(null, State.UNKNOWN));
    }

    @Test
    void a_period_in_calendar_days_that_ends_on_a_holiday_moves_to_the_next_working_day() {
        // 2025年7月4日＋90日＝10月2日（7月余27日，8月31日，9月30日，共88日，再加2日），休；下一工作日10月9日
        assertThat(days.afterCalendarDays(LocalDate.of(2025, 7, 4), 90).on()).isEqualTo(LocalDate.of(2025, 10, 9));
        // 2022年4月12日＋90日＝7月11日（4月余18，5月31，6月30，共79，再加11），古尔邦节；下一工作日7月13日
        assertThat(days.afterCalendarDays(LocalDate.of(2022, 4, 12), 90))
                .isEqualTo(new Due(LocalDate.of(2022, 7, 13), State.OK));
    }

    @Test
    void a_longer_period_never_ends_earlier_and_always_on_a_working_day() {
        LocalDate first = LocalDate.of(2021, 1, 1);
        qt().forAll(integers().between(0, 1900), integers().between(1, 45)).check((offset, length) -> {
            LocalDate event = first.plusDays(offset);
            LocalDate due = days.afterWorkingDays(event, length).on();
            LocalDate longer = days.afterWorkingDays(event, length + 1).on();
            return due != null && longer != null && days.isWorking(due) && longer.isAfter(due) && due.isAfter(event);
        });
    }
}
