package org.ipwarehouse.samples.population;

/**
 * Unified social credit codes by GB 32100-2015 with the organisation part's own check character by GB 11714-1997. The
 * organisation parts begin with MY, a series that is not issued: no code names a real enterprise.
 */
public final class CreditCode {
    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    /** 31^6: serial numbers of the series. */
    private static final long SERIALS = 887_503_681L;
    /** Coprime to 31: neighbours get codes that do not look like neighbours. */
    private static final long STRIDE = 397_284_313L;

    private static final int[] VALUES = values();

    private CreditCode() {}

    private static int[] values() {
        int[] values = new int[128];
        java.util.Arrays.fill(values, -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = i;
        }
        return values;
    }

    /**
     * The code of the n-th body of the series.
     *
     * @param head registering department, kind and area, 8 characters: 91640502
     */
    public static String of(String head, long serial) {
        char[] code = new char[18];
        head.getChars(0, 8, code, 0);
        code[8] = 'M';
        code[9] = 'Y';
        long rest = Math.floorMod(serial * STRIDE, SERIALS);
        for (int i = 15; i >= 10; i--) {
            code[i] = ALPHABET.charAt((int) (rest % 31));
            rest /= 31;
        }
        code[16] = organisationCheck(code);
        code[17] = check(code);
        return new String(code);
    }

    private static char organisationCheck(char[] code) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(code[8 + i], 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : (char) ('0' + check % 11);
    }

    private static char check(char[] code) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += VALUES[code[i]] * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** Whether length, alphabet and check character of GB 32100 hold. */
    public static boolean isValid(String code) {
        if (code.length() != 18) {
            return false;
        }
        for (int i = 0; i < 18; i++) {
            if (code.charAt(i) >= 128 || VALUES[code.charAt(i)] < 0) {
                return false;
            }
        }
        return check(code.toCharArray()) == code.charAt(17);
    }

    /** The same code with another last character: well formed, wrong. */
    public static String spoilt(String code) {
        int last = VALUES[code.charAt(17)];
        return code.substring(0, 17) + ALPHABET.charAt((last + 7) % 31);
    }
}
