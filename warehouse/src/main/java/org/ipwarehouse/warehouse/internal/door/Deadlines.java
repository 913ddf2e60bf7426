package org.ipwarehouse.warehouse.internal.door;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.ipwarehouse.warehouse.api.Deadline;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.jspecify.annotations.Nullable;

/** Reads {@code mart.deadline} as the last build left it: the longest overdue first, those without a last day at the end. */
final class Deadlines {
    private static final TableName TABLE = TableName.parse("mart.deadline");
    private static final List<String> COLUMNS = List.of(
            "kind",
            "item_no",
            "title",
            "rule",
            "owner",
            "region_code",
            "started_on",
            "due_on",
            "closed_on",
            "state",
            "days_over",
            "days_left",
            "days_unit",
            "is_provisional",
            "source_file",
            "sheet",
            "row_number");
    private static final Comparator<Deadline> ORDER = Comparator.comparing(
                    Deadline::dueOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Deadline::kind)
            .thenComparing(Deadline::itemNo)
            .thenComparing(Deadline::row);

    private Deadlines() {}

    static List<Deadline> of(KernelTables tables) {
        List<Deadline> deadlines = new ArrayList<>();
        if (tables.version(TABLE) >= 0) {
            tables.scan(TABLE, COLUMNS, List.of(), row -> deadlines.add(deadline(row)));
        }
        deadlines.sort(ORDER);
        return List.copyOf(deadlines);
    }

    private static Deadline deadline(@Nullable Object[] row) {
        return new Deadline(
                text(row[0]),
                text(row[1]),
                text(row[2]),
                text(row[3]),
                text(row[4]),
                new RegionCode(text(row[5])),
                (LocalDate) row[6],
                (LocalDate) row[7],
                (LocalDate) row[8],
                text(row[9]),
                (Long) row[10],
                (Long) row[11],
                text(row[12]),
                Boolean.TRUE.equals(row[13]),
                text(row[14]),
                text(row[15]),
                (Long) Objects.requireNonNull(row[16]));
    }

    private static String text(@Nullable Object cell) {
        return Objects.requireNonNull(cell).toString();
    }
}
