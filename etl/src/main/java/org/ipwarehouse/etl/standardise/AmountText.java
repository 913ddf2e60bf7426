package org.ipwarehouse.etl.standardise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Texts to decimal numbers. Repairs: D37 unit in the cell, D38 estimated ("约3万"), D39 thousands separators, full
 * width, currency signs, D40 amount in words, D43 digits beyond the column's scale rounded (HALF_UP), D45 negative in
 * brackets.
 */
public final class AmountText {

    /**
     * How a column keeps numbers.
     *
     * @param precision digits in all
     * @param scale digits after the point
     * @param shift power of ten from the unit as sent to the unit as kept: 4 from 万元 to 元, else 0
     * @param money true where a cell may state its own unit (3万元)
     */
    public record Form(int precision, int scale, int shift, boolean money) {}

    /** As many digits as a long always holds. */
    private static final int FAST_DIGITS = 18;

    private AmountText() {}

    /** Power of ten from a unit of money to 元, or -1 if the text is no unit of money. */
    public static int shiftOf(String unit) {
        return switch (CleanText.dense(unit)) {
            case "元", "人民币元", "圆" -> 0;
            case "百元" -> 2;
            case "千元" -> 3;
            case "万元", "万" -> 4;
            case "百万元" -> 6;
            case "千万元" -> 7;
            case "亿元", "亿" -> 8;
            default -> -1;
        };
    }

    /** Reads a number. @param raw the cell as sent, not empty */
    public static Reading<BigDecimal> parse(String raw, Form form) {
        BigDecimal plain = plain(raw);
        if (plain != null) {
            return fitted(plain.scaleByPowerOfTen(form.shift()), form, "");
        }
        String text = CleanText.dense(raw);
        AmountScan scan = new AmountScan(text, form.money());
        BigDecimal number = scan.number();
        if (number != null) {
            int shift = scan.statesUnit() ? scan.shift() : form.shift();
            return fitted(number.scaleByPowerOfTen(shift), form, scan.repairs(raw.length() != text.length()));
        }
        BigDecimal words = form.money() ? ChineseNumeral.read(text) : null;
        if (words != null) {
            return fitted(words, form, "D40");
        }
        return Reading.refused(Problem.AMOUNT_UNPARSEABLE, "不是可以确定的数");
    }

    private static Reading<BigDecimal> fitted(BigDecimal value, Form form, String repairs) {
        BigDecimal kept = value.setScale(form.scale(), RoundingMode.HALF_UP);
        if (kept.precision() > form.precision()) {
            return Reading.refused(Problem.VALUE_RANGE, "位数超过约定");
        }
        boolean rounded = value.scale() > form.scale() && kept.compareTo(value) != 0;
        String all = rounded ? (repairs + " D43").strip() : repairs;
        return all.isEmpty() ? Reading.of(kept) : Reading.repaired(kept, all);
    }

    /** Digits with at most one point and a sign, the form of nearly all cells; null if the text is anything else. */
    private static @Nullable BigDecimal plain(String text) {
        int length = text.length();
        int from = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        if (length == from || length - from > FAST_DIGITS + 1) {
            return null;
        }
        long digits = 0;
        int point = -1;
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + c - '0';
            } else if (c == '.' && point < 0 && i > from && i < length - 1) {
                point = i;
            } else {
                return null;
            }
        }
        if (length - from - (point < 0 ? 0 : 1) > FAST_DIGITS) {
            return null;
        }
        return BigDecimal.valueOf(from == 1 ? -digits : digits, point < 0 ? 0 : length - point - 1);
    }
}
