package org.ipwarehouse.warehouse.internal.warning;

import java.time.Instant;
import java.time.LocalDate;
import org.ipwarehouse.warehouse.api.Warning.State;
import org.ipwarehouse.warehouse.api.WarningDesk.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One line of the account of a warning; the one with the greatest number says how it stands.
 *
 * @param digest of the evidence that it rests on since then
 * @param newRows evidence rows that had never been seen with this warning
 */
record Entry(String id, long number, Instant at, Act act, Finding finding, Dates dates, String digest, long newRows) {

    /** Who acts where no person does. */
    static final String SYSTEM = "ipw";

    /** What happened. @param kind as in {@code Warning.Event} */
    record Act(String kind, State state, String by, String reason) {}

    /** @param handledOn null while the warning is open */
    record Dates(
            LocalDate raisedOn, LocalDate dueOn, @Nullable LocalDate handledOn) {}

    State state() {
        return act.state();
    }

    boolean isFalseAlarm() {
        return act.state() == State.DISMISSED;
    }

    /** What follows upon it where the evidence stays as it is. */
    Entry next(Instant when, Act next, @Nullable LocalDate handledOn) {
        return new Entry(
                id, number + 1, when, next, finding, new Dates(dates.raisedOn(), dates.dueOn(), handledOn), digest, 0);
    }

    Entry decided(String kind, State state, Decision decision, @Nullable LocalDate handledOn) {
        return next(
                decision.at(),
                new Act(kind, state, decision.by().strip(), decision.reason().strip()),
                handledOn);
    }
}
