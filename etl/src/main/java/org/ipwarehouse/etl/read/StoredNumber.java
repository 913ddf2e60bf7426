package org.ipwarehouse.etl.read;

import java.math.BigDecimal;

/**
 * A stored number's digits, as people see them. Whole numbers stay as written up to the last digit: identifiers are at
 * stake. What a program wrote in its own way is rewritten where that is without loss: 12345678 as 1.2345678E7 or
 * 12345678.0, and 8.2, a binary fraction, as 8.1999999999999993. From 1E15 on doubles are not exact to the last digit:
 * there the scientific form stays, which shows that digits are lost (D46, D48).
 */
final class StoredNumber {
    private static final int EXACT = 15;
    private static final double INEXACT = 1e15;

    private StoredNumber() {}

    static String text(String written) {
        int point = written.indexOf('.');
        boolean scientific = written.indexOf('E') >= 0 || written.indexOf('e') >= 0;
        if (point < 0 && !scientific) {
            return written;
        }
        if (!scientific && !isZero(written, point + 1) && written.length() <= EXACT) {
            return written;
        }
        double value = Double.parseDouble(written);
        boolean rewritten = scientific || isZero(written, point + 1) || significant(written) > EXACT;
        return rewritten && Math.abs(value) < INEXACT ? of(value) : written;
    }

    private static boolean isZero(String digits, int from) {
        for (int i = from; i < digits.length(); i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static int significant(String written) {
        int digits = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if ((c >= '1' && c <= '9') || (c == '0' && digits > 0)) {
                digits++;
            }
        }
        return digits;
    }

    /** The shortest digits that mean this number; scientific where digits are lost. */
    static String of(double value) {
        if (Math.abs(value) >= INEXACT) {
            return Double.toString(value).replace("E", "E+");
        }
        if (value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return shortest.scale() < 40 ? shortest.toPlainString() : shortest.toString();
    }
}
