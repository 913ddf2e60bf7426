package org.ipwarehouse.etl.standardise;

/** Recognises a code that a spreadsheet took for a number: 9.16405E+17. Its last digits are gone for good. */
public final class Scientific {

    private Scientific() {}

    public static boolean looksLike(String text) {
        int e = Math.max(text.indexOf('E'), text.indexOf('e'));
        if (e < 1 || e > text.length() - 2) {
            return false;
        }
        int exponent = text.charAt(e + 1) == '+' ? e + 2 : e + 1;
        return text.indexOf('.') == 1
                && e > 2
                && digits(text, 0, 1)
                && digits(text, 2, e)
                && exponent < text.length()
                && digits(text, exponent, text.length());
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
