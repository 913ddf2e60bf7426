package org.ipwarehouse.etl.standardise;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A stretch of days of which a cell says that the day lies in it: a month, a third of a month, a range. It is no day, and
 * none is made of it (defects D31, D33).
 *
 * @param from first day
 * @param to last day, inclusive, not before the first
 * @param precision what kind of stretch it is
 */
public record InexactDate(LocalDate from, LocalDate to, Precision precision) {

    /** Kinds of stretches, by the names under which they are stored. */
    public enum Precision {
        /** 上旬, 中旬, 下旬. */
        THIRD("third"),
        MONTH("month"),
        QUARTER("quarter"),
        HALF("half"),
        YEAR("year"),
        /** From one day or month to another. */
        RANGE("range");

        private final String stored;

        Precision(String stored) {
            this.stored = stored;
        }

        /** As the clean table's {@code extra} column writes it. */
        public String stored() {
            return stored;
        }
    }

    public InexactDate {
        Objects.requireNonNull(precision, "precision");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " > " + to);
        }
    }

    /** {@code 2024-03-01/2024-03-31}: the interval of ISO 8601, where the date is part of a key. */
    @Override
    public String toString() {
        return from + "/" + to;
    }
}
