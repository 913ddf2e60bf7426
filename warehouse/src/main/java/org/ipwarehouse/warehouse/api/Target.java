package org.ipwarehouse.warehouse.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is to reach, from {@code warehouse/reference/targets.csv}.
 *
 * @param from first day on which the target holds
 * @param through last day, null where it holds until further notice
 * @param value in the unit of the indicator (%, 分, 件/万人 …)
 * @param basis plan or article that sets it, and for whom
 * @param confidence how sure it is: firm, likely or guess
 */
public record Target(
        IndicatorId indicator,
        LocalDate from,
        @Nullable LocalDate through,
        BigDecimal value,
        String basis,
        String confidence) {

    public Target {
        if (through != null && through.isBefore(from)) {
            throw new IllegalArgumentException(indicator + ": a target from " + from + " to " + through);
        }
    }

    /** Whether it holds for a period: on the period's last day. A target of one day is one for the periods that end on it. */
    public boolean holdsFor(Period period) {
        LocalDate last = period.end().minusDays(1);
        return !last.isBefore(from) && (through == null || !last.isAfter(through));
    }

    /**
     * How far a figure is above (+) or below (−) the target, in the unit of the indicator and for a rate in percentage
     * points, unrounded; empty where the figure has no value, or is another indicator's or period's.
     */
    public Optional<BigDecimal> gap(Figure figure) {
        BigDecimal reached = figure.value();
        return reached != null && figure.indicator().equals(indicator) && holdsFor(figure.period())
                ? Optional.of(reached.subtract(value))
                : Optional.empty();
    }
}
