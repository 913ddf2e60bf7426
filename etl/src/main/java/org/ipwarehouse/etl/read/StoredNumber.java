package org.ipwarehouse.etl.read;

import java.math.BigDecimal;

/**
 * A stored number's digits. What is written as digits stays as written, up to the last one: identifiers are at stake.
 * Fractions are binary in every workbook, and 8.2 is written 8.1999999999999993 by some programs: of more than 15
 * digits with a fraction the shortest that means the same number is taken.
 */
final class StoredNumber {
    private static final int EXACT = 15;

    private StoredNumber() {}

    static String text(String written) {
        if (written.length() <= EXACT || written.indexOf('.') < 0 || significant(written) <= EXACT) {
            return written;
        }
        double value = Double.parseDouble(written);
        boolean whole = value == Math.rint(value);
        return whole || Double.isInfinite(value) ? written : of(value);
    }

    private static int significant(String written) {
        int digits = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == 'E' || c == 'e') {
                break;
            }
            if (c >= '1' && c <= '9' || c == '0' && digits > 0) {
                digits++;
            }
        }
        return digits;
    }

    /** The shortest digits that mean this number, without exponent up to 21 of them, as people see them in a cell. */
    static String of(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        boolean plain = Math.abs(value) < 1e21 && shortest.scale() < 40;
        return plain ? shortest.toPlainString() : shortest.toString();
    }
}
