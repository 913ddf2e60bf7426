package org.ipwarehouse.reports.twin;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.ipwarehouse.warehouse.api.Passport;

/** Monthly numbers by region or type: seasonal, growing, and the same on every run. */
final class TwinFacts {
    static final YearMonth FROM = YearMonth.of(2023, 10);
    static final YearMonth THROUGH = YearMonth.of(2026, 9);

    /** Shares of 滨河 文昌 东园 柔远 镇罗 宣和 永康 常乐 迎水桥 兴仁 香山 and of 乡镇不详, in percent. */
    private static final double[] TOWNSHIP = {22, 19, 8, 8, 9, 8, 6, 4, 9, 4, 1, 2};

    /** Shares of TM, PT, GI, CR, TS. */
    private static final double[] TYPE = {68, 14, 10, 6, 2};

    static final List<String> TYPES = List.of("TM", "PT", "GI", "CR", "TS");

    private static final double[] SEASON = {0.82, 0.7, 1.16, 1.0, 1.06, 1.1, 0.96, 1.02, 1.14, 0.94, 1.08, 1.02};

    private TwinFacts() {}

    static BigDecimal denominator(TwinIndicator i, YearMonth month, int place) {
        return i.exact(expected(i, month, place) + dither(i, month, place, 1));
    }

    static BigDecimal numerator(TwinIndicator i, YearMonth month, int place) {
        if (!i.passport().isRate()) {
            return denominator(i, month, place);
        }
        BigDecimal below = denominator(i, month, place);
        double drift = 0.012 * (month.getYear() - 2025) + 0.01 * Math.sin(month.getMonthValue());
        BigDecimal above = i.exact(below.doubleValue() * Math.min(1, i.rate() + drift) + dither(i, month, place, 2));
        return above.min(below);
    }

    /** The part of one type of a month's whole; the parts add up to it. */
    static BigDecimal part(BigDecimal whole, int type) {
        double before = 0;
        for (int i = 0; i < type; i++) {
            before += TYPE[i] / 100;
        }
        double upTo = type == TYPE.length - 1 ? 1 : before + TYPE[type] / 100;
        return share(whole, upTo).subtract(share(whole, before));
    }

    private static BigDecimal share(BigDecimal whole, double share) {
        return whole.multiply(BigDecimal.valueOf(share)).setScale(whole.scale(), java.math.RoundingMode.HALF_UP);
    }

    private static double expected(TwinIndicator i, YearMonth month, int place) {
        double years = (month.getYear() - 2024) + (month.getMonthValue() - 1) / 12.0;
        double share = i.byTownship() ? TOWNSHIP[place] / 100 : 1;
        double season = i.passport().kind() == Passport.Kind.STOCK ? 1 : SEASON[month.getMonthValue() - 1];
        return i.base() * share * season * Math.pow(1 + i.growth(), years);
    }

    /** 0 to 1, the same for the same place and month. */
    private static double dither(TwinIndicator i, YearMonth month, int place, int salt) {
        if (i.passport().kind() == Passport.Kind.STOCK) {
            return 0.5;
        }
        long h = i.passport().id().code().hashCode() * 31L + month.getYear() * 12L + month.getMonthValue();
        h = (h * 1_000_003L + place * 7919L + salt) * 2_654_435_761L;
        return ((h >>> 16) & 0xffff) / 65536.0;
    }
}
