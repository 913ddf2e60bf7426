package org.ipwarehouse.etl.read;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Column titles compared by what they say: width of characters, blanks, required marks and units do not count. */
final class Labels {
    private static final String MONEY = "万元|亿元|千元|百元|元|人民币元";
    private static final String COUNT = "件|个|起|人|人次|次|户|家|条|枚|批|天|日|工作日|月|年|吨|公斤|千克|斤|亩|%";
    private static final Pattern UNIT = Pattern.compile("[(\\[](?:单位[:]?)?(" + MONEY + "|" + COUNT + ")[)\\]]$");
    private static final Pattern NOTE =
            Pattern.compile("单位(?:为|是)?[:]?(?:(?:" + COUNT + ")[、,，/;])*(" + MONEY + ")(?![\\p{IsHan}])");
    private static final Pattern BLANKS =
            Pattern.compile("[\\s\\p{Z}\\p{Cc}\\u200B-\\u200F\\u2060\\uFEFF]+|_x000[dDaA]_");
    private static final Pattern BRACKETED = Pattern.compile("[(\\[【〔<〈][^()\\[\\]【】〔〕<>〈〉]*[)\\]】〕>〉]");
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:\\(?\\d{1,2}[)、.．]|\\([一二三四五六七八九十]{1,3}\\)|[一二三四五六七八九十]{1,3}[、.])(?=\\D)");
    private static final Pattern REQUIRED_MARK = Pattern.compile("[(\\[【](?:必填|必填项|选填|非必填|可空)[)\\]】]");

    private static final Pattern OTHER_FIGURE = Pattern.compile("[(\\[][^)\\]]*(上年|去年|同期|上月|上季|累计|同比|环比|增减|占比)");

    /** With what a bracket, and a number of an enumeration, begins: a look before a pattern is tried. */
    private static final String OPENING = "([【〔<〈";

    private static final String NUMBERS = "(0123456789一二三四五六七八九十";

    /** Marks of required columns: NFKC has made ＊ a * already. */
    private static final String MARKS = "*★☆※▲△#";

    private Labels() {}

    /** The label without blanks, marks and unit, in NFKC and lower case; "" where nothing is left. */
    static String key(String label) {
        if (label.isEmpty()) {
            return "";
        }
        String text = unmarked(label);
        if (!text.endsWith(")") && !text.endsWith("]")) {
            return text;
        }
        Matcher unit = UNIT.matcher(text);
        return unit.find() ? trimMarks(text.substring(0, unit.start())) : text;
    }

    /** Squeezed and without marks that say whether the column must be filled. */
    private static String unmarked(String label) {
        String text = squeeze(label);
        return trimMarks(
                text.indexOf('填') < 0 && text.indexOf('可') < 0
                        ? text
                        : REQUIRED_MARK.matcher(text).replaceAll(""));
    }

    /** The label without anything in brackets: "权利号(注册号/专利号)" is 权利号. */
    static String withoutBrackets(String key) {
        return hasAny(key, OPENING) ? trimMarks(BRACKETED.matcher(key).replaceAll("")) : key;
    }

    /** The key without the number of an enumeration in front: "3.案件名称" is 案件名称. */
    static String withoutNumber(String key) {
        return key.isEmpty() || NUMBERS.indexOf(key.charAt(0)) < 0
                ? key
                : trimMarks(NUMBERED.matcher(key).replaceFirst(""));
    }

    /** Unit at the end of a label: "罚款（万元）*" gives 万元. */
    static Optional<String> unit(String label) {
        Matcher unit = UNIT.matcher(unmarked(label));
        return unit.find() ? Optional.of(unit.group(1)) : Optional.empty();
    }

    /** Unit of money in a note above the table: "单位：万元", "金额单位：元", "计量单位：件、万元". */
    static Optional<String> noteUnit(String text) {
        Matcher note = NOTE.matcher(squeeze(text));
        return note.find() ? Optional.of(note.group(1)) : Optional.empty();
    }

    /** NFKC, lower case, without blanks of any kind. */
    static String squeeze(String text) {
        String flat = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return (isPlain(flat) ? flat : BLANKS.matcher(flat).replaceAll("")).toLowerCase(Locale.ROOT);
    }

    /** The label for people: line ends and runs of blanks become one blank. */
    static String shown(String label) {
        if (label.isEmpty()) {
            return "";
        }
        return isPlain(label) ? label : BLANKS.matcher(label).replaceAll(" ").strip();
    }

    /** Whether a figure of another time or a comparison is named in a bracket: such a bracket is no note. */
    static boolean isOtherFigure(String key) {
        return hasAny(key, "([") && OTHER_FIGURE.matcher(key).find();
    }

    /**
     * True for a text in which no pattern of blanks can find anything: a sheet may have 16,384 columns, and each cell of its
     * first rows is looked at.
     */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ascii = c > ' ' && c < 0x7F && c != '_';
            if (!ascii && (c < 0xA0 || c == '\uFEFF' || (c >= 0x2000 && c <= 0x2060) || Character.isSpaceChar(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String trimMarks(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && MARKS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && (MARKS.indexOf(text.charAt(to - 1)) >= 0 || ":、,;".indexOf(text.charAt(to - 1)) >= 0)) {
            to--;
        }
        return text.substring(from, to);
    }
}
