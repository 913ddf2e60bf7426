package org.ipwarehouse.etl.standardise;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Takes an amount apart as people write it: 约￥1,200.50元, 3万余元, (1,200), 1.2E+5. */
final class AmountScan {
    private static final String[] ABOUT = {"大约", "大概", "约", "近"};
    private static final String[] CURRENCY = {"人民币", "RMB", "CNY", "¥", "￥"};

    private final String text;
    private final boolean money;
    private int at;
    private boolean estimated;
    private boolean decorated;
    private boolean bracketed;
    private boolean unitStated;
    private int shift;

    AmountScan(String text, boolean money) {
        this.text = text;
        this.money = money;
    }

    /** The number as written, before its unit; null if the text is no number. */
    @Nullable
    BigDecimal number() {
        bracketed = text.length() > 2 && text.charAt(0) == '(' && text.charAt(text.length() - 1) == ')';
        at = bracketed ? 1 : 0;
        int end = bracketed ? text.length() - 1 : text.length();
        estimated = acceptAny(ABOUT);
        decorated |= acceptAny(CURRENCY);
        String digits = digits(end);
        if (digits.isEmpty()) {
            return null;
        }
        if (money) {
            units();
        }
        if (at != end || bracketed && digits.charAt(0) == '-') {
            return null;
        }
        BigDecimal value = new BigDecimal(digits);
        return bracketed ? value.negate() : value;
    }

    boolean statesUnit() {
        return unitStated;
    }

    /** Power of ten of the unit that the cell states. */
    int shift() {
        return shift;
    }

    /** @param foldedAway true where blanks or invisible characters were removed before */
    String repairs(boolean foldedAway) {
        StringBuilder ids = new StringBuilder();
        append(ids, unitStated, "D37");
        append(ids, estimated, "D38");
        boolean onlyFolded = !unitStated && !estimated && !bracketed;
        append(ids, decorated || foldedAway || onlyFolded, "D39");
        append(ids, bracketed, "D45");
        return ids.toString();
    }

    private static void append(StringBuilder ids, boolean applies, String id) {
        if (applies) {
            ids.append(ids.length() == 0 ? "" : " ").append(id);
        }
    }

    /** Sign, digits with or without thousands separators, fraction, exponent, as BigDecimal reads them; "" if none. */
    private String digits(int end) {
        StringBuilder number = new StringBuilder();
        if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            number.append(text.charAt(at++));
        }
        int from = at;
        int group = 0;
        boolean grouped = false;
        for (; at < end && (isDigit(at) || text.charAt(at) == ','); at++) {
            if (text.charAt(at) == ',') {
                if (at == from || grouped && group != 3 || !grouped && group > 3) {
                    return "";
                }
                grouped = true;
                group = 0;
            } else {
                number.append(text.charAt(at));
                group++;
            }
        }
        if (at == from || grouped && group != 3) {
            return "";
        }
        decorated |= grouped;
        fraction(number, end);
        exponent(number, end);
        return number.toString();
    }

    private void fraction(StringBuilder number, int end) {
        if (at + 1 < end && text.charAt(at) == '.' && isDigit(at + 1)) {
            number.append('.');
            for (at++; at < end && isDigit(at); at++) {
                number.append(text.charAt(at));
            }
        }
    }

    private void exponent(StringBuilder number, int end) {
        boolean sign = at + 2 < end && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
        int digitsFrom = at + (sign ? 2 : 1);
        if (at >= end || Character.toUpperCase(text.charAt(at)) != 'E' || digitsFrom >= end || !isDigit(digitsFrom)) {
            return;
        }
        int to = digitsFrom;
        while (to < end && isDigit(to)) {
            to++;
        }
        // an exponent of three digits is no amount; left unread, the text is refused
        if (to - digitsFrom <= 2) {
            number.append(text, at, to);
            at = to;
        }
    }

    /** 余, 多, 左右 say that the number is an estimate; 千, 万, 亿, 元 say its unit. */
    private void units() {
        boolean more = true;
        while (more) {
            if (accept("余") || accept("多") || accept("左右")) {
                estimated = true;
            } else if (accept("百")) {
                scale(2);
            } else if (accept("千")) {
                scale(3);
            } else if (accept("万")) {
                scale(4);
            } else if (accept("亿")) {
                scale(8);
            } else if (accept("元") || accept("圆")) {
                scale(0);
                accept("整");
                estimated |= accept("左右");
                more = false;
            } else {
                more = false;
            }
        }
    }

    private void scale(int power) {
        unitStated = true;
        shift += power;
    }

    private boolean isDigit(int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean acceptAny(String[] words) {
        for (String word : words) {
            if (accept(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean accept(String word) {
        if (text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }
}
