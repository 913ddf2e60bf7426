package org.ipwarehouse.etl.standardise;

/**
 * Case numbers of the people's courts: （2024）宁0502知民初12号 by the rules in force since 2016 (法〔2018〕335号), and
 * （2015）沙民初字第12号 before. Full-width round brackets, no blanks, no leading zeros, "号" at the end (repair D55).
 */
public final class CourtCaseNumber {
    private static final String PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军";
    private static final String OPENING = "([〔【";
    private static final String CLOSING = ")]〕】";
    private static final int LONGEST_NUMBER = 8;
    private static final int LONGEST_TYPE = 5;

    private CourtCaseNumber() {}

    public static Reading<String> parse(String raw) {
        if (isCanonical(raw)) {
            return Reading.of(raw);
        }
        String text = CleanText.dense(raw);
        boolean year = text.length() > 8
                && OPENING.indexOf(text.charAt(0)) >= 0
                && CLOSING.indexOf(text.charAt(5)) >= 0
                && DocumentNumber.isDigits(text, 1, 5);
        String rest = year ? body(text.substring(6)) : "";
        if (rest.isEmpty()) {
            return Reading.refused(Problem.NUMBER_INVALID, "不合案号编制规则");
        }
        String kept = "（" + text.substring(1, 5) + "）" + rest;
        return kept.equals(raw) ? Reading.of(raw) : Reading.repaired(kept, "D55");
    }

    /** （2024）宁0502知民初12号 as it should be, seen without making anything. */
    private static boolean isCanonical(String text) {
        int last = text.length() - 1;
        boolean frame = last > 9
                && text.charAt(0) == '（'
                && text.charAt(5) == '）'
                && text.charAt(last) == '号'
                && DocumentNumber.isDigits(text, 1, 5)
                && PROVINCES.indexOf(text.charAt(6)) >= 0;
        if (!frame) {
            return false;
        }
        int type = 7;
        while (isDigit(text.charAt(type))) {
            type++;
        }
        int number = type;
        while (text.charAt(number) >= '\u4E00' && text.charAt(number) <= '\u9FFF' && number < last) {
            number++;
        }
        boolean court = type == 7 || type == 9 || type == 11;
        boolean kind = number > type && number - type <= LONGEST_TYPE && "字第".indexOf(text.charAt(number - 1)) < 0;
        return court
                && kind
                && last - number <= LONGEST_NUMBER
                && text.charAt(number) != '0'
                && DocumentNumber.isDigits(text, number, last);
    }

    private static String body(String rest) {
        int digitsEnd = lastDigits(rest);
        int digitsFrom = digitsEnd;
        while (digitsFrom > 0 && isDigit(rest.charAt(digitsFrom - 1))) {
            digitsFrom--;
        }
        String suffix = suffix(rest.substring(digitsEnd));
        int length = digitsEnd - digitsFrom;
        if (length == 0 || length > LONGEST_NUMBER || suffix.isEmpty()) {
            return "";
        }
        String head = head(rest.substring(0, digitsFrom));
        return head.isEmpty() ? "" : head + DocumentNumber.withoutZeros(rest.substring(digitsFrom, digitsEnd)) + suffix;
    }

    /** End of the serial number: the digits before 号, or those at the end where 号 is missing. */
    private static int lastDigits(String rest) {
        int hao = rest.indexOf('号');
        return hao >= 0 ? hao : rest.length();
    }

    /** 号, 号之一, 号之2; "" if anything else stands there. */
    private static String suffix(String tail) {
        if (tail.isEmpty() || tail.equals("号")) {
            return "号";
        }
        if (!tail.startsWith("号之") || tail.length() == 2) {
            return "";
        }
        for (int i = 2; i < tail.length(); i++) {
            if ("一二三四五六七八九十".indexOf(tail.charAt(i)) < 0 && !isDigit(tail.charAt(i))) {
                return "";
            }
        }
        return tail;
    }

    /** Court and type: 宁0502知民初, 最高法知民终, 沙民初字第; "" if it is neither. */
    private static String head(String head) {
        String before = head.endsWith("第") ? head.substring(0, head.length() - 1) : head;
        int court = courtLength(before);
        if (court > 0 && isType(before.substring(court))) {
            return before;
        }
        boolean old = before.endsWith("字") && before.length() >= 4 && isHan(before);
        return old ? before + "第" : "";
    }

    private static int courtLength(String head) {
        if (head.startsWith("最高法")) {
            return 3;
        }
        if (head.isEmpty() || PROVINCES.indexOf(head.charAt(0)) < 0) {
            return 0;
        }
        int end = 1;
        while (end < head.length() && isDigit(head.charAt(end))) {
            end++;
        }
        boolean court = end == 1 || end == 3 || end == 5;
        return court ? end : 0;
    }

    private static boolean isType(String type) {
        return !type.isEmpty() && type.length() <= LONGEST_TYPE && isHan(type) && !type.endsWith("字");
    }

    private static boolean isHan(String text) {
        return text.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
