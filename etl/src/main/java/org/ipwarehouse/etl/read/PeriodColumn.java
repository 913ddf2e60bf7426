package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.warehouse.api.RowSource.Split;

/** Months on which a file without title reports, taken from the dates in the contract's period column. */
final class PeriodColumn {
    /** A larger file is a bulk load of years: reading it twice would tell nothing of use. */
    private static final long MOST = 64L << 20;

    /** 2026年6—8月 covers three months, of which the first alone would be wrong. */
    private static final String RANGE = "\\d*月?\\s*(?:[-~至到]|[—–]+)\\s*\\d{1,2}月";

    private static final Pattern MONTH =
            Pattern.compile("^\\s*(20\\d{2})(?:[-./年]\\s*(\\d{1,2})|(0[1-9]|1[0-2]))(?!\\d*[Qq])(?!" + RANGE + ")");

    private PeriodColumn() {}

    static List<String> months(SheetReader reader, List<SheetPlan> plans, Contract contract, LocalDate asOf)
            throws IOException {
        TreeSet<String> months = new TreeSet<>();
        if (contract.periodField().isEmpty() || reader.bytes() > MOST) {
            return List.of();
        }
        for (SheetPlan plan : plans) {
            int column = plan.context().fields().indexOf(contract.periodField());
            if (column >= 0) {
                collect(reader, plan, column, months);
            }
        }
        months.removeIf(month -> YearMonth.parse(month).isAfter(YearMonth.from(asOf)));
        return List.copyOf(months);
    }

    private static void collect(SheetReader reader, SheetPlan plan, int column, TreeSet<String> months)
            throws IOException {
        RowFilter filter = new RowFilter(plan);
        for (Split split : reader.splits(Long.MAX_VALUE)) {
            reader.read(split, sheet -> sheet == plan.index(), (sheet, row) -> {
                if (filter.kind(row) == RowFilter.Kind.DATA) {
                    add(row.text(column), months);
                }
            });
        }
    }

    private static void add(String text, TreeSet<String> months) {
        Matcher matcher = MONTH.matcher(text);
        if (matcher.find()) {
            int month = Integer.parseInt(matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
            if (month >= 1 && month <= 12) {
                months.add(
                        YearMonth.of(Integer.parseInt(matcher.group(1)), month).toString());
            }
        } else {
            ReportPeriod.in(text).ifPresent(period -> months.addAll(period.months()));
        }
    }
}
