package org.ipwarehouse.warehouse.internal.refinery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** From what the figures of each indicator and period were made, {@code control.made_period}, and how many they are. */
final class PeriodLedger {
    static final TableName NAME = new TableName("control", "made_period");

    private static final TableShape SHAPE = new TableShape(
            NAME,
            List.of(
                    Column.required("indicator", ColumnType.TEXT),
                    Column.required("period", ColumnType.TEXT),
                    Column.required("fingerprint", ColumnType.TEXT),
                    Column.required("figures", ColumnType.INTEGER)));

    private final KernelTables tables;

    PeriodLedger(KernelTables tables) {
        this.tables = tables;
    }

    /** @param figures how many were made */
    record Made(String fingerprint, long figures) {}

    /** By indicator and period. */
    Map<String, Map<String, Made>> held() {
        Map<String, Map<String, Made>> held = new HashMap<>();
        tables.scan(
                NAME, SHAPE.names(), Where.everything(), row -> held.computeIfAbsent(text(row, 0), i -> new HashMap<>())
                        .put(text(row, 1), new Made(text(row, 2), (Long) Objects.requireNonNull(row[3]))));
        return held;
    }

    /** Notes what all figures of the lake were made from, in the place of what was noted before: the table is small. */
    void replace(Map<String, Map<String, Made>> made) {
        tables.ensure(SHAPE);
        List<@Nullable Object[]> rows = new ArrayList<>();
        new TreeMap<>(made).forEach((indicator, periods) -> new TreeMap<>(periods)
                .forEach((period, of) ->
                        rows.add(new @Nullable Object[] {indicator, period, of.fingerprint(), of.figures()})));
        tables.replace(SHAPE, replacement -> {
            replacement.add(rows);
            return List.of(Where.everything());
        });
    }

    private static String text(@Nullable Object[] row, int column) {
        return (String) Objects.requireNonNull(row[column]);
    }
}
