package org.ipwarehouse.warehouse.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * Townships against the level of the whole district: no ranking, but who is beyond chance.
 *
 * @param caveatZh what forbids or limits the use, "" where nothing
 * @param spots in the order of the regions; empty where too many cases have no township
 */
public record HotSpots(IndicatorId indicator, Period period, String caveatZh, List<Spot> spots) {

    public HotSpots {
        spots = List.copyOf(spots);
    }

    /** Where a township lies against the control limits. */
    public enum Mark {
        ABOVE,
        WITHIN,
        BELOW,
        /** Fewer than the parameter's cases expected: the rate says nothing, only the cases may be shown. */
        TOO_SMALL
    }

    /**
     * @param cases counted
     * @param exposure what the cases are counted against, for example registered parties
     * @param rate cases per 10 000 of exposure
     * @param shrunk the same, drawn towards the district's rate by empirical Bayes, the more the fewer are expected
     * @param expected cases at the district's rate
     * @param lower smallest number of cases that is still within the control limits
     * @param upper largest number of cases that is still within the control limits
     * @param isPersistent above the limits in the period before as well
     */
    public record Spot(
            RegionCode region,
            String nameZh,
            long cases,
            BigDecimal exposure,
            BigDecimal rate,
            BigDecimal shrunk,
            BigDecimal expected,
            long lower,
            long upper,
            Mark mark,
            boolean isPersistent) {}
}
