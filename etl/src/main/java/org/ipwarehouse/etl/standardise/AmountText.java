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
     * @param minus marks before a number that mean minus in this column by agreement (△▲), "" where none does
     */
    public record Form(int precision, int scale, int shift, boolean money, String minus) {
        public Form(int precision, int scale, int shift, boolean money) {
            this(precision, scale, shift, money, "");
        }
    }

    /** As many digits as a long always holds. */
    private static final int FAST_DIGITS = 18;

    private static final long[] POWERS = new long[FAST_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

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
        BigDecimal plain = plain(raw, form);
        if (plain != null) {
            return fitted(plain, form, "");
        }
        String folded = CleanText.folded(raw);
        String text = CleanText.dense(folded);
        if (text.length() != folded.length() && !isGrouped(folded)) {
            return Reading.refused(Problem.AMOUNT_UNPARSEABLE, "一格里像是有几个数");
        }
        AmountScan scan = new AmountScan(text, form);
        BigDecimal number = scan.number();
        if (number != null) {
            BigDecimal kept = scan.statesUnit() ? number : number.scaleByPowerOfTen(form.shift());
            return fitted(kept, form, scan.repairs(raw.length() != text.length()));
        }
        return form.money() ? words(text, form) : refused(text);
    }

    private static Reading<BigDecimal> words(String text, Form form) {
        String bare = AmountScan.withoutEstimate(text);
        BigDecimal words = ChineseNumeral.read(bare);
        String repairs = bare.length() == text.length() ? "D40" : "D38 D40";
        return words == null ? refused(text) : fitted(words, form, repairs);
    }

    private static Reading<BigDecimal> refused(String text) {
        String detail = "不是可以确定的数";
        if (text.indexOf('△') >= 0 || text.indexOf('▲') >= 0) {
            detail = "符号△、▲的含义没有约定";
        } else if (text.indexOf('$') >= 0 || text.contains("美元") || text.indexOf('€') >= 0 || text.contains("USD")) {
            detail = "不是人民币金额";
        } else if (text.indexOf('~') > 0 || text.indexOf('至') > 0 || text.indexOf('-') > 0) {
            detail = "是一个区间，不是一个数";
        }
        return Reading.refused(Problem.AMOUNT_UNPARSEABLE, detail);
    }

    /** A blank between digits stands for a thousands separator or for a second number: only groups of three tell. */
    private static boolean isGrouped(String text) {
        int run = 0;
        boolean grouped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                run++;
                continue;
            }
            boolean between = Character.isWhitespace(c) && run > 0 && i + 1 < text.length() && isDigit(text, i + 1);
            if (between && (c != ' ' || run > 3 || grouped && run != 3 || !threeDigits(text, i + 1))) {
                return false;
            }
            grouped = between;
            run = 0;
        }
        return true;
    }

    private static boolean threeDigits(String text, int from) {
        int to = from;
        while (to < text.length() && isDigit(text, to)) {
            to++;
        }
        return to - from == 3;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static Reading<BigDecimal> fitted(BigDecimal value, Form form, String repairs) {
        if (value.precision() - value.scale() > form.precision() - form.scale()) {
            return Reading.refused(Problem.VALUE_RANGE, "位数超过约定");
        }
        BigDecimal kept = value.setScale(form.scale(), RoundingMode.HALF_UP);
        if (kept.precision() > form.precision()) {
            return Reading.refused(Problem.VALUE_RANGE, "位数超过约定");
        }
        boolean rounded = value.scale() > form.scale() && kept.compareTo(value) != 0;
        String all = rounded ? (repairs + " D43").strip() : repairs;
        return all.isEmpty() ? Reading.of(kept) : Reading.repaired(kept, all);
    }

    /**
     * Digits with at most one point and a sign, the form of nearly all cells, in the column's unit and, where it is exact,
     * with its scale; null if the text is anything else.
     */
    private static @Nullable BigDecimal plain(String text, Form form) {
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
        int count = length - from - (point < 0 ? 0 : 1);
        if (count > FAST_DIGITS) {
            return null;
        }
        long unscaled = from == 1 ? -digits : digits;
        int scale = (point < 0 ? 0 : length - point - 1) - form.shift();
        int missing = form.scale() - scale;
        return missing >= 0 && count + missing <= FAST_DIGITS
                ? BigDecimal.valueOf(unscaled * POWERS[missing], form.scale())
                : BigDecimal.valueOf(unscaled, scale);
    }
}
