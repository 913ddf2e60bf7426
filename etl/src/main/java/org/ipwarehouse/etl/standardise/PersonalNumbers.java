package org.ipwarehouse.etl.standardise;

/**
 * Numbers in a text that lead to a person: citizen numbers (by check digit, and by form where it fails), mobile and
 * landline numbers, bank cards (Luhn, ISO/IEC 7812). Digits may be full width and grouped by single blanks or hyphens.
 */
final class PersonalNumbers {
    private static final int[] MOBILE = {3, 4, 4};
    private static final int[] IDENTITY = {6, 8, 4};
    private static final String BLANKS = " -－—\u00A0\u3000";

    private final String text;
    private final Spans spans;

    private PersonalNumbers(String text, Spans spans) {
        this.text = text;
        this.spans = spans;
    }

    static void find(String text, Spans spans) {
        PersonalNumbers numbers = new PersonalNumbers(text, spans);
        int i = 0;
        while (i < text.length()) {
            i = digit(text.charAt(i)) < 0 ? i + 1 : numbers.at(i);
        }
    }

    /** Value of a digit of either width, -1 for any other character. */
    static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= '０' && c <= '９' ? c - '０' : -1;
    }

    private int at(int from) {
        int end = runEnd(from);
        int grouped = grouped(from);
        if (grouped > end) {
            spans.add(countryCode(from), grouped, PersonalData.MASK);
            return grouped;
        }
        if (isPersonal(from, end)) {
            spans.add(countryCode(from), end, PersonalData.MASK);
        }
        return end;
    }

    /** End of a run of digits, with an X after 17 of them. */
    private int runEnd(int from) {
        int end = from;
        while (end < text.length() && digit(text.charAt(end)) >= 0) {
            end++;
        }
        boolean x = end - from == 17 && end < text.length() && "xXｘＸ".indexOf(text.charAt(end)) >= 0;
        return x ? end + 1 : end;
    }

    private boolean isPersonal(int from, int end) {
        String digits = plain(from, end);
        return switch (end - from) {
            case 18 -> isIdentity(digits) || isCard(digits);
            case 15 -> isOldIdentity(digits);
            case 11 -> isMobile(digits) || isLandline(digits);
            case 13 -> digits.startsWith("86") && isMobile(digits.substring(2));
            case 12 -> isLandline(digits);
            case 16, 17, 19 -> isCard(digits);
            case 7, 8 -> saysPhone(from);
            default -> false;
        };
    }

    /** 138 1234 5678, 640502 19900101 1234, 6228 4812 …, 0955-7012345: the end, or {@code from} where nothing is grouped. */
    private int grouped(int from) {
        int mobile = groups(from, MOBILE);
        if (mobile > from && isMobile(digitsOnly(from, mobile))) {
            return mobile;
        }
        int identity = groups(from, IDENTITY);
        if (identity > from && isIdentity(digitsOnly(from, identity))) {
            return identity;
        }
        int card = fours(from);
        if (card > from && isCard(digitsOnly(from, card))) {
            return card;
        }
        return landline(from);
    }

    private int groups(int from, int[] lengths) {
        int at = from;
        for (int g = 0; g < lengths.length; g++) {
            if (g > 0 && (at >= text.length() || BLANKS.indexOf(text.charAt(at++)) < 0)) {
                return from;
            }
            int end = runEnd(at);
            boolean withX = g == lengths.length - 1 && lengths[g] == 4 && end - at == 3 && isX(end);
            if (end - at != lengths[g] && !withX) {
                return from;
            }
            at = withX ? end + 1 : end;
        }
        return at;
    }

    private boolean isX(int at) {
        return at < text.length() && "xXｘＸ".indexOf(text.charAt(at)) >= 0;
    }

    private int fours(int from) {
        int at = from;
        int end = runEnd(at);
        int groups = 0;
        while (end - at == 4 && end < text.length() && BLANKS.indexOf(text.charAt(end)) >= 0) {
            groups++;
            at = end + 1;
            end = runEnd(at);
        }
        boolean tail = end > at && end - at <= 4;
        return groups >= 3 && tail ? end : from;
    }

    /** Area code, a separator or closing bracket, seven or eight digits. */
    private int landline(int from) {
        int end = runEnd(from);
        boolean area = digit(text.charAt(from)) == 0 && end - from >= 3 && end - from <= 4;
        if (!area || end >= text.length() || (BLANKS + ")）").indexOf(text.charAt(end)) < 0) {
            return from;
        }
        int last = runEnd(end + 1);
        int local = last - end - 1;
        return local == 7 || local == 8 ? last : from;
    }

    /** A country code before the number goes with it. */
    private int countryCode(int from) {
        if (from > 0 && text.charAt(from - 1) == '+') {
            return from - 1;
        }
        int end = from > 0 && BLANKS.indexOf(text.charAt(from - 1)) >= 0 ? from - 1 : from;
        return end >= 3 && text.startsWith("+86", end - 3) ? end - 3 : from;
    }

    private boolean saysPhone(int from) {
        int before = Math.max(0, from - 4);
        String ahead = text.substring(before, from);
        return ahead.contains("电话") || ahead.contains("座机") || ahead.contains("手机");
    }

    private String plain(int from, int end) {
        StringBuilder digits = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            int digit = digit(text.charAt(i));
            digits.append(digit < 0 ? 'X' : (char) ('0' + digit));
        }
        return digits.toString();
    }

    private String digitsOnly(int from, int end) {
        StringBuilder digits = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            if (digit(text.charAt(i)) >= 0 || isX(i)) {
                digits.append(plain(i, i + 1));
            }
        }
        return digits.toString();
    }

    /** The check digit is right, or province and birthday are possible: a mistyped number leads to the person all the same. */
    private static boolean isIdentity(String digits) {
        return CitizenId.isValid(digits) || CitizenId.hasForm(digits);
    }

    private static boolean isOldIdentity(String digits) {
        return CitizenId.hasForm(digits.substring(0, 6) + "19" + digits.substring(6) + "0");
    }

    private static boolean isMobile(String digits) {
        return digits.length() == 11 && digits.charAt(0) == '1' && digits.charAt(1) >= '3';
    }

    private static boolean isLandline(String digits) {
        return digits.charAt(0) == '0' && digits.charAt(1) >= '1' && digits.charAt(3) != '0';
    }

    private static boolean isCard(String digits) {
        boolean issuer = digits.startsWith("62") || "345".indexOf(digits.charAt(0)) >= 0 || digits.startsWith("9558");
        return issuer && digits.indexOf('X') < 0 && luhn(digits) % 10 == 0;
    }

    private static int luhn(String digits) {
        int total = 0;
        for (int i = digits.length() - 1, place = 0; i >= 0; i--, place++) {
            int digit = digits.charAt(i) - '0';
            int counted = place % 2 == 0 ? digit : 2 * digit;
            total += counted > 9 ? counted - 9 : counted;
        }
        return total;
    }
}
