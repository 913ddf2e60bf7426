package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The value below which a share of all values lies; between two values it is interpolated in proportion, as SQL:2003's
 * {@code percentile_cont} (Hyndman and Fan 1996, definition 7).
 */
public final class Percentile {
    /** Places after the point; more than any indicator shows. */
    static final int SCALE = 6;

    private Percentile() {}

    /**
     * @param values at least one, in any order
     * @param share from 0 to 1
     */
    public static BigDecimal of(List<BigDecimal> values, BigDecimal share) {
        NavigableMap<BigDecimal, Long> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        return of(counts, share);
    }

    /** @param counts how often each value occurs */
    static BigDecimal of(NavigableMap<BigDecimal, Long> counts, BigDecimal share) {
        long size = counts.values().stream().mapToLong(Long::longValue).sum();
        BigDecimal place = share.multiply(BigDecimal.valueOf(size - 1));
        long below = place.longValue();
        BigDecimal lower = at(counts, below);
        BigDecimal upper = at(counts, Math.min(below + 1, size - 1));
        BigDecimal between = upper.subtract(lower).multiply(place.subtract(BigDecimal.valueOf(below)));
        return lower.add(between, MathContext.DECIMAL128).setScale(SCALE, RoundingMode.HALF_UP);
    }

    private static BigDecimal at(NavigableMap<BigDecimal, Long> counts, long place) {
        long passed = 0;
        for (Map.Entry<BigDecimal, Long> each : counts.entrySet()) {
            passed += each.getValue();
            if (place < passed) {
                return each.getKey();
            }
        }
        throw new IllegalArgumentException("Only " + passed + " values");
    }
}
