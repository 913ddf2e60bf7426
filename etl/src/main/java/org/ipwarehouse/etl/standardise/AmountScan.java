package org.ipwarehouse.etl.standardise;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Takes an amount apart as people write it: 约￥1,200.50元, 3万余元, 5万3千元, (1,200), 1.2E+5. */
final class AmountScan {
    private static final String[] ABOUT = {"大约", "大概", "约合", "约为", "约", "将近", "接近", "近", "超过", "不足", "逾"};
    private static final String[] MORE = {"余", "多", "左右", "上下", "以上", "以内"};
    private static final String[] CURRENCY = {"人民币:", "人民币", "RMB", "CNY", "¥", "￥"};
    private static final int[] POWERS = {2, 3, 4, 8};
    private static final String POWER_WORDS = "百千万亿";

    private final String text;
    private final AmountText.Form form;
    private int at;
    private int end;
    private boolean estimated;
    private boolean decorated;
    private boolean bracketed;
    private boolean marked;
    private boolean unitStated;
    private int shift;

    AmountScan(String text, AmountText.Form form) {
        this.text = text;
        this.form = form;
        this.end = text.length();
    }

    /** The number as written: before the column's unit, or in 元 where the cell has its own; null if it is no number. */
    @Nullable
    BigDecimal number() {
        open();
        boolean negative = bracketed || marked;
        if (negative && at < end && isSign(text.charAt(at))) {
            return null;
        }
        BigDecimal value = part();
        int last = shift;
        while (value != null && unitStated && last > 0 && at < end && isDigit(at)) {
            value = next(value);
            last = shift;
        }
        if (value == null || !closed()) {
            return null;
        }
        return negative ? value.negate() : value;
    }

    /** Brackets, a mark that this column agreed on as minus, 约, a currency. */
    private void open() {
        bracketed = end > 2 && text.charAt(0) == '(' && text.charAt(end - 1) == ')';
        if (bracketed) {
            at = 1;
            end--;
        }
        if (!bracketed && !form.minus().isEmpty() && end > 1 && form.minus().indexOf(text.charAt(0)) >= 0) {
            marked = true;
            at = 1;
        }
        estimated = acceptAny(ABOUT);
        decorated |= acceptAny(CURRENCY);
    }

    private boolean closed() {
        if (form.money() && at < end && acceptAny(CURRENCY)) {
            decorated = true;
        }
        return at == end;
    }

    /** Digits with the unit behind them, as a number of 元 where a unit stands there. */
    private @Nullable BigDecimal part() {
        String digits = digits();
        if (digits.isEmpty()) {
            return null;
        }
        shift = 0;
        more();
        if (form.money()) {
            units();
        }
        BigDecimal value = new BigDecimal(digits);
        return unitStated ? value.scaleByPowerOfTen(shift) : value;
    }

    /** 5万3千: what follows a unit must be whole and smaller than it; a bare digit (3万5) says too little. */
    private @Nullable BigDecimal next(BigDecimal before) {
        int larger = shift;
        unitStated = false;
        BigDecimal more = part();
        boolean stated = unitStated;
        unitStated = true;
        boolean fits = more != null
                && stated
                && shift < larger
                && more.scale() <= 0
                && more.compareTo(BigDecimal.ONE.scaleByPowerOfTen(larger)) < 0;
        return fits ? before.add(more) : null;
    }

    boolean statesUnit() {
        return unitStated;
    }

    /** @param foldedAway true where blanks or invisible characters were removed before */
    String repairs(boolean foldedAway) {
        StringBuilder ids = new StringBuilder();
        append(ids, unitStated, "D37");
        append(ids, estimated, "D38");
        boolean onlyFolded = !unitStated && !estimated && !bracketed && !marked;
        append(ids, decorated || foldedAway || onlyFolded, "D39");
        append(ids, bracketed || marked, "D45");
        return ids.toString();
    }

    /** 约三万元, 五千余元, 三万元以上: the words of the number alone; the same object where nothing says estimate. */
    static String withoutEstimate(String text) {
        String words = text;
        for (String about : ABOUT) {
            if (words.startsWith(about)) {
                words = words.substring(about.length());
                break;
            }
        }
        for (String more : MORE) {
            if (words.endsWith(more)) {
                words = words.substring(0, words.length() - more.length());
            } else if (words.endsWith(more + "元")) {
                words = words.substring(0, words.length() - more.length() - 1) + "元";
            }
        }
        return words;
    }

    private static void append(StringBuilder ids, boolean applies, String id) {
        if (applies) {
            ids.append(ids.length() == 0 ? "" : " ").append(id);
        }
    }

    /** Sign, digits with or without thousands separators, fraction, exponent, as BigDecimal reads them; "" if none. */
    private String digits() {
        StringBuilder number = new StringBuilder();
        if (at < end && isSign(text.charAt(at))) {
            number.append(text.charAt(at) == '+' ? '+' : '-');
            at++;
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
        fraction(number);
        exponent(number);
        return number.toString();
    }

    private void fraction(StringBuilder number) {
        if (at + 1 < end && text.charAt(at) == '.' && isDigit(at + 1)) {
            number.append('.');
            for (at++; at < end && isDigit(at); at++) {
                number.append(text.charAt(at));
            }
        }
    }

    private void exponent(StringBuilder number) {
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

    private void more() {
        while (acceptAny(MORE)) {
            estimated = true;
        }
    }

    /** 千, 万, 亿, 元 say the number's unit. */
    private void units() {
        for (int power = power(); power > 0; power = power()) {
            at++;
            unitStated = true;
            shift += power;
            more();
        }
        if (accept("元") || accept("圆")) {
            unitStated = true;
            if (!accept("整")) {
                accept("正");
            }
            more();
        }
    }

    private int power() {
        int word = at < end ? POWER_WORDS.indexOf(text.charAt(at)) : -1;
        return word < 0 ? 0 : POWERS[word];
    }

    private boolean isDigit(int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    /** U+2212 is the minus of typesetters, which NFKC leaves alone. */
    private static boolean isSign(char c) {
        return c == '-' || c == '+' || c == '\u2212';
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
        if (at + word.length() <= end && text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }
}
