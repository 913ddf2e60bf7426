package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.ipwarehouse.warehouse.internal.reference.CsvFile;

/**
 * How many of the counted rows may lack a key field, in percent, before a figure is for reference only, and before it is
 * not published: parameters of {@code warehouse/reference/parameters.csv}.
 */
public record Trust(BigDecimal referenceAbove, BigDecimal withheldAbove) {

    public Trust {
        if (referenceAbove.compareTo(withheldAbove) > 0) {
            throw new IllegalArgumentException(
                    "Reference above " + referenceAbove + " and withheld above " + withheldAbove);
        }
    }

    public static Trust load(Path home) {
        Path file = home.resolve("warehouse/reference/parameters.csv");
        return new Trust(percent(file, "key_missing_reference_percent"), percent(file, "key_missing_withheld_percent"));
    }

    private static BigDecimal percent(Path file, String name) {
        for (CsvFile.Line line : CsvFile.read(file).rows()) {
            if (line.text("name").equals(name)) {
                return new BigDecimal(line.text("value"));
            }
        }
        throw org.ipwarehouse.warehouse.internal.reference.DefinitionErrors.wrong(
                file, 1, "没有参数 " + name, "请补上一行，例如 " + name + ",5。");
    }
}
