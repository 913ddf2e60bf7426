package org.ipwarehouse.warehouse.internal.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Due dates in working days of Ningxia: the State Council's calendar less the autonomous region's own holidays.
 *
 * <p>The day of the event is not counted; a period ends at the close of its last working day; a period in calendar days
 * whose last day is no working day ends on the next working day (行政处罚法 85条, 民法典 201—203条 by analogy). A period
 * that runs into a year whose Ningxia holidays are not entered is provisional; one that runs past the last loaded year
 * has no due date yet.
 */
public final class WorkingDays {

    /** How far a due date can be relied on. */
    public enum State {
        OK,
        PROVISIONAL,
        UNKNOWN
    }

    /**
     * @param on the last day on which the act is in time; null where unknown
     */
    public record Due(@Nullable LocalDate on, State state) {}

    private final TreeSet<LocalDate> working = new TreeSet<>();
    private final Set<Integer> yearsWithoutLocalHolidays = new HashSet<>();
    private final LocalDate first;
    private final LocalDate last;

    private WorkingDays(TreeMap<LocalDate, Boolean> national, Set<LocalDate> localHolidays, Set<Integer> missingYears) {
        national.forEach((day, isWorking) -> {
            if (isWorking && !localHolidays.contains(day)) {
                working.add(day);
            }
        });
        yearsWithoutLocalHolidays.addAll(missingYears);
        first = national.firstKey();
        last = national.lastKey();
    }

    /** From {@code calendar.csv} and {@code ningxia_holidays.csv} of a reference folder. */
    public static WorkingDays load(Path reference) {
        TreeMap<LocalDate, Boolean> national = new TreeMap<>();
        for (CsvFile.Line line : CsvFile.read(reference.resolve("calendar.csv")).rows()) {
            national.put(LocalDate.parse(line.text("day")), Boolean.parseBoolean(line.text("is_working_national")));
        }
        Set<LocalDate> local = new HashSet<>();
        Set<Integer> missing = new HashSet<>();
        for (CsvFile.Line line :
                CsvFile.read(reference.resolve("ningxia_holidays.csv")).rows()) {
            if ("missing".equals(line.text("state"))) {
                missing.add(Integer.parseInt(line.text("year")));
            }
            if (!line.isBlank("day")) {
                local.add(LocalDate.parse(line.text("day")));
            }
        }
        return new WorkingDays(national, local, missing);
    }

    public boolean isWorking(LocalDate day) {
        return working.contains(day);
    }

    /** The last day of a period of {@code days} working days after {@code event}. */
    public Due afterWorkingDays(LocalDate event, int days) {
        if (event.isBefore(first)) {
            return new Due(null, State.UNKNOWN);
        }
        LocalDate due = event;
        for (int i = 0; i < days; i++) {
            due = working.higher(due);
            if (due == null) {
                return new Due(null, State.UNKNOWN);
            }
        }
        return new Due(due, crossesUnconfirmedYear(event, due) ? State.PROVISIONAL : State.OK);
    }

    /** The last day of a period of {@code days} calendar days after {@code event}. */
    public Due afterCalendarDays(LocalDate event, int days) {
        LocalDate end = event.plusDays(days);
        LocalDate due = end.isBefore(first) || end.isAfter(last) ? null : working.ceiling(end);
        if (due == null) {
            return new Due(null, State.UNKNOWN);
        }
        return new Due(due, crossesUnconfirmedYear(end.minusDays(1), due) ? State.PROVISIONAL : State.OK);
    }

    private boolean crossesUnconfirmedYear(LocalDate event, LocalDate due) {
        for (int year = event.plusDays(1).getYear(); year <= due.getYear(); year++) {
            if (yearsWithoutLocalHolidays.contains(year)) {
                return true;
            }
        }
        return false;
    }
}
