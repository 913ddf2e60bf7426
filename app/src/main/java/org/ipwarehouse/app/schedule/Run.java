package org.ipwarehouse.app.schedule;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger.
 *
 * @param name of the appointment, or of the command where a person started it
 * @param dueAt when it should have started; for a person's run the start
 * @param endedAt null while it runs
 * @param message the fault in one line, "" where all went well
 */
public record Run(
        String id,
        String name,
        String flow,
        Instant dueAt,
        Instant startedAt,
        @Nullable Instant endedAt,
        Outcome outcome,
        String message) {

    /** What became of a run. */
    public enum Outcome {
        RUNNING,
        DONE,
        FAILED,
        /** The process died under it: it is resumed by the next run. */
        INTERRUPTED,
        /** No run: the day from which an appointment counts its missed ones. */
        ENROLLED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
