package org.ipwarehouse.warehouse.internal.disclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;

/**
 * What may be told, as {@code warehouse/disclosure/policy.yaml} says it for a day.
 *
 * @param smallCount a count n with 1 ≤ n &lt; smallCount is hidden; 0 is shown
 * @param countWidth how many units the public must be left in doubt about a hidden count
 * @param amountPercent the same for a hidden amount, in percent of it
 * @param leastDenominator a rate over fewer is hidden
 * @param leastContributors an amount of fewer contributors is hidden
 * @param largestShare an amount is hidden of which one contributor has more than so many percent
 * @param remainderPercent an amount is hidden where all contributors but the two largest have less than so many percent of
 *     the largest: the second could work the largest out as nearly as that
 * @param remainders where what a published count leaves of a published whole is protected as a small count too
 * @param moneyPattern which expressions of a sum are amounts of contributors, not counts
 * @param defaultClass of passports that name none
 * @param classes what each class shows at all
 */
record Policy(
        int smallCount,
        int countWidth,
        BigDecimal amountPercent,
        int leastDenominator,
        int leastContributors,
        BigDecimal largestShare,
        BigDecimal remainderPercent,
        Remainders remainders,
        String moneyPattern,
        String defaultClass,
        Map<String, List<Grain>> classes) {

    Policy {
        classes = Map.copyOf(classes);
    }

    /** Where small differences of two published counts are not told. */
    enum Remainders {
        /** Nowhere: who wants to know may subtract. */
        SHOWN,
        /** In townships and breakdowns. */
        DETAIL,
        /** Everywhere. */
        HIDDEN;

        boolean protects(RegionCode region, Slot slot) {
            return this == HIDDEN || (this == DETAIL && (region.isTownship() || !slot.isTotal()));
        }
    }

    /**
     * Figures that are shown at all.
     *
     * @param isDistrict of the district, else of townships
     * @param isTotal totals, else breakdowns
     */
    record Grain(boolean isDistrict, boolean isTotal, Set<Period.Kind> periods) {
        Grain {
            periods = Set.copyOf(periods);
        }

        boolean admits(Period period, RegionCode region, Slot slot) {
            return isDistrict != region.isTownship() && isTotal == slot.isTotal() && periods.contains(period.kind());
        }
    }

    /** Whether a class shows such figures, where they are not sensitive. */
    boolean shows(String disclosureClass, Period period, RegionCode region, Slot slot) {
        return classes.getOrDefault(disclosureClass, List.of()).stream()
                .anyMatch(grain -> grain.admits(period, region, slot));
    }

    /** By the rules of few contributors, of dominance, and p %. */
    boolean isDominated(Contributors.Share share) {
        double others = 100 - share.largest() - share.second();
        return share.contributors() < leastContributors
                || share.largest() > largestShare.doubleValue()
                || others * 100 < share.largest() * remainderPercent.doubleValue();
    }

    boolean isSmall(double count) {
        return count > 0 && count < smallCount;
    }
}
