package org.ipwarehouse.warehouse.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What penalties and judgments of a quarter weigh (Q9). Cases of a series are folded into one. Counts are given beside each
 * share, since most are small here.
 *
 * @param penalties effective penalties of main cases
 * @param valuedPenalties of these, those whose value of goods is stated: only they are in {@code finedToValue}
 * @param finedToValue fines and confiscations ÷ value of goods, null where no value is stated
 * @param judgedCases civil judgments of first instance that state claim and award
 * @param judgedSeries the same, series folded
 * @param unstatedCases judgments left out because they state no claim or no award
 * @param awardPercent award ÷ claim, null where nothing was judged
 * @param medianAwardPercent median over the series
 * @param punitiveSeries effective judgments with punitive damages, series folded
 * @param punishedParties parties with a penalty in the quarter
 * @param partiesAgain of these, those that offended again within the months of the parameter, null where these are not over
 * @param isSmallAwardSample and {@code isSmallPartySample}: too few for a share to mean anything
 * @param isWeakening re-offences rose and fines fell against the year before
 */
public record Deterrence(
        Period quarter,
        long penalties,
        BigDecimal finedYuan,
        long valuedPenalties,
        BigDecimal goodsValueYuan,
        @Nullable BigDecimal finedToValue,
        long judgedCases,
        long judgedSeries,
        long unstatedCases,
        @Nullable BigDecimal awardPercent,
        @Nullable BigDecimal medianAwardPercent,
        long punitiveSeries,
        long punitiveCases,
        long punishedParties,
        @Nullable Long partiesAgain,
        @Nullable BigDecimal reoffencePercent,
        boolean isSmallAwardSample,
        boolean isSmallPartySample,
        boolean isWeakening) {

    public Deterrence {
        if (quarter.kind() != Period.Kind.QUARTER) {
            throw new IllegalArgumentException("Not a quarter: " + quarter);
        }
        if (partiesAgain == null && reoffencePercent != null) {
            throw new IllegalArgumentException(quarter + ": a rate of re-offence before its months are over");
        }
    }
}
