package org.ipwarehouse.warehouse.internal.door;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TaskUnit;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** Reads {@code mart.task_unit} as the last build left it. */
final class TaskUnits {
    private static final TableName TABLE = TableName.parse("mart.task_unit");
    private static final List<String> COLUMNS = List.of(
            "task_no",
            "task_title",
            "unit_id",
            "unit_name",
            "is_collective",
            "state",
            "is_past_due",
            "last_reported_on",
            "reports",
            "evidence",
            "source_file",
            "sheet",
            "row_number");

    private TaskUnits() {}

    static List<TaskUnit> of(KernelTables tables) {
        List<TaskUnit> units = new ArrayList<>();
        if (tables.version(TABLE) >= 0) {
            tables.scan(TABLE, COLUMNS, Where.everything(), row -> units.add(unit(row)));
        }
        units.sort(Comparator.comparingInt(TaskUnit::task).thenComparing(TaskUnit::unit));
        return List.copyOf(units);
    }

    private static TaskUnit unit(@Nullable Object[] row) {
        return new TaskUnit(
                (int) number(row[0]),
                text(row[1]),
                text(row[2]),
                text(row[3]),
                Boolean.TRUE.equals(row[4]),
                text(row[5]),
                Boolean.TRUE.equals(row[6]),
                (LocalDate) row[7],
                number(row[8]),
                number(row[9]),
                text(row[10]),
                text(row[11]),
                number(row[12]));
    }

    private static long number(@Nullable Object cell) {
        return (Long) Objects.requireNonNull(cell);
    }

    private static String text(@Nullable Object cell) {
        return Objects.requireNonNull(cell).toString();
    }
}
