package org.ipwarehouse.etl.check;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the amounts of one column were like so far, in 元.
 *
 * @param low the amount that 1 of 100 do not reach
 * @param high the amount that 99 of 100 do not exceed
 * @param rows how many amounts other than 0 this was taken from
 */
public record UsualAmount(BigDecimal low, BigDecimal high, long rows) implements Serializable {
    public UsualAmount {
        if (low.signum() < 0 || high.compareTo(low) < 0 || rows < 0) {
            throw new IllegalArgumentException(low + " to " + high + " of " + rows);
        }
    }

    /**
     * Percentiles by nearest rank of the amounts above 0.
     *
     * @param amounts at least one above 0
     */
    public static UsualAmount of(List<BigDecimal> amounts) {
        List<BigDecimal> sorted =
                amounts.stream().filter(a -> a.signum() > 0).sorted().toList();
        int last = sorted.size() - 1;
        if (last < 0) {
            throw new IllegalArgumentException("No amount above 0");
        }
        return new UsualAmount(sorted.get(rank(sorted.size(), 1)), sorted.get(rank(sorted.size(), 99)), sorted.size());
    }

    private static int rank(int size, int percent) {
        return (int) ((long) size * percent + 99) / 100 - 1;
    }
}
