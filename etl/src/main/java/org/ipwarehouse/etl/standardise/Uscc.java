package org.ipwarehouse.etl.standardise;

import java.util.Locale;

/**
 * The unified social credit code of GB 32100-2015: 18 characters of an alphabet of 31 (no I, O, S, V, Z), the last one a
 * check character. Repair D47: lower case, full width, blanks. Nothing is ever guessed: O for 0 is only suggested.
 */
public final class Uscc {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final byte[] VALUES = new byte[128];

    static {
        java.util.Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            VALUES[ALPHABET.charAt(i)] = (byte) i;
        }
    }

    private Uscc() {}

    public static Reading<String> parse(String raw) {
        if (isValid(raw)) {
            return Reading.of(raw);
        }
        String text = CleanText.dense(raw).toUpperCase(Locale.ROOT);
        if (isValid(text)) {
            return Reading.repaired(text, "D47");
        }
        if (Scientific.looksLike(text)) {
            return Reading.refused(Problem.USCC_PRECISION_LOST, "代码成了科学计数法，后几位已丢失");
        }
        if (text.length() == LENGTH && text.endsWith("000") && DocumentNumber.isDigits(text, 0, LENGTH)) {
            return Reading.refused(Problem.USCC_PRECISION_LOST, "末三位为000且校验不符，像是被表格软件归零");
        }
        return Reading.refused(Problem.USCC_CHECKSUM, detail(text));
    }

    /**
     * True where positions 9 to 17 pass the check of GB 11714 for the organisation's own code. Some codes issued to
     * individual businesses in the early years do not, so this is worth a remark only.
     *
     * @param code a valid credit code
     */
    public static boolean holdsOrganisationCode(String code) {
        return OrganisationCode.isValid(code, 8);
    }

    /** The check character for the first 17, or '?' if one of them is not of the alphabet. */
    public static char checkCharacter(CharSequence first17) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = valueOf(first17.charAt(i));
            if (value < 0) {
                return '?';
            }
            sum += value * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    public static boolean isValid(String text) {
        return text.length() == LENGTH && checkCharacter(text) == text.charAt(LENGTH - 1);
    }

    private static int valueOf(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private static String detail(String text) {
        if (text.length() == 15) {
            return RegistrationNumber.isValid(text) ? "是15位旧注册号，应填入注册号列" : "只有15位，像是旧注册号";
        }
        if (OrganisationCode.isValid(text)) {
            return "是9位组织机构代码，应填入组织机构代码列";
        }
        if (text.length() != LENGTH) {
            return "应为18位，实为" + text.length() + "位";
        }
        String suggestion =
                text.replace('O', '0').replace('I', '1').replace('Z', '2').replace('S', '5');
        if (!suggestion.equals(text) && isValid(suggestion)) {
            return "含有不使用的字母，可能应为" + suggestion + "，请核对";
        }
        return "校验位不符";
    }
}
