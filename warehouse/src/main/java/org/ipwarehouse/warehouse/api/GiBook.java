package org.ipwarehouse.warehouse.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One of the three books of a geographical sign's season held against the harvest (Q4), of one party or of all.
 *
 * @param isWhole true for all parties together; then {@code partyKey} is {@code *}
 * @param season 2025产季
 * @param isFinished whether the season had ended at the end of the built span
 * @param quantityT tonnes, null where they are not known
 * @param harvestLowT and {@code harvestHighT}: area × yield, or twice the quota; null where neither is known
 * @param state {@code ok}, {@code spec_missing}, {@code unmeasured}, {@code not_reported} or {@code yield_unknown}: only with
 *     {@code ok} there are ratios
 * @param ratioLow quantity ÷ high harvest: above 1 not even a good year explains it
 * @param ratioHigh quantity ÷ low harvest
 * @param level 正常, 待核 (only a bad year's harvest would be exceeded), 预警, 红, 不可算
 */
public record GiBook(
        String giName,
        boolean isWhole,
        String partyKey,
        String partyName,
        String season,
        boolean isFinished,
        Kind kind,
        @Nullable BigDecimal quantityT,
        @Nullable BigDecimal harvestLowT,
        @Nullable BigDecimal harvestHighT,
        boolean isQuota,
        String state,
        @Nullable BigDecimal ratioLow,
        @Nullable BigDecimal ratioHigh,
        String level,
        String file,
        String sheet,
        long row) {

    /** What a book counts. */
    public enum Kind {
        /** Labels handed out × size. */
        ISSUED("发标折合"),
        /** Batches with a certificate. */
        CERTIFIED("带合格证"),
        /** Sales as the party reports them. */
        SOLD("自报销售");

        private final String labelZh;

        Kind(String labelZh) {
            this.labelZh = labelZh;
        }

        public String labelZh() {
            return labelZh;
        }
    }

    public GiBook {
        boolean isComputed = state.equals("ok");
        if (isComputed != (ratioLow != null) || isComputed != (ratioHigh != null)) {
            throw new IllegalArgumentException(
                    giName + " " + partyKey + " " + season + ": " + state + " with " + ratioLow);
        }
    }

    /** Why there is no ratio, in Chinese; "" where there is one. */
    public String reasonZh() {
        return switch (state) {
            case "ok" -> "";
            case "spec_missing" -> "规格缺失";
            case "unmeasured" -> "有折不成吨的批次";
            case "not_reported" -> "未报";
            default -> "核定产量、面积或亩产不明";
        };
    }
}
