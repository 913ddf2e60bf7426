package org.ipwarehouse.warehouse.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of an indicator would be under another definition, beside those that the lake holds. Nothing of it is
 * stored.
 *
 * @param tried the passport that was tried; its code may be one that no indicator has yet
 * @param lines in the order period, region, dimension, value; cells that neither side has do not occur
 */
public record Trial(Passport tried, List<Line> lines) {

    public Trial {
        lines = List.copyOf(lines);
    }

    /**
     * One cell under both definitions.
     *
     * @param present what the lake holds, null where it has no figure there
     * @param tried what it would be, null where the tried definition has no figure there
     */
    public record Line(
            Period period,
            RegionCode region,
            String dimension,
            String dimensionValue,
            @Nullable Figure present,
            @Nullable Figure tried) {

        public Line {
            if (present == null && tried == null) {
                throw new IllegalArgumentException(period + " " + region + ": neither side has a figure");
            }
        }

        /** Tried − present, unrounded: percentage points of a rate. Empty where one side has no value. */
        public Optional<BigDecimal> difference() {
            BigDecimal now = present == null ? null : present.value();
            BigDecimal then = tried == null ? null : tried.value();
            return now == null || then == null ? Optional.empty() : Optional.of(then.subtract(now));
        }

        /** Whether anything that a reader sees of the cell would be another: its value, or whether it has one. */
        public boolean differs() {
            return difference()
                    .map(by -> by.signum() != 0)
                    .orElse(present == null
                            || tried == null
                            || !present.status().equals(tried.status()));
        }
    }
}
