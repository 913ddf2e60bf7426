package org.ipwarehouse.warehouse.internal.door;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.Warehouse.AmountRange;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.jspecify.annotations.Nullable;

/** Reads {@code mart.usual_amount} as the last build left it. */
final class UsualAmounts {
    private static final TableName TABLE = TableName.parse("mart.usual_amount");
    private static final List<String> COLUMNS = List.of("source", "column_name", "low_yuan", "high_yuan", "amounts");

    private UsualAmounts() {}

    static List<AmountRange> of(KernelTables tables) {
        List<AmountRange> ranges = new ArrayList<>();
        if (tables.version(TABLE) >= 0) {
            tables.scan(TABLE, COLUMNS, List.of(), row -> ranges.add(range(row)));
        }
        ranges.sort(Comparator.comparing(AmountRange::source).thenComparing(AmountRange::column));
        return List.copyOf(ranges);
    }

    private static AmountRange range(@Nullable Object[] row) {
        return new AmountRange(
                Objects.requireNonNull(row[0]).toString(),
                Objects.requireNonNull(row[1]).toString(),
                (BigDecimal) Objects.requireNonNull(row[2]),
                (BigDecimal) Objects.requireNonNull(row[3]),
                (Long) Objects.requireNonNull(row[4]));
    }
}
