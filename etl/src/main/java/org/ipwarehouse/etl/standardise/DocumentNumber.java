package org.ipwarehouse.etl.standardise;

/**
 * Numbers of decisions and cases in the one form of GB/T 9704: 卫市监处罚〔2024〕12号. Brackets become 〔〕, a year of two
 * digits gets its century, "第", blanks and leading zeros go, a missing "号" comes (repair D55). A text without a year in
 * brackets (printed forms of on-the-spot penalties) stays as it is.
 */
public final class DocumentNumber {
    private static final String OPENING = "〔([【{〈<﹝";
    private static final String CLOSING = "〕)]】}〉>﹞";

    private DocumentNumber() {}

    public static Reading<String> parse(String raw) {
        if (isCanonical(raw)) {
            return Reading.of(raw);
        }
        String dense = CleanText.dense(raw);
        int open = yearBracket(dense);
        String kept = open < 0 ? dense : open == 0 ? yearFirst(dense) : rewritten(dense, open);
        return kept.equals(raw) ? Reading.of(raw) : Reading.repaired(kept, "D55");
    }

    /** Notaries and older courts begin with the year: （2026）宁中卫证字第12号. */
    private static String yearFirst(String dense) {
        String docket = CourtCaseNumber.parse(dense).value();
        return docket == null ? rewritten(dense, 0) : docket;
    }

    private static String rewritten(String dense, int open) {
        int close = closing(dense, open);
        String year = dense.substring(open + 1, close);
        String tail = dense.substring(close + 1);
        String number = tail.startsWith("第") ? tail.substring(1) : tail;
        String body = number.endsWith("号") ? number.substring(0, number.length() - 1) : number;
        if (body.isEmpty() || !isNumber(body)) {
            return dense;
        }
        return wide(dense.substring(0, open))
                + '〔'
                + (year.length() == 2 ? century(year) + year : year)
                + '〕'
                + withoutZeros(body)
                + '号';
    }

    /** No document of today's organs is older than the People's Republic. */
    private static String century(String year) {
        return year.compareTo("49") < 0 ? "20" : "19";
    }

    /** 卫市监处罚〔2024〕12号 as it should be, seen without making anything. */
    private static boolean isCanonical(String text) {
        int at = text.length() - 2;
        if (at < 7 || text.charAt(at + 1) != '号') {
            return false;
        }
        while (at > 0 && isDigit(text.charAt(at))) {
            at--;
        }
        boolean number = at < text.length() - 2 && text.charAt(at + 1) != '0' && text.charAt(at) == '〕';
        int open = at - 5;
        if (!number || open < 1 || text.charAt(open) != '〔' || !isDigits(text, open + 1, at)) {
            return false;
        }
        for (int i = 0; i < open; i++) {
            char c = text.charAt(i);
            if (c < '\u4E00' || c > '\u9FFF') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Brackets inside the organ's short name are full width: 沙农（种子）罚. */
    private static String wide(String organ) {
        return organ.replace('(', '（').replace(')', '）');
    }

    private static int yearBracket(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (OPENING.indexOf(text.charAt(i)) >= 0 && closing(text, i) > 0) {
                return i;
            }
        }
        return -1;
    }

    /** Where the bracket opened here closes, if it holds a year of four or two digits; else -1. */
    private static int closing(String text, int open) {
        for (int digits : new int[] {4, 2}) {
            int close = open + digits + 1;
            if (close < text.length() && CLOSING.indexOf(text.charAt(close)) >= 0 && isDigits(text, open + 1, close)) {
                return close;
            }
        }
        return -1;
    }

    /** Digits, with or without a sub-number: 12, 12-1. */
    private static boolean isNumber(String body) {
        int dash = body.indexOf('-');
        return dash < 0
                ? isDigits(body, 0, body.length())
                : dash > 0
                        && dash < body.length() - 1
                        && isDigits(body, 0, dash)
                        && isDigits(body, dash + 1, body.length());
    }

    static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0' && digits.charAt(from + 1) != '-') {
            from++;
        }
        return digits.substring(from);
    }

    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from;
    }
}
