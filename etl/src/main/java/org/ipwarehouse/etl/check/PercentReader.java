package org.ipwarehouse.etl.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.standardise.AmountText;
import org.ipwarehouse.etl.standardise.CleanText;
import org.ipwarehouse.etl.standardise.Reading;

/**
 * A rate in percent, which may come as 95, 95%, 95个百分点, 0.95 or as a workbook's cell with the format of a percentage
 * (defect D44). A bare number up to 1.5 is taken for a ratio, whatever the header says: people fill 0.95 under 完成率(%)
 * sooner than a rate of less than 1.5 percent, and the repair is marked.
 */
final class PercentReader {
    private static final BigDecimal LARGEST_RATIO = new BigDecimal("1.5");
    private static final List<String> SIGNS = List.of("个百分点", "百分点", "%");
    private static final int MORE_DIGITS = 6;

    private final int scale;
    private final AmountText.Form form;

    PercentReader(Field field) {
        this.scale = field.scale();
        // a ratio has two more places than its percentage
        this.form = new AmountText.Form(field.precision() + MORE_DIGITS, scale + MORE_DIGITS, 0, false);
    }

    Reading<BigDecimal> read(String raw) {
        String text = CleanText.folded(raw);
        for (String sign : SIGNS) {
            if (text.endsWith(sign)) {
                return percent(AmountText.parse(text.substring(0, text.length() - sign.length()), form), 0, "D44");
            }
        }
        Reading<BigDecimal> number = AmountText.parse(raw, form);
        BigDecimal value = number.value();
        boolean ratio = value != null && value.signum() > 0 && value.compareTo(LARGEST_RATIO) <= 0;
        return ratio ? percent(number, 2, "D44") : percent(number, 0, "");
    }

    /** A number that the workbook shows a hundred times as large, with a sign. */
    Reading<BigDecimal> ratio(String raw) {
        return percent(AmountText.parse(raw, form), 2, "D44");
    }

    private Reading<BigDecimal> percent(Reading<BigDecimal> number, int shift, String repair) {
        BigDecimal value = number.value();
        if (value == null) {
            return number;
        }
        BigDecimal kept = value.movePointRight(shift).setScale(scale, RoundingMode.HALF_UP);
        String repairs = (number.repairs() + " " + repair).strip();
        return repairs.isEmpty() ? Reading.of(kept) : Reading.repaired(kept, repairs);
    }
}
