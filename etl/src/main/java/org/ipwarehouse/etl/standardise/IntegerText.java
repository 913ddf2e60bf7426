package org.ipwarehouse.etl.standardise;

import java.math.BigDecimal;

/** Texts to whole numbers: 12, 12.0, １２, 1,200. A fraction is refused, never cut off. */
public final class IntegerText {
    private static final AmountText.Form FORM = new AmountText.Form(24, 6, 0, false);

    private IntegerText() {}

    public static Reading<Long> parse(String raw) {
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
        Long kept = value.longValueExact();
        return number.repairs().isEmpty() ? Reading.of(kept) : Reading.repaired(kept, number.repairs());
    }
}
