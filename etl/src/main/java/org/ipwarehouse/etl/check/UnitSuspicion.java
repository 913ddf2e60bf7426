package org.ipwarehouse.etl.check;

import java.math.BigDecimal;
import java.util.Optional;
import org.ipwarehouse.etl.contract.CodeEntry;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Field;

/**
 * Suspects that an amount was stated in another unit than its column (defect D37): it lies far beyond all that the column
 * ever held, and divided by the factor between the units (10,000 from 元 to 万元) it would be a usual one.
 *
 * @param usual the column's history
 * @param factor between the two units
 * @param limit the amount from which one is suspect: the 99th percentile times the parameter {@code beyond}
 */
record UnitSuspicion(UsualAmount usual, BigDecimal factor, BigDecimal limit) {
    private static final String LIST = "amount_checks";
    private static final String EVERY_COLUMN = "*";

    /** The suspicion for a column; none where it has no history, too little of it, or no parameters. */
    static Optional<UnitSuspicion> of(String source, Field field, SheetContext context, CodeLists lists) {
        UsualAmount usual = context.usual().get(field.name());
        if (usual == null || !field.unit().equals("元")) {
            return Optional.empty();
        }
        return parameters(source + "." + field.name(), lists)
                .filter(p -> usual.rows() >= Long.parseLong(p.attribute("fewest")))
                .map(p -> new UnitSuspicion(
                        usual,
                        new BigDecimal(p.attribute("factor")),
                        usual.high().multiply(new BigDecimal(p.attribute("beyond")))));
    }

    private static Optional<CodeEntry> parameters(String column, CodeLists lists) {
        return lists.list(LIST).flatMap(list -> list.entries().stream()
                .filter(e -> e.code().equals(column))
                .findFirst()
                .or(() -> list.entries().stream()
                        .filter(e -> e.code().equals(EVERY_COLUMN))
                        .findFirst()));
    }

    boolean strikes(BigDecimal amount) {
        return amount.compareTo(limit) > 0
                && amount.compareTo(usual.low().multiply(factor)) >= 0
                && amount.compareTo(usual.high().multiply(factor)) <= 0;
    }
}
