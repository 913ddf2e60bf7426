package org.ipwarehouse.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.ipwarehouse.app.config.Settings.Appointment;
import org.ipwarehouse.app.config.Settings.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

class ScheduleSpec {
    private static final Appointment RECEIVE = new Appointment("receive", Flow.RECEIVE, "0 0 6 * * *", List.of("S02"));
    private static final Appointment RUN = new Appointment("all", Flow.RUN, "0 0 7 * * *", List.of());

    private final List<String> done = new ArrayList<>();
    private final JdbcDataSource store = new JdbcDataSource();
    private Instant now = beijing("2026-10-10T05:00");
    private final InstantSource clock = () -> now;

    private static Instant beijing(String dateAndTime) {
        return Instant.parse(dateAndTime + ":00+08:00");
    }

    @BeforeEach
    void emptyLedger() throws Exception {
        store.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        try (var connection = store.getConnection()) {
            ScriptUtils.executeSqlScript(
                    connection,
                    new EncodedResource(
                            new ClassPathResource("org/ipwarehouse/app/schedule/run_schema.sql"),
                            StandardCharsets.UTF_8));
        }
    }

    private Schedule schedule() {
        return new Schedule(List.of(RECEIVE, RUN), new RunLedger(store), clock, line -> {});
    }

    private String keep(Appointment appointment) {
        done.add(appointment.name());
        return "done";
    }

    @Test
    void a_schedule_that_is_new_has_missed_nothing() {
        Schedule schedule = schedule();
        schedule.enrol();

        assertThat(schedule.runDue(this::keep)).isZero();
        assertThat(done).isEmpty();
    }

    @Test
    void what_is_due_runs_once_in_the_order_of_the_clock() {
        schedule().enrol();
        now = beijing("2026-10-10T07:30");

        assertThat(schedule().runDue(this::keep)).isEqualTo(2);
        assertThat(schedule().runDue(this::keep)).isZero();
        assertThat(done).containsExactly("receive", "all");
    }

    @Test
    void what_was_missed_while_the_machine_was_off_is_caught_up_once() {
        schedule().enrol();
        now = beijing("2026-10-20T06:30");

        // ten days were missed by "receive" (11th to 20th at 06:00), nine and the tenth by "all" (last: 19th at 07:00)
        assertThat(schedule().runDue(this::keep)).isEqualTo(2);

        assertThat(new RunLedger(store).lastDue("receive")).contains(beijing("2026-10-20T06:00"));
        assertThat(new RunLedger(store).lastDue("all")).contains(beijing("2026-10-19T07:00"));
        assertThat(schedule().runDue(this::keep)).isZero();
    }

    @Test
    void a_run_that_fails_is_in_the_ledger_with_its_reason_and_the_next_one_still_runs() {
        schedule().enrol();
        now = beijing("2026-10-10T07:30");

        schedule().runDue(appointment -> {
            if (appointment.equals(RECEIVE)) {
                throw new IllegalStateException("磁盘已满");
            }
            return keep(appointment);
        });

        assertThat(done).containsExactly("all");
        assertThat(new RunLedger(store).newest())
                .filteredOn(r -> r.outcome() == Run.Outcome.FAILED)
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.name()).isEqualTo("receive");
                    assertThat(r.message()).isEqualTo("磁盘已满");
                    assertThat(r.dueAt()).isEqualTo(beijing("2026-10-10T06:00"));
                });
    }

    @Test
    void what_stood_as_running_when_the_process_died_is_interrupted() {
        RunLedger ledger = new RunLedger(store);
        ledger.started("receive", "RECEIVE", now, now);

        ledger.closeInterrupted(now.plusSeconds(60));

        assertThat(ledger.newest())
                .extracting(Run::outcome, Run::endedAt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Run.Outcome.INTERRUPTED, now.plusSeconds(60)));
    }

    @Test
    void the_schedule_sleeps_until_the_next_time_in_naps_and_stops_when_told() {
        schedule().enrol();
        now = beijing("2026-10-10T05:59");
        List<Duration> naps = new ArrayList<>();

        schedule().keep(this::keep, nap -> {
            naps.add(nap);
            now = now.plus(nap);
            return naps.size() < 3;
        });

        // 05:59 → 06:00 "receive" runs, then one-minute naps towards 07:00
        assertThat(done).containsExactly("receive");
        assertThat(naps).containsOnly(Duration.ofMinutes(1)).hasSize(3);
    }
}
