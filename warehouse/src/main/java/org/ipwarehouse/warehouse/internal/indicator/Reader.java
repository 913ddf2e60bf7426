package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Period;

/** Reads one value of one indicator from the rolled-up sums and says how far it can be relied on. */
final class Reader {
    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;

    private final Rollup rollup;
    private final Coverage coverage;
    private final Cell district;
    private final Trust trust;

    Reader(Rollup rollup, Coverage coverage, Indicators.Scope scope) {
        this.rollup = rollup;
        this.coverage = coverage;
        district = Cell.total(scope.district().value());
        trust = scope.trust();
    }

    Reading read(Plan.Parts parts, Cell cell, Period period) {
        Coverage.Share share = coverage.of(parts.definition().passport().sources(), period);
        if (share.received() == 0) {
            return Reading.without(FigureStatus.MISSING, share, "本期没有收到报送。");
        }
        if (sum(parts.blocked(), district, period).signum() > 0) {
            return Reading.without(FigureStatus.NOT_CONFIGURED, share, "本期有按未配置的法定期限起算的件，不计算。");
        }
        int least = parts.definition().leastSample();
        if (parts.sampled().stream().anyMatch(side -> sum(side, cell, period).intValue() < least)) {
            return Reading.without(FigureStatus.NO_DENOMINATOR, share, "样本不足" + least + "件，不发布。");
        }
        if (parts.numerator().stream().anyMatch(term -> rollup.isOfNothing(term, cell, period))) {
            return Reading.without(FigureStatus.NO_DENOMINATOR, share, "没有可取中位数、百分位数的件，不计算。");
        }
        BigDecimal numerator = sum(parts.numerator(), cell, period);
        BigDecimal factor = parts.definition().factor();
        if (!parts.definition().isRatio()) {
            BigDecimal value = numerator.multiply(factor);
            return reading(parts, cell, period, new Ratio(value, value, null), share);
        }
        BigDecimal denominator = sum(parts.denominator(), cell, period);
        if (denominator.signum() == 0) {
            return new Reading(null, numerator, denominator, FigureStatus.NO_DENOMINATOR, share, "分母为0，不计算。");
        }
        BigDecimal value = numerator.multiply(factor).divide(denominator, EXACT_ENOUGH);
        return reading(parts, cell, period, new Ratio(value, numerator, denominator), share);
    }

    private Reading reading(Plan.Parts parts, Cell cell, Period period, Ratio ratio, Coverage.Share share) {
        List<String> notes = new ArrayList<>();
        FigureStatus status = FigureStatus.OK;
        if (sum(parts.provisional(), cell, period).signum() > 0) {
            status = FigureStatus.PROVISIONAL;
            notes.add("期限跨越宁夏地方假日未录入的年份，按全国工作日推算，为暂定数。");
        }
        BigDecimal lacking = lacking(parts, cell, period);
        if (lacking.compareTo(trust.withheldAbove()) > 0) {
            return Reading.without(FigureStatus.UNRELIABLE, share, lackingNote(lacking) + "不发布。");
        }
        if (lacking.compareTo(trust.referenceAbove()) > 0) {
            status = FigureStatus.REFERENCE;
            notes.add(lackingNote(lacking) + "只作参考。");
        }
        if (!share.isWhole()) {
            status = FigureStatus.INCOMPLETE;
            notes.add("应报" + share.expected() + "份，收到" + share.received() + "份，不是完整数，不作比较。");
        }
        disclosures(parts, cell, period, notes);
        return new Reading(
                ratio.value(), ratio.numerator(), ratio.denominator(), status, share, String.join("", notes));
    }

    /** Of the rows of the base, how many lack a key field, in percent. */
    private BigDecimal lacking(Plan.Parts parts, Cell cell, Period period) {
        BigDecimal rows = sum(parts.keyFields().rows(), cell, period);
        return rows.signum() == 0
                ? BigDecimal.ZERO
                : percent(sum(parts.keyFields().lacking(), cell, period), rows);
    }

    private static String lackingNote(BigDecimal lacking) {
        return lacking.setScale(1, RoundingMode.HALF_UP) + "%的记录缺关键项，";
    }

    private void disclosures(Plan.Parts parts, Cell cell, Period period, List<String> notes) {
        BigDecimal base = sum(parts.base(), cell, period);
        for (int i = 0; i < parts.disclosed().size(); i++) {
            BigDecimal rows = sum(parts.disclosed().get(i), cell, period);
            if (rows.signum() > 0) {
                String share = isShareOfRows(parts.definition())
                        ? "（占" + percent(rows, base).setScale(1, RoundingMode.HALF_UP) + "%）"
                        : "";
                notes.add(parts.definition().disclosures().get(i).text() + rows.toPlainString() + "件" + share + "。");
            }
        }
    }

    /** Rows are no part of a sum of 元 or 吨. */
    private static boolean isShareOfRows(Definition definition) {
        return definition.isRatio() && definition.base().stream().allMatch(t -> t.measure() == Term.Measure.COUNT);
    }

    private BigDecimal sum(List<Integer> terms, Cell cell, Period period) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int term : terms) {
            sum = sum.add(rollup.amount(term, cell, period));
        }
        return sum;
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(BigDecimal.valueOf(100)).divide(whole, EXACT_ENOUGH);
    }

    private record Ratio(
            BigDecimal value,
            BigDecimal numerator,
            @org.jspecify.annotations.Nullable BigDecimal denominator) {}
}
