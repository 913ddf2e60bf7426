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
    private static final Pattern NOTE = Pattern.compile("单位[:]?(" + MONEY + ")(?![\\p{IsHan}])");
    private static final Pattern BLANKS =
            Pattern.compile("[\\s\\p{Z}\\p{Cc}\\u200B-\\u200F\\u2060\\uFEFF]+|_x000[dDaA]_");
    private static final Pattern BRACKETED = Pattern.compile("[(\\[][^()\\[\\]]*[)\\]]");

    private Labels() {}

    /** The label without blanks, marks and unit, in NFKC and lower case; "" where nothing is left. */
    static String key(String label) {
        if (label.isEmpty()) {
            return "";
        }
        String text = squeeze(label);
        Matcher unit = UNIT.matcher(text);
        return trimMarks(unit.find() ? text.substring(0, unit.start()) : text);
    }

    /** The label without anything in brackets: "权利号(注册号/专利号)" is 权利号. */
    static String withoutBrackets(String key) {
        return trimMarks(BRACKETED.matcher(key).replaceAll(""));
    }

    /** Unit at the end of a label: "罚款（万元）" gives 万元. */
    static Optional<String> unit(String label) {
        Matcher unit = UNIT.matcher(squeeze(label));
        return unit.find() ? Optional.of(unit.group(1)) : Optional.empty();
    }

    /** Unit of money in a note above the table: "单位：万元". */
    static Optional<String> noteUnit(String text) {
        Matcher note = NOTE.matcher(squeeze(text));
        return note.find() ? Optional.of(note.group(1)) : Optional.empty();
    }

    /** NFKC, lower case, without blanks of any kind. */
    static String squeeze(String text) {
        String flat = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return BLANKS.matcher(flat).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** The label for people: line ends and runs of blanks become one blank. */
    static String shown(String label) {
        if (label.isEmpty()) {
            return "";
        }
        return BLANKS.matcher(label).replaceAll(" ").strip();
    }

    private static String trimMarks(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '*') {
            from++;
        }
        while (to > from && "*::".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }
}
