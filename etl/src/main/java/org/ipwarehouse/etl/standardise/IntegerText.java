package org.ipwarehouse.etl.standardise;

import java.math.BigDecimal;

/** Texts to whole numbers: 12, 12.0, １２, 1,200. A fraction is refused, never cut off. */
public final class IntegerText {
    private static final AmountText.Form FORM = new AmountText.Form(24, 6, 0, false);

    private IntegerText() {}

    public static Reading<Long> parse(String raw) {
        long plain = plain(raw);
        if (plain >= 0) {
            return Reading.of(plain);
        }
        Reading<BigDecimal> number = AmountText.parse(raw, FORM);
        BigDecimal value = number.value();
        if (value == null) {
            return Reading.refused(Problem.AMOUNT_UNPARSEABLE, "应为整数");
        }
        boolean whole =
                value.stripTrailingZeros().scale() <= 0 && !number.repairs().contains("D43");
        if (!whole || value.precision() - value.scale() > 18) {
            return Reading.refused(Problem.AMOUNT_UNPARSEABLE, "应为整数");
        }
        Long kept = value.longValue();
        return number.repairs().isEmpty() ? Reading.of(kept) : Reading.repaired(kept, number.repairs());
    }

    /** Up to 18 digits and nothing else, the form of nearly all cells; -1 for anything else. */
    private static long plain(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }
}
