package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The value below which a share of all values lies; between two values it is interpolated in proportion, as SQL:2003's
 * {@code percentile_cont} (Hyndman and Fan 1996, definition 7).
 */
public final class Percentile {
    /** Places after the point; what a sum in Spark's doubles holds for certain. */
    static final int SCALE = 6;

    private Percentile() {}

    /**
     * @param values at least one, in any order
     * @param share from 0 to 1
     */
    public static BigDecimal of(List<BigDecimal> values, BigDecimal share) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        BigDecimal place = share.multiply(BigDecimal.valueOf(sorted.size() - 1L));
        int below = place.intValue();
        BigDecimal lower = sorted.get(below);
        BigDecimal upper = sorted.get(Math.min(below + 1, sorted.size() - 1));
        BigDecimal between = upper.subtract(lower).multiply(place.subtract(BigDecimal.valueOf(below)));
        return rounded(lower.add(between, MathContext.DECIMAL128));
    }

    static BigDecimal rounded(BigDecimal value) {
        return value.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
