package org.ipwarehouse.etl.standardise;

/**
 * The registration number of fifteen digits that market regulators issued before the credit code (GS 15-2006): six digits
 * of the authority, eight of the register, one check digit by ISO 7064, MOD 11,10.
 */
public final class RegistrationNumber {
    private static final int LENGTH = 15;

    private RegistrationNumber() {}

    public static boolean isValid(String text) {
        if (text.length() != LENGTH || !DocumentNumber.isDigits(text, 0, LENGTH)) {
            return false;
        }
        int product = 10;
        for (int i = 0; i < LENGTH - 1; i++) {
            int sum = (product + text.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + text.charAt(LENGTH - 1) - '0') % 10 == 1;
    }
}
