package org.ipwarehouse.warehouse.internal.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Expected;
import org.ipwarehouse.warehouse.api.Expected.Method;
import org.ipwarehouse.warehouse.api.Period;
import org.jspecify.annotations.Nullable;

/**
 * The expected range of each month of a series by the seasonal naive method (Hyndman and Athanasopoulos, Forecasting:
 * Principles and Practice, 3rd ed., 5.2 and 5.5): the value of the same month a year before, ± 1.96 times the root mean
 * square of the errors that this made in the months before. A count's error has at least the variance of the difference of
 * two Poisson counts. Only months before the month itself are used, so that a range is the one that could have been given.
 */
final class SeasonalNaive {
    static final int LEAST_MONTHS = 24;
    private static final int SEASON = 12;
    private static final int SCALE = 4;

    private final NavigableMap<YearMonth, BigDecimal> series;
    private final Method method;

    private SeasonalNaive(NavigableMap<YearMonth, BigDecimal> series, Method method) {
        this.series = series;
        this.method = method;
    }

    /** @param series values by month; a missing month is left out, never 0 */
    static List<Expected> ofCounts(NavigableMap<YearMonth, BigDecimal> series) {
        return new SeasonalNaive(series, Method.SEASONAL_NAIVE_POISSON).ranges();
    }

    /** For amounts and rates. */
    static List<Expected> ofMeasures(NavigableMap<YearMonth, BigDecimal> series) {
        return new SeasonalNaive(series, Method.SEASONAL_NAIVE_NORMAL).ranges();
    }

    private List<Expected> ranges() {
        return series.keySet().stream().map(this::range).toList();
    }

    private Expected range(YearMonth month) {
        NavigableMap<YearMonth, BigDecimal> past = new TreeMap<>(series.headMap(month, false));
        @Nullable BigDecimal mid = past.get(month.minusMonths(SEASON));
        List<BigDecimal> errors = errors(past);
        if (mid == null || past.size() < LEAST_MONTHS || errors.isEmpty()) {
            return new Expected(Period.month(month), null, null, null, Method.TOO_SHORT);
        }
        BigDecimal reach = BigDecimal.valueOf(Counts.Z95 * Math.sqrt(variance(errors, mid)))
                .setScale(SCALE, RoundingMode.HALF_UP);
        BigDecimal low = mid.subtract(reach).max(BigDecimal.ZERO);
        return new Expected(Period.month(month), low, mid, mid.add(reach), method);
    }

    private static List<BigDecimal> errors(NavigableMap<YearMonth, BigDecimal> past) {
        List<BigDecimal> errors = new ArrayList<>();
        past.forEach((month, value) -> {
            @Nullable BigDecimal before = past.get(month.minusMonths(SEASON));
            if (before != null) {
                errors.add(value.subtract(before));
            }
        });
        return errors;
    }

    /** Two Poisson counts with the same mean differ with twice that mean as variance; a mean of 0 is taken as 1. */
    private double variance(List<BigDecimal> errors, BigDecimal mid) {
        double past = errors.stream()
                .mapToDouble(error -> Math.pow(error.doubleValue(), 2))
                .average()
                .orElseThrow();
        double chance = method == Method.SEASONAL_NAIVE_POISSON ? 2 * Math.max(mid.doubleValue(), 1) : 0;
        return Math.max(past, chance);
    }
}
