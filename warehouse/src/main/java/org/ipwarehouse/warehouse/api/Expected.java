package org.ipwarehouse.warehouse.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a month was to be expected to be, from the months before it alone.
 *
 * @param low lower limit, null where there is no range
 * @param mid expected value
 * @param high upper limit
 */
public record Expected(
        Period period,
        @Nullable BigDecimal low,
        @Nullable BigDecimal mid,
        @Nullable BigDecimal high,
        Method method) {

    public Expected {
        if ((low == null) != (method == Method.TOO_SHORT)
                || (mid == null) != (low == null)
                || (high == null) != (low == null)) {
            throw new IllegalArgumentException(period + ": a range is stated wholly or not at all, " + method);
        }
    }

    /** How a range was made (docs/methods.md). */
    public enum Method {
        /** The same month of the year before; limits from past errors, not narrower than two Poisson counts differ. */
        SEASONAL_NAIVE_POISSON("季节性朴素法（泊松下限）"),
        /** The same month of the year before; limits from past errors. */
        SEASONAL_NAIVE_NORMAL("季节性朴素法（正态）"),
        /** Fewer than 24 months, or the month a year before is missing. */
        TOO_SHORT("序列不足24个月，不作预期");

        private final String labelZh;

        Method(String labelZh) {
            this.labelZh = labelZh;
        }

        public String labelZh() {
            return labelZh;
        }
    }

    /** True where a value lies outside the limits; false also where there are none. */
    public boolean isUnusual(BigDecimal value) {
        return low != null && high != null && (value.compareTo(low) < 0 || value.compareTo(high) > 0);
    }
}
