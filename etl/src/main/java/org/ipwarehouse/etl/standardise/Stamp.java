package org.ipwarehouse.etl.standardise;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A day as a text states it, with the time of day where it states one.
 *
 * @param repair id of the repair, "" for the canonical form
 */
record Stamp(LocalDate day, @Nullable DayTime time, String repair) {

    static Stamp of(LocalDate day, String repair) {
        return new Stamp(day, null, repair);
    }

    /** A workbook's number of days. */
    static Stamp of(LocalDateTime serial) {
        DayTime time = new DayTime(serial.toLocalTime(), null, false);
        return new Stamp(serial.toLocalDate(), time, "D29");
    }

    Stamp at(DayTime stated) {
        return new Stamp(day, stated, repair);
    }

    /** Repairs where a day was asked for: a time of day is one too many (D35). */
    String dayRepairs(boolean asSent) {
        if (repair.equals("D29") || time == null) {
            return repair.isEmpty() && !asSent ? "D30" : repair;
        }
        return repair.equals("D32") ? "D32 D35" : "D35";
    }

    /** Repairs where a point in time was asked for: a day alone is less than that (D33). */
    String instantRepairs(boolean asSent) {
        DayTime clock = time;
        if (repair.equals("D29")) {
            return repair;
        }
        if (clock == null) {
            return repair.equals("D32") ? "D32 D33" : "D33";
        }
        if (!clock.canonical()) {
            return repair.equals("D32") ? "D32 D35" : "D35";
        }
        return repair.isEmpty() && !asSent ? "D30" : repair;
    }

    /** The calendar day in Asia/Shanghai, also where the text gives the time of another zone. */
    LocalDate shanghaiDay() {
        DayTime clock = time;
        return clock == null || clock.offset() == null
                ? day
                : DateText.dayOf(day.atTime(clock.time()).toInstant(clock.offset()));
    }
}
