package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    static List<String> months(SheetReader reader, List<SheetPlan> plans, Contract contract, SheetWalk.Reading how)
            throws IOException {
        TreeSet<String> months = new TreeSet<>();
        if (contract.periodField().isEmpty() || reader.bytes() > MOST) {
            return List.of();
        }
        for (SheetPlan plan : plans) {
            collect(reader, new SheetWalk(plan, contract, how, true, new Months(plan, contract, months)), plan.index());
        }
        String last = plans.isEmpty()
                ? ""
                : YearMonth.from(plans.get(0).context().asOf()).toString();
        return List.copyOf(months.headSet(last, true));
    }

    private static void collect(SheetReader reader, SheetWalk walk, int index) throws IOException {
        for (Split split : reader.splits(Long.MAX_VALUE)) {
            reader.read(split, sheet -> sheet == index, (sheet, row) -> walk.row(row));
        }
        walk.finish();
    }

    /** The month of a date in any of the usual forms, empty where the text names none. */
    static Optional<YearMonth> month(String text) {
        Matcher matcher = MONTH.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        return month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(YearMonth.of(Integer.parseInt(matcher.group(1)), month));
    }

    /** Gathers the months of the period column, under whatever header it stands. */
    private static final class Months implements SheetWalk.Visitor {
        private final Contract contract;
        private final Set<String> months;
        private int column;

        Months(SheetPlan plan, Contract contract, Set<String> months) {
            this.contract = contract;
            this.months = months;
            table(plan);
        }

        @Override
        public void table(SheetPlan plan) {
            column = plan.context().fields().indexOf(contract.periodField());
        }

        @Override
        public void data(SheetRow row) {
            if (column < 0) {
                return;
            }
            String text = row.text(column);
            Optional<YearMonth> month = month(text);
            if (month.isPresent()) {
                months.add(month.get().toString());
            } else if (!text.isEmpty()) {
                ReportPeriod.in(text).ifPresent(period -> months.addAll(period.months()));
            }
        }

        @Override
        public void total(SheetRow row) {}

        @Override
        public void left(long from, long rows) {}
    }
}
