package org.ipwarehouse.warehouse.api;

import java.util.List;

/**
 * A figure of a period that cannot be trusted wholly, and why.
 *
 * @param reasonsZh at least one, the gravest first
 */
public record Doubt(IndicatorId indicator, String nameZh, Period period, Gravity gravity, List<String> reasonsZh) {

    public Doubt {
        reasonsZh = List.copyOf(reasonsZh);
        if (reasonsZh.isEmpty()) {
            throw new IllegalArgumentException(indicator + " " + period + ": a doubt needs a reason");
        }
    }

    /** What a figure may still be used for, the gravest first. */
    public enum Gravity {
        NO_VALUE("不能用"),
        LOWER_BOUND("只是下限"),
        REFERENCE("只供参考"),
        PROVISIONAL("暂定"),
        NOT_COMPARABLE("不可比");

        private final String labelZh;

        Gravity(String labelZh) {
            this.labelZh = labelZh;
        }

        public String labelZh() {
            return labelZh;
        }
    }
}
