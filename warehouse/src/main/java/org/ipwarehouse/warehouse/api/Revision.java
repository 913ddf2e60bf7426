package org.ipwarehouse.warehouse.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One figure that is not the same in two vintages.
 *
 * @param before null where the earlier vintage has no such figure
 * @param after null where the later vintage has none
 */
public record Revision(@Nullable Figure before, @Nullable Figure after, Cause cause) {

    /** Why a figure changed, as far as the figures themselves tell. */
    public enum Cause {
        /** The definition has another version: the two are not comparable. */
        DEFINITION("口径变更"),
        /** Reports that were missing at the earlier vintage have come, or the period is new. */
        NEW_DATA("新到数据"),
        /** No further report was due: rows that were in have been corrected, withdrawn or late. */
        CORRECTED_DATA("数据更正");

        private final String labelZh;

        Cause(String labelZh) {
            this.labelZh = labelZh;
        }

        public String labelZh() {
            return labelZh;
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Causes in their order, in each the largest change first, then as figures are ordered. */
    public static final Comparator<Revision> LARGEST_FIRST = Comparator.comparing(Revision::cause)
            .thenComparing(Comparator.comparing(Revision::size).reversed())
            .thenComparing(r -> r.figure().indicator())
            .thenComparing(r -> r.figure().period())
            .thenComparing(r -> r.figure().region())
            .thenComparing(r -> r.figure().dimension())
            .thenComparing(r -> r.figure().dimensionValue());

    public Revision {
        if (before == null && after == null) {
            throw new IllegalArgumentException("A revision of nothing");
        }
    }

    /** The revision from one figure to another of the same place. */
    public static Revision of(@Nullable Figure before, @Nullable Figure after) {
        return new Revision(before, after, causeOf(before, after));
    }

    private static Cause causeOf(@Nullable Figure before, @Nullable Figure after) {
        if (before != null && after != null && before.definition() != after.definition()) {
            return Cause.DEFINITION;
        }
        if (before == null || after == null) {
            return after == null ? Cause.DEFINITION : Cause.NEW_DATA;
        }
        return before.completeness().compareTo(after.completeness()) < 0 ? Cause.NEW_DATA : Cause.CORRECTED_DATA;
    }

    /** The later figure, or the earlier where there is no later. */
    public Figure figure() {
        return after == null ? Objects.requireNonNull(before) : after;
    }

    /** {@code added}, {@code removed} or {@code changed}. */
    public String kind() {
        return before == null ? "added" : after == null ? "removed" : "changed";
    }

    /** Later value less earlier value in the indicator's unit; null where one of them has no value. */
    public @Nullable BigDecimal difference() {
        BigDecimal from = before == null ? null : before.value();
        BigDecimal to = after == null ? null : after.value();
        return from == null || to == null ? null : to.subtract(from);
    }

    /**
     * How large the change is beside the larger of the two values, 0 to 2: so that indicators of different units can be
     * put in one order. A figure that appears, disappears, gains or loses its value is 1.
     */
    public BigDecimal size() {
        BigDecimal difference = difference();
        if (difference == null) {
            return BigDecimal.ONE;
        }
        BigDecimal larger = value(before).abs().max(value(after).abs());
        return larger.signum() == 0 ? BigDecimal.ZERO : difference.abs().divide(larger, MathContext.DECIMAL64);
    }

    private static BigDecimal value(@Nullable Figure figure) {
        BigDecimal value = figure == null ? null : figure.value();
        return value == null ? BigDecimal.ZERO : value;
    }
}
