package org.ipwarehouse.warehouse.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the change of a count or an amount consists of: the changes of the parts add up exactly to the change of the whole.
 *
 * @param base the period compared with
 * @param breakdown {@code township} or a dimension of the passport
 * @param now value of the period, unrounded, in the unit of the passport
 * @param before value of {@code base}
 * @param parts largest change first, by absolute value; what no part explains is a part of its own
 * @param reading more cases, or more inspections?
 * @param caveats what to know before using it, in Chinese; empty where nothing
 */
public record Decomposition(
        IndicatorId indicator,
        Period period,
        Period base,
        String breakdown,
        BigDecimal now,
        BigDecimal before,
        List<Part> parts,
        Reading reading,
        List<String> caveats) {

    public Decomposition {
        parts = List.copyOf(parts);
        caveats = List.copyOf(caveats);
        BigDecimal sum = parts.stream().map(Part::change).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(now.subtract(before)) != 0) {
            throw new IllegalArgumentException(
                    indicator + " " + period + ": parts add up to " + sum + ", not " + now.subtract(before));
        }
    }

    public BigDecimal change() {
        return now.subtract(before);
    }

    /** With which period a figure is compared. */
    public enum Comparison {
        /** 同比 */
        YOY,
        /** 环比 */
        QOQ
    }

    /**
     * @param share the part's change in percent of the whole change, null where the whole did not change; parts that move
     *     against the whole have a negative share, others may exceed 100
     */
    public record Part(
            String value,
            String labelZh,
            BigDecimal now,
            BigDecimal before,
            @Nullable BigDecimal share) {
        public BigDecimal change() {
            return now.subtract(before);
        }
    }

    /** How sure a reading is. */
    public enum Certainty {
        HIGH("把握较大"),
        MEDIUM("把握一般"),
        LOW("不能区分"),
        NONE("无从判断");

        private final String labelZh;

        Certainty(String labelZh) {
            this.labelZh = labelZh;
        }

        public String labelZh() {
            return labelZh;
        }
    }

    /** One sentence in Chinese, with its degree of certainty. */
    public record Reading(String sentenceZh, Certainty certainty) {}
}
