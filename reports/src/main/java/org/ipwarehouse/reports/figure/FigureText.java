package org.ipwarehouse.reports.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Passport;
import org.jspecify.annotations.Nullable;

/**
 * Figures in words and digits, after GB/T 15835-2011 and the house rules of the bulletin: rounded once (HALF_UP, decimals of
 * the passport), groups of three from five digits on, "—" does not exist, "…" did not come in, "0" is zero. Changes of
 * counts and amounts are percent (增长, 下降), of rates percentage points (提高, 回落). No word judges: more cases are
 * not worse.
 */
public final class FigureText {
    /** Stands for a comparison that does not exist or may not be made. */
    public static final String NONE = "—";

    private static final BigDecimal TWOFOLD = new BigDecimal(200);

    private FigureText() {}

    /** The value without its unit, or the symbol of its status: {@code 37}, {@code 96.4}, {@code …}, {@code —}. */
    public static String value(Passport p, Figure f) {
        BigDecimal rounded = p.round(f.value());
        return rounded == null ? f.status().symbol() : number(rounded);
    }

    /** The value with its unit: {@code 37件}, {@code 96.4%}; a symbol has none. */
    public static String withUnit(Passport p, Figure f) {
        return f.value() == null ? value(p, f) : value(p, f) + p.unit();
    }

    /** Any value of this indicator, rounded as it is published; "…" for null. */
    public static String value(Passport p, @Nullable BigDecimal value) {
        BigDecimal rounded = p.round(value);
        return rounded == null ? FigureStatus.MISSING.symbol() : number(rounded);
    }

    /** Digits of a number that is rounded already; groups of three from five digits on. */
    public static String number(BigDecimal rounded) {
        String plain = rounded.toPlainString();
        boolean wide = rounded.abs().compareTo(BigDecimal.valueOf(10_000)) >= 0;
        if (!wide) {
            return plain.replace('-', '−');
        }
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded)
                .replace('-', '−');
    }

    /** For a table's cell: {@code 19.4%}, {@code −3.3个百分点}, {@code 0.0%}, or {@code —}. */
    public static String change(Passport p, Figure f, Comparison with) {
        BigDecimal change = Passport.roundChange(with.change(f));
        return change == null ? NONE : number(change) + changeUnit(p);
    }

    /** As {@link #change}, with a plus sign before a rise, for places where the sign is the message. */
    public static String signedChange(Passport p, Figure f, Comparison with) {
        BigDecimal change = Passport.roundChange(with.change(f));
        return (change != null && change.signum() > 0 ? "+" : "") + change(p, f, with);
    }

    public static String changeUnit(Passport p) {
        return p.isRate() ? "个百分点" : "%";
    }

    /** Whether the figure went up (1), down (−1) or stayed (0) as published; null where there is no comparison. */
    public static @Nullable Integer trend(Figure f, Comparison with) {
        BigDecimal change = Passport.roundChange(with.change(f));
        return change == null ? null : change.signum();
    }

    /**
     * The comparison as a clause: 同比增长19.4%, 比上年同期提高3.3个百分点, 与上年同期持平; 上年同期8件 where the base is too small
     * for a percentage; "" where there is nothing to compare with.
     */
    public static String clause(Passport p, Figure f, Comparison with) {
        BigDecimal change = with.change(f);
        if (change == null) {
            return smallBase(p, f, with);
        }
        if (change.signum() == 0) {
            return "与" + with.baseLabel() + "持平";
        }
        BigDecimal rounded = change.setScale(1, RoundingMode.HALF_UP);
        if (rounded.signum() == 0) {
            return "与" + with.baseLabel() + "基本持平";
        }
        return p.isRate() ? points(rounded, with) : percent(change, rounded, with);
    }

    private static String points(BigDecimal rounded, Comparison with) {
        String verb = rounded.signum() > 0 ? "提高" : "回落";
        return "比" + with.baseLabel() + verb + number(rounded.abs()) + "个百分点";
    }

    private static String percent(BigDecimal change, BigDecimal rounded, Comparison with) {
        if (change.compareTo(TWOFOLD) >= 0) {
            BigDecimal times = change.movePointLeft(2).setScale(1, RoundingMode.HALF_UP);
            return with.label() + "增长" + number(times) + "倍";
        }
        String verb = rounded.signum() > 0 ? "增长" : "下降";
        return with.label() + verb + number(rounded.abs()) + "%";
    }

    private static String smallBase(Passport p, Figure f, Comparison with) {
        BigDecimal base = with.base(f);
        if (base == null || f.value() == null || !p.comparisons().contains(with.code())) {
            return "";
        }
        return with.baseLabel() + (base.signum() == 0 ? "为0" : value(p, base)) + p.unit();
    }

    /** What a reader must know of the figure before using it; "" for a figure that is complete. */
    public static String statusLabel(FigureStatus status) {
        return switch (status) {
            case OK -> "";
            case PROVISIONAL -> "初步";
            case REFERENCE -> "参考";
            case INCOMPLETE -> "报送不全";
            case MISSING -> "缺报";
            case NO_DENOMINATOR -> "无分母";
            case UNRELIABLE -> "缺项过多，不发布";
            case SUPPRESSED -> "不公布";
            case NOT_CONFIGURED -> "规则未配置";
        };
    }
}
