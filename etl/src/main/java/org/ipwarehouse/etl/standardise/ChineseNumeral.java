package org.ipwarehouse.etl.standardise;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Amounts in words: 壹万贰仟元整, 三百零五元, 三万五. A text is taken only if writing its value back gives the same words
 * (defect D40). 三万五 is how people say 35000; 30005 is 三万零五, and 三万五元 is neither.
 */
final class ChineseNumeral {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟萬億圆〇两貳參陸叄圓";
    private static final String PLAIN = "一二三四五六七八九十百千万亿元零二二三六三元";
    private static final String UNITS = "千百十";
    private static final String SPOKEN = "百千万亿";
    private static final long[] BELOW = {10, 100, 1_000, 10_000_000};
    private static final String[] BELOW_WORDS = {"十", "百", "千", "千万"};
    private static final String[] CURRENCY = {"人民币:", "人民币", "RMB"};

    private ChineseNumeral() {}

    /** The amount in 元, or null if the text is not an amount in words. */
    static @Nullable BigDecimal read(String text) {
        String words = plain(text);
        int yuan = words.indexOf('元');
        boolean onlyCents = yuan < 0 && (words.endsWith("角") || words.endsWith("分"));
        String whole = yuan < 0 ? words : words.substring(0, yuan);
        long value = onlyCents ? 0 : whole(whole);
        if (value < 0 && yuan < 0) {
            value = spoken(words);
        }
        long cents = onlyCents ? cents(words) : cents(yuan < 0 ? "" : words.substring(yuan + 1));
        if (value < 0 || cents < 0) {
            return null;
        }
        return BigDecimal.valueOf(value * 100 + cents, 2);
    }

    /** 三万五 without the last unit, which is the one below: the full words begin with these and only add that unit. */
    private static long spoken(String words) {
        int last = words.length() - 1;
        int unit = last < 2 ? -1 : SPOKEN.indexOf(words.charAt(last - 1));
        int digit = unit < 0 ? 0 : DIGITS.indexOf(words.charAt(last));
        long before = digit <= 0 ? -1 : whole(words.substring(0, last));
        if (before < 0) {
            return -1;
        }
        long value = before + digit * BELOW[unit];
        return write(value).equals(words + BELOW_WORDS[unit]) ? value : -1;
    }

    private static String plain(String text) {
        StringBuilder words = new StringBuilder(text.length());
        for (int i = currency(text); i < text.length(); i++) {
            int formal = FORMAL.indexOf(text.charAt(i));
            words.append(formal < 0 ? text.charAt(i) : PLAIN.charAt(formal));
        }
        while (words.length() > 0 && "整正".indexOf(words.charAt(words.length() - 1)) >= 0) {
            words.setLength(words.length() - 1);
        }
        return words.toString();
    }

    private static int currency(String text) {
        for (String word : CURRENCY) {
            if (text.startsWith(word)) {
                return word.length();
            }
        }
        return 0;
    }

    private static long cents(String rest) {
        long value = 0;
        String words = rest.startsWith("零") ? rest.substring(1) : rest;
        int at = 0;
        for (int step = 0; step < 2 && at < words.length(); step++) {
            int digit = DIGITS.indexOf(words.charAt(at));
            if (digit > 0 && at + 1 < words.length() && words.charAt(at + 1) == "角分".charAt(step)) {
                value += digit * (step == 0 ? 10L : 1L);
                at += 2;
            }
        }
        return at == words.length() ? value : -1;
    }

    private static long whole(String words) {
        if (words.isEmpty() || words.length() > 24) {
            return -1;
        }
        long total = 0;
        long section = 0;
        int digit = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (DIGITS.indexOf(c) >= 0) {
                digit = DIGITS.indexOf(c);
            } else if (UNITS.indexOf(c) >= 0) {
                section += (digit == 0 ? 1 : digit) * tens(c);
                digit = 0;
            } else if (c == '万' || c == '亿') {
                total = (total + section + digit) * (c == '万' ? 10_000L : 100_000_000L);
                section = 0;
                digit = 0;
            } else {
                return -1;
            }
        }
        long value = total + section + digit;
        return value < 1_000_000_000_000L && same(words, write(value)) ? value : -1;
    }

    private static long tens(char unit) {
        return unit == '千' ? 1000 : unit == '百' ? 100 : 10;
    }

    /** 十五 and 一十五 are the same words. */
    private static boolean same(String words, String written) {
        String shorter = written.startsWith("一十") ? written.substring(1) : written;
        return words.equals(written) || words.equals(shorter);
    }

    private static String write(long value) {
        if (value == 0) {
            return "零";
        }
        StringBuilder words = new StringBuilder();
        section(words, value / 100_000_000, "亿");
        section(words, value / 10_000 % 10_000, "万");
        section(words, value % 10_000, "");
        return words.toString();
    }

    private static void section(StringBuilder words, long section, String unit) {
        if (section == 0) {
            return;
        }
        boolean gap = words.length() > 0 && section < 1000;
        long divisor = 1000;
        boolean started = false;
        for (int i = 0; i < 4; i++, divisor /= 10) {
            int digit = (int) (section / divisor % 10);
            if (digit == 0) {
                gap |= started;
                continue;
            }
            if (gap) {
                words.append('零');
                gap = false;
            }
            started = true;
            words.append(DIGITS.charAt(digit)).append(i < 3 ? String.valueOf(UNITS.charAt(i)) : "");
        }
        words.append(unit);
    }
}
