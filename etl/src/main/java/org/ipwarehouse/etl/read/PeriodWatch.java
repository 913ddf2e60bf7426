package org.ipwarehouse.etl.read;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.warehouse.api.ColumnType;

/**
 * Looks whether any date of any row lies in the months that a sheet's title names. A ledger carries cases of earlier
 * months on, but one in which nothing at all happened in its own months bears a wrong title, or is another month's.
 */
final class PeriodWatch {
    private final Set<String> months;
    private final int[] columns;
    private final TreeSet<YearMonth> seen = new TreeSet<>();
    private boolean agrees;

    PeriodWatch(List<String> months, Contract contract, List<String> fields) {
        this.months = new HashSet<>(months);
        this.columns = java.util.stream.IntStream.range(0, fields.size())
                .filter(c -> contract.field(fields.get(c))
                        .filter(f -> f.type() == ColumnType.DATE || f.type() == ColumnType.TIMESTAMP)
                        .isPresent())
                .toArray();
        this.agrees = months.isEmpty() || columns.length == 0;
    }

    /** Rows after the first that agrees cost nothing. */
    void row(SheetRow row) {
        if (agrees) {
            return;
        }
        for (int column : columns) {
            Optional<YearMonth> month = PeriodColumn.month(row.text(column));
            if (month.isPresent()) {
                agrees |= months.contains(month.get().toString());
                seen.add(month.get());
            }
        }
    }

    /** Whether nothing more need be looked at. */
    boolean isSettled() {
        return agrees;
    }

    /** What is doubtful, in Chinese; empty where a date agrees or there is none at all. */
    Optional<String> doubt() {
        if (agrees || seen.isEmpty()) {
            return Optional.empty();
        }
        Set<String> named = new TreeSet<>(months);
        return Optional.of("标题、表名或文件名说的是 " + String.join("、", named) + "，而各行的日期都不在其中（" + seen.first() + " 至 "
                + seen.last() + "）。请核对标题中的期次，或是否误报了别的月份。");
    }
}
