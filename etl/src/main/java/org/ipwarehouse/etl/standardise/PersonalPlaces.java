package org.ipwarehouse.etl.standardise;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where persons can be found: mail addresses, licence plates (GA 36), dwellings. A shop's address (鼓楼东街12号) is public
 * and stays; what stands after a word of residence, and building, unit and room numbers, go.
 */
final class PersonalPlaces {
    private static final String REGIONS = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";
    private static final Pattern PLATE = Pattern.compile("[" + REGIONS
            + "][A-HJ-NP-Za-hj-np-z][·•. -]?[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳](?![A-Za-z0-9])");
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,5}");
    private static final Pattern RESIDENCE =
            Pattern.compile("(?:家庭住址|家庭地址|现住址|户籍地址|户籍所在地|户籍地|住址|现住|家住|居住地|居住于|居住在|经常居住地|住所地|住所|住在)(?:为|是|系|[:：])?\\s*"
                    + "(?<place>[^，。；;,、\\n（）()：:]{4,60})");
    private static final Pattern DWELLING = Pattern.compile("[0-9０-９一二三四五六七八九十]{1,4}(?:号楼|栋|幢|号院)[\\s-]*"
            + "(?:[0-9０-９一二三四五六七八九十]{1,3}单元)?[\\s-]*(?:[0-9０-９]{1,4}(?:室|号|户)?)?"
            + "|[0-9０-９一二三四五六七八九十]{1,3}单元[\\s-]*[0-9０-９]{1,4}(?:室|号|户)?"
            + "|[0-9０-９一二三四五六七八九十]{1,3}(?:组|队|社)[\\s-]*[0-9０-９]{1,4}号");
    private static final BitSet PLATE_STARTS = set(REGIONS);
    private static final BitSet DWELLING_WORDS = set("住籍居栋幢楼室");
    /** Units, groups and brigades are written with a number before them; without one they are other words. */
    private static final BitSet AFTER_NUMBER = set("组队社");

    private PersonalPlaces() {}

    private static BitSet set(String characters) {
        BitSet set = new BitSet();
        characters.chars().forEach(set::set);
        return set;
    }

    /** Whether something may stand at this place; a cheap look before the patterns. */
    static boolean hints(String text, int at) {
        char c = text.charAt(at);
        if (PLATE_STARTS.get(c) && at + 1 < text.length() && text.charAt(at + 1) < 0x80) {
            return Character.isLetter(text.charAt(at + 1));
        }
        boolean afterNumber = AFTER_NUMBER.get(c) && at > 0 && isNumeral(text.charAt(at - 1));
        return DWELLING_WORDS.get(c) || afterNumber || c == '元' && at > 0 && text.charAt(at - 1) == '单';
    }

    private static boolean isNumeral(char c) {
        return PersonalNumbers.digit(c) >= 0 || "一二三四五六七八九十".indexOf(c) >= 0;
    }

    static void find(String text, Spans spans) {
        for (Matcher m = PLATE.matcher(text); m.find(); ) {
            if (m.group().chars().anyMatch(c -> c >= '0' && c <= '9')) {
                spans.add(m.start(), m.end(), PersonalData.MASK);
            }
        }
        for (Matcher m = RESIDENCE.matcher(text); m.find(); ) {
            if (isPlace(m.group("place"))) {
                spans.add(m.start("place"), m.end("place"), PersonalData.MASK);
            }
        }
        for (Matcher m = DWELLING.matcher(text); m.find(); ) {
            spans.add(m.start(), m.end(), PersonalData.MASK);
        }
    }

    static void mail(String text, Spans spans) {
        for (Matcher m = MAIL.matcher(text); m.find(); ) {
            spans.add(m.start(), m.end(), PersonalData.MASK);
        }
    }

    private static boolean isPlace(String text) {
        return text.chars().anyMatch(c -> "省市县区镇乡村路街巷组号室楼".indexOf(c) >= 0);
    }
}
