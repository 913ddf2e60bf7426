package org.ipwarehouse.warehouse.api;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One value of one indicator. Grain: indicator × period × region × dimension × dimension value.
 *
 * <p>Values are unrounded and in the unit of the indicator's passport (a rate in percent: 96.377…; money in 万元).
 * Round once, HALF_UP, when showing ({@link Passport#round}).
 *
 * @param dimension name of the dimension, or "" for the total
 * @param dimensionValue value of that dimension, or "" for the total
 * @param value null where {@code status} has no value
 * @param numerator the count or sum above the line; for counts and amounts the figure itself
 * @param denominator null for indicators that are not a ratio
 * @param yoyBase the value of the same period a year before, null where there is none
 * @param yoy 同比: percent for counts and amounts, percentage points for rates; null where it may not be shown
 * @param qoqBase the value of the period just before
 * @param qoq 环比, as {@code yoy}; null also where the passport forbids it
 * @param completeness reports received ÷ reports expected for the period, 0 to 1
 * @param definition version of the passport's definition
 * @param note what a footnote has to say, in Chinese; "" where nothing
 */
public record Figure(
        IndicatorId indicator,
        Period period,
        RegionCode region,
        String dimension,
        String dimensionValue,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal yoyBase,
        @Nullable BigDecimal yoy,
        @Nullable BigDecimal qoqBase,
        @Nullable BigDecimal qoq,
        FigureStatus status,
        BigDecimal completeness,
        int definition,
        String note) {

    public Figure {
        Objects.requireNonNull(indicator, "indicator");
        if (status.hasValue() != (value != null)) {
            throw new IllegalArgumentException(
                    indicator + " " + period + " " + region + ": status " + status + " with value " + value);
        }
        if (dimension.isEmpty() != dimensionValue.isEmpty()) {
            throw new IllegalArgumentException(
                    indicator + ": dimension '" + dimension + "' with value '" + dimensionValue + "'");
        }
    }
}
