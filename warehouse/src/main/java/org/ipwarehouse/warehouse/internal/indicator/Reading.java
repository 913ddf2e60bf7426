package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.jspecify.annotations.Nullable;

/** One value before it is compared. @param base what a percentage of change would stand on, for {@code small_base} */
record Reading(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        FigureStatus status,
        Coverage.Share coverage,
        String note) {

    static Reading without(FigureStatus status, Coverage.Share coverage, String note) {
        return new Reading(null, null, null, status, coverage, note);
    }

    /** Only whole figures are compared: of a lower bound nobody knows in which direction it would have moved. */
    boolean isComparable() {
        return value != null && status != FigureStatus.INCOMPLETE;
    }
}
