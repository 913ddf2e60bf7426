package org.ipwarehouse.app.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ipwarehouse.app.config.Settings.Appointment;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.StopRequested;

/**
 * Keeps the timetable: one run at a time, missed ones caught up once, every run in the ledger. A run that fails is noted
 * and does not stop the schedule.
 */
public final class Schedule {
    /** Does the work of an appointment; throws {@link Fault} where it cannot. */
    @FunctionalInterface
    public interface Worker {
        /** @return what was done, in one line */
        String work(Appointment appointment);
    }

    /** Waits. Returns early, and false, when the schedule is to stop. */
    @FunctionalInterface
    public interface Pause {
        boolean sleep(Duration duration);
    }

    private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

    private final List<Appointment> appointments;
    private final RunLedger ledger;
    private final InstantSource clock;
    private final Consumer<String> news;

    public Schedule(List<Appointment> appointments, RunLedger ledger, InstantSource clock, Consumer<String> news) {
        this.appointments = List.copyOf(appointments);
        this.ledger = ledger;
        this.clock = clock;
        this.news = news;
    }

    /** Enters appointments that the ledger does not know: they count their missed runs from now on. */
    public void enrol() {
        Instant now = clock.instant();
        for (Appointment a : appointments) {
            if (ledger.lastDue(a.name()).isEmpty()) {
                String id = ledger.started(a.name(), a.flow().name(), now, now);
                ledger.ended(id, Run.Outcome.ENROLLED, "", now);
            }
        }
    }

    /** Runs what is due, each once. @return how many ran */
    public int runDue(Worker worker) {
        List<Timetable.Due> due =
                new Timetable(appointments).due(a -> ledger.lastDue(a.name()).orElse(clock.instant()), clock.instant());
        due.forEach(d -> run(d, worker));
        return due.size();
    }

    /** Runs what is due and sleeps until the next, until {@code pause} says to stop. */
    public void keep(Worker worker, Pause pause) {
        boolean awake = true;
        while (awake) {
            runDue(worker);
            Instant now = clock.instant();
            Optional<Instant> next = new Timetable(appointments).next(now);
            Duration wait = next.map(n -> Duration.between(now, n)).orElse(LONGEST_NAP);
            // short naps notice a clock that was set and a machine that slept
            awake = pause.sleep(wait.compareTo(LONGEST_NAP) > 0 ? LONGEST_NAP : wait);
        }
    }

    private void run(Timetable.Due due, Worker worker) {
        Appointment appointment = due.appointment();
        String id = ledger.started(appointment.name(), appointment.flow().name(), due.at(), clock.instant());
        news.accept(appointment.name() + " 开始（应于 " + due.at() + "）");
        try {
            String done = worker.work(appointment);
            ledger.ended(id, Run.Outcome.DONE, done, clock.instant());
            news.accept(appointment.name() + " 完成：" + done);
        } catch (StopRequested asked) {
            ledger.ended(id, Run.Outcome.INTERRUPTED, "", clock.instant());
            news.accept(appointment.name() + " 已按要求停止，下次启动时继续");
        } catch (RuntimeException failed) {
            String message = String.valueOf(failed.getMessage());
            ledger.ended(id, Run.Outcome.FAILED, message, clock.instant());
            news.accept(appointment.name() + " 失败：" + message);
        }
    }
}
