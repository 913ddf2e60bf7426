package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.ipwarehouse.warehouse.internal.reference.Parameters;

/**
 * How many of the counted rows may lack a key field, in percent, before a figure is for reference only, and before it is
 * not published: parameters of {@code warehouse/reference/parameters.csv}.
 */
public record Trust(BigDecimal referenceAbove, BigDecimal withheldAbove) {

    private static final String WITHHELD = "key_missing_withheld_percent";

    /** @throws org.ipwarehouse.warehouse.api.Fault where a limit is missing, no number, or the second below the first */
    public static Trust load(Path home) {
        Parameters parameters = Parameters.load(home);
        Trust trust = new Trust(parameters.number("key_missing_reference_percent"), parameters.number(WITHHELD));
        if (trust.referenceAbove().compareTo(trust.withheldAbove()) > 0) {
            throw parameters.wrong(WITHHELD, "不发布的界限低于只作参考的界限", "请使前者不小于后者。");
        }
        return trust;
    }
}
