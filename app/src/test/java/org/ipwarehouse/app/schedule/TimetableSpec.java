package org.ipwarehouse.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.ipwarehouse.app.config.Settings.Appointment;
import org.ipwarehouse.app.config.Settings.Flow;
import org.junit.jupiter.api.Test;

class TimetableSpec {
    private static final Appointment DAILY_AT_7 = new Appointment("daily", Flow.RUN, "0 0 7 * * *", List.of());
    private static final Appointment MONTHLY = new Appointment("monthly", Flow.PUBLISH, "0 0 9 11 * *", List.of());

    private static Instant beijing(String dateAndTime) {
        return Instant.parse(dateAndTime + ":00+08:00");
    }

    @Test
    void nothing_is_due_before_its_time_in_beijing() {
        Timetable timetable = new Timetable(List.of(DAILY_AT_7));

        assertThat(timetable.due(a -> beijing("2026-10-09T07:00"), beijing("2026-10-10T06:59")))
                .isEmpty();
        assertThat(timetable.due(a -> beijing("2026-10-09T07:00"), beijing("2026-10-10T07:00")))
                .containsExactly(new Timetable.Due(DAILY_AT_7, beijing("2026-10-10T07:00")));
    }

    @Test
    void ten_missed_days_are_one_run_and_it_is_the_latest() {
        Timetable timetable = new Timetable(List.of(DAILY_AT_7));

        assertThat(timetable.due(a -> beijing("2026-10-01T07:00"), beijing("2026-10-11T12:00")))
                .containsExactly(new Timetable.Due(DAILY_AT_7, beijing("2026-10-11T07:00")));
    }

    @Test
    void a_pause_of_years_gives_the_latest_time_too() {
        Timetable timetable = new Timetable(List.of(DAILY_AT_7, MONTHLY));

        assertThat(timetable.due(a -> beijing("2020-01-01T00:00"), beijing("2026-10-11T08:30")))
                .containsExactly(
                        new Timetable.Due(MONTHLY, beijing("2026-09-11T09:00")),
                        new Timetable.Due(DAILY_AT_7, beijing("2026-10-11T07:00")));
    }

    @Test
    void the_next_moment_is_the_earliest_of_all_appointments() {
        Timetable timetable = new Timetable(List.of(DAILY_AT_7, MONTHLY));

        assertThat(timetable.next(beijing("2026-10-11T07:00"))).contains(beijing("2026-10-11T09:00"));
        assertThat(timetable.next(beijing("2026-10-11T09:00"))).contains(beijing("2026-10-12T07:00"));
        assertThat(new Timetable(List.of()).next(beijing("2026-10-11T09:00"))).isEmpty();
    }
}
