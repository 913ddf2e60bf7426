package org.ipwarehouse.etl.read;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.warehouse.api.ColumnType;

/**
 * Sums of a sheet's numeric columns, to compare with what its totals rows say. A totals row may sum all rows above it
 * or those since the last totals row: it disagrees only where neither fits. A column with a cell that is no number is
 * not compared: its sum is not known.
 */
final class Totals {
    private final SheetPlan plan;
    private final List<Sum> sums = new ArrayList<>();

    Totals(SheetPlan plan, Contract contract) {
        this.plan = plan;
        List<String> fields = plan.context().fields();
        for (int c = 0; c < fields.size(); c++) {
            Optional<Field> field = contract.field(fields.get(c));
            if (field.isPresent() && isNumeric(field.get())) {
                sums.add(new Sum(c));
            }
        }
    }

    private static boolean isNumeric(Field field) {
        return field.type() == ColumnType.DECIMAL || field.type() == ColumnType.INTEGER;
    }

    void add(SheetRow row) {
        for (Sum sum : sums) {
            sum.add(row.text(sum.column));
        }
    }

    /** Compares a totals row and begins the next group. @return what disagrees, in Chinese; empty where all agrees */
    Optional<String> compare(SheetRow row) {
        List<String> wrong = new ArrayList<>();
        for (Sum sum : sums) {
            Optional<BigDecimal> stated = number(row.text(sum.column));
            if (stated.isPresent() && sum.disagrees(stated.get())) {
                wrong.add("“" + plan.context().headers().get(sum.column) + "”合计行为 " + plain(stated.get()) + "，明细之和为 "
                        + plain(sum.all));
            }
            sum.group = BigDecimal.ZERO;
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("；", wrong) + "。请核对是否漏报或多报。");
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static Optional<BigDecimal> number(String text) {
        String flat = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace(",", "")
                .strip();
        if (flat.isEmpty()) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(flat);
            // 1E+999999999 is a legal number whose plain form would fill the memory
            return Math.abs((long) value.scale()) > 40 ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static final class Sum {
        final int column;
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal group = BigDecimal.ZERO;
        boolean unknown;

        Sum(int column) {
            this.column = column;
        }

        void add(String text) {
            if (text.isEmpty()) {
                return;
            }
            Optional<BigDecimal> value = number(text);
            unknown |= value.isEmpty();
            all = all.add(value.orElse(BigDecimal.ZERO));
            group = group.add(value.orElse(BigDecimal.ZERO));
        }

        /** Workbooks store binary fractions: a difference below one millionth is none. */
        boolean disagrees(BigDecimal stated) {
            return !unknown && apart(stated, all) && apart(stated, group);
        }

        private static boolean apart(BigDecimal a, BigDecimal b) {
            return a.subtract(b).abs().movePointRight(6).compareTo(BigDecimal.ONE) >= 0;
        }
    }
}
