package org.ipwarehouse.reports.figure;

import java.math.BigDecimal;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Period;
import org.jspecify.annotations.Nullable;

/** With what a figure is compared. */
public enum Comparison {
    /** 同比: the same period a year before. */
    YOY("yoy", "同比", "上年同期"),
    /** 环比: the period just before. */
    QOQ("qoq", "环比", "上期");

    private final String code;
    private final String label;
    private final String base;

    Comparison(String code, String label, String base) {
        this.code = code;
        this.label = label;
        this.base = base;
    }

    /** The name in {@code Passport.comparisons}. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** What it compares with, in words: 上年同期, 上期. */
    public String baseLabel() {
        return base;
    }

    /** Percent, or percentage points for a rate; unrounded; null where it may not be shown. */
    public @Nullable BigDecimal change(Figure f) {
        return this == YOY ? f.yoy() : f.qoq();
    }

    /** The period compared with; empty where there is none just before. */
    public Optional<Period> before(Period period) {
        return this == YOY ? Optional.of(period.yearBefore()) : period.previous();
    }

    public @Nullable BigDecimal base(Figure f) {
        return this == YOY ? f.yoyBase() : f.qoqBase();
    }
}
