package org.ipwarehouse.etl.check;

import java.math.BigDecimal;
import java.util.Optional;
import org.ipwarehouse.etl.contract.CodeEntry;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Field;

/**
 * Suspects that an amount was stated in another unit than its column (defect D37): it lies far beyond or far below all that
 * the column ever held, and divided or multiplied by the factor between the units (10,000 from 元 to 万元) it would be a
 * usual one.
 *
 * @param usual the column's history
 * @param factor between the two units
 * @param beyond how many times the 99th percentile an amount may be, and how many times smaller than the first
 */
record UnitSuspicion(UsualAmount usual, BigDecimal factor, BigDecimal beyond) {
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
                        usual, new BigDecimal(p.attribute("factor")), new BigDecimal(p.attribute("beyond"))));
    }

    private static Optional<CodeEntry> parameters(String column, CodeLists lists) {
        return lists.list(LIST).flatMap(list -> list.entries().stream()
                .filter(e -> e.code().equals(column))
                .findFirst()
                .or(() -> list.entries().stream()
                        .filter(e -> e.code().equals(EVERY_COLUMN))
                        .findFirst()));
    }

    /** What speaks against an amount, none where nothing does. */
    Optional<String> against(BigDecimal amount) {
        if (amount.compareTo(usual.high().multiply(beyond)) > 0) {
            boolean inWan = amount.compareTo(usual.low().multiply(factor)) >= 0
                    && amount.compareTo(usual.high().multiply(factor)) <= 0;
            return inWan ? Optional.of(said(amount, "不超过", usual.high())) : Optional.empty();
        }
        boolean small = amount.signum() > 0 && amount.multiply(beyond).compareTo(usual.low()) < 0;
        boolean inYuan = small && isUsual(amount.multiply(factor));
        return inYuan ? Optional.of(said(amount, "不少于", usual.low())) : Optional.empty();
    }

    private boolean isUsual(BigDecimal amount) {
        return amount.compareTo(usual.low()) >= 0 && amount.compareTo(usual.high()) <= 0;
    }

    private static String said(BigDecimal amount, String relation, BigDecimal bound) {
        return "折合" + amount.toPlainString() + "元，而本列历史上99%" + relation + bound.toPlainString() + "元";
    }
}
