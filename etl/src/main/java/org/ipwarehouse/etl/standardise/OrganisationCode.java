package org.ipwarehouse.etl.standardise;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The organisation code of GB 11714-1997: eight digits or capital letters and a check character, with or without a hyphen
 * before it. It was replaced by the credit code, of which it is positions 9 to 17.
 */
public final class OrganisationCode {
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "0123456789X";

    private OrganisationCode() {}

    /** Repair D50: without hyphen, upper case. */
    public static Reading<String> parse(String raw) {
        if (raw.length() == 9 && isValid(raw, 0)) {
            return Reading.of(raw);
        }
        String text = compact(CleanText.dense(raw));
        if (text == null) {
            return Reading.refused(Problem.NUMBER_INVALID, "组织机构代码应为8位本体代码加1位校验码");
        }
        return isValid(text, 0)
                ? Reading.repaired(text, "D50")
                : Reading.refused(Problem.NUMBER_INVALID, "组织机构代码校验位不符");
    }

    /** True for a code of nine characters, with or without the hyphen, whose check character fits. */
    public static boolean isValid(String text) {
        String compact = compact(text);
        return compact != null && isValid(compact, 0);
    }

    /** True where nine characters from this place are such a code. */
    static boolean isValid(String text, int from) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int value = valueOf(text.charAt(from + i));
            if (value < 0) {
                return false;
            }
            sum += value * WEIGHTS[i];
        }
        // 11 - sum mod 11, where 11 is written 0 and 10 is written X
        return text.charAt(from + 8) == CHECK.charAt((11 - sum % 11) % 11);
    }

    private static @Nullable String compact(String text) {
        String code = text.length() == 10 && text.charAt(8) == '-' ? text.substring(0, 8) + text.charAt(9) : text;
        return code.length() == 9 ? code.toUpperCase(Locale.ROOT) : null;
    }

    private static int valueOf(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
    }
}
