package org.ipwarehouse.etl.standardise;

import org.jspecify.annotations.Nullable;

/**
 * What a parser made of one cell.
 *
 * @param value the canonical value; null where the cell states none, or where it was refused
 * @param repairs ids of the repairs (defect numbers such as D30) joined by a blank, "" where the cell was canonical
 * @param problem why the cell was refused, null where it was not
 * @param detail for a refused cell, what exactly is wrong with it, in Chinese without a full stop
 */
public record Reading<T>(
        @Nullable T value, String repairs, @Nullable Problem problem, String detail) {

    /** Repair id of a cell that the sender masked: it states a value, but none that may be stored or matched. */
    static final String MASKED = "D66";

    private static final Reading<Object> NOTHING = new Reading<>(null, "", null, "");

    public static <T> Reading<T> of(T value) {
        return new Reading<>(value, "", null, "");
    }

    public static <T> Reading<T> repaired(T value, String repairs) {
        return new Reading<>(value, repairs, null, "");
    }

    /** A cell that states no value. */
    @SuppressWarnings("unchecked") // holds no value of any type
    public static <T> Reading<T> nothing() {
        return (Reading<T>) NOTHING;
    }

    /** A cell that says "not applicable" or "none" by a mark: no value, but the mark is kept as a repair. */
    public static <T> Reading<T> marked(String repairs) {
        return new Reading<>(null, repairs, null, "");
    }

    public static <T> Reading<T> refused(Problem problem, String detail) {
        return new Reading<>(null, "", problem, detail);
    }

    /** True for a value that was sent with asterisks: stated, yet not known. */
    public boolean isMasked() {
        return value == null && repairs.contains(MASKED);
    }

    /** The same reading with one repair more, in front. */
    public Reading<T> after(String repair) {
        if (problem != null) {
            return this;
        }
        return new Reading<>(value, repairs.isEmpty() ? repair : repair + " " + repairs, null, "");
    }
}
