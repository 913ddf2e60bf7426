package org.ipwarehouse.app.schedule;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.Settings.Appointment;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** When appointments fall due, in Beijing time. Pure: the time is handed in. */
public final class Timetable {
    private final List<Appointment> appointments;

    public Timetable(List<Appointment> appointments) {
        this.appointments = List.copyOf(appointments);
    }

    /** An appointment that should have started at {@code at}. */
    public record Due(Appointment appointment, Instant at) {}

    /**
     * What should have started after its last run and not later than now. Several missed times of one appointment are
     * one: the latest.
     *
     * @param lastDue the last time that was kept, by appointment
     */
    public List<Due> due(Function<Appointment, Instant> lastDue, Instant now) {
        return appointments.stream()
                .map(a -> latest(a, lastDue.apply(a), now))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Due::at))
                .toList();
    }

    /** The next moment after {@code now} at which anything falls due; empty where no appointment ever does. */
    public Optional<Instant> next(Instant now) {
        return appointments.stream()
                .map(a -> after(CronExpression.parse(a.cron()), now))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Optional<Due> latest(Appointment appointment, Instant last, Instant now) {
        CronExpression cron = CronExpression.parse(appointment.cron());
        Optional<Instant> candidate = after(cron, last);
        if (candidate.isEmpty() || candidate.get().isAfter(now)) {
            return Optional.empty();
        }
        Instant latest = candidate.get();
        // after a long pause, a step close to now saves counting every missed second of a dense expression
        for (int days : new int[] {400, 32, 1}) {
            Optional<Instant> jump = after(cron, now.minusSeconds(days * 86_400L));
            if (jump.isPresent() && jump.get().isAfter(latest) && !jump.get().isAfter(now)) {
                latest = jump.get();
            }
        }
        for (Optional<Instant> n = after(cron, latest);
                n.isPresent() && !n.get().isAfter(now);
                n = after(cron, latest)) {
            latest = n.get();
        }
        return Optional.of(new Due(appointment, latest));
    }

    private static Optional<Instant> after(CronExpression cron, Instant moment) {
        @Nullable ZonedDateTime next = cron.next(moment.atZone(Settings.ZONE));
        return Optional.ofNullable(next).map(ZonedDateTime::toInstant);
    }
}
