package org.ipwarehouse.warehouse.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may know of an indicator: the published side of its passport in {@code warehouse/indicators}.
 *
 * @param definition one sentence in Chinese
 * @param dateField the date that puts a row into a period, printed beside the figure
 * @param unit 件, 万元, %, 家 …
 * @param decimals places after the point when shown
 * @param direction {@code up} (higher is better), {@code down}, or {@code neutral}
 * @param dimensions breakdowns allowed
 * @param comparisons subset of yoy, qoq, to_date
 * @param tasks numbers of the tasks served
 * @param formula numerator and denominator in words
 * @param frequency the finest period that has figures: {@code month}, {@code quarter} or {@code year}
 */
public record Passport(
        IndicatorId id,
        String nameZh,
        String nameEn,
        String definition,
        String formula,
        String dateField,
        String unit,
        int decimals,
        RoundingMode rounding,
        Kind kind,
        String direction,
        List<String> dimensions,
        List<String> comparisons,
        List<Integer> tasks,
        List<String> owners,
        List<String> sources,
        String pitfall,
        String confidence,
        int version,
        String topic,
        String frequency) {

    /** How values behave: rates are compared in percentage points and never summed. */
    public enum Kind {
        COUNT,
        AMOUNT,
        RATE,
        STOCK
    }

    public Passport {
        dimensions = List.copyOf(dimensions);
        comparisons = List.copyOf(comparisons);
        tasks = List.copyOf(tasks);
        owners = List.copyOf(owners);
        sources = List.copyOf(sources);
    }

    public boolean isRate() {
        return kind == Kind.RATE;
    }

    /** Rounds a value of this indicator as it is published; null stays null. */
    public @Nullable BigDecimal round(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(decimals, rounding);
    }

    /** Rounds a comparison (percent or percentage points) to the one decimal in which it is published. */
    public static @Nullable BigDecimal roundChange(@Nullable BigDecimal change) {
        return change == null ? null : change.setScale(1, RoundingMode.HALF_UP);
    }
}
