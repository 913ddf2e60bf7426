package org.ipwarehouse.warehouse.internal.linkage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Comparison;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/**
 * {@code linked.party_model}: what was learned, append-only, a run where it differs from the one before; the last run's
 * candidates are in the lake.
 */
final class ModelTable {
    private static final int DIGITS = 12;
    private static final TableShape SHAPE = new TableShape(
            TableName.parse("linked.party_model"),
            List.of(
                    Column.required("run", ColumnType.INTEGER),
                    Column.required("comparison", ColumnType.TEXT),
                    Column.required("level", ColumnType.TEXT),
                    decimal("prior"),
                    decimal("m"),
                    decimal("u"),
                    decimal("weight")));

    private final KernelTables tables;
    private long lastRun;
    private final Set<List<@Nullable Object>> last = new HashSet<>();

    ModelTable(KernelTables tables) {
        this.tables = tables;
        List<String> columns = SHAPE.names();
        tables.scan(SHAPE.table(), columns, Where.everything(), row -> {
            long run = row[0] instanceof Long number ? number : 0;
            if (run > lastRun) {
                lastRun = run;
                last.clear();
            }
            if (run == lastRun) {
                last.add(learned(row));
            }
        });
    }

    /** Without the number of the run. */
    private static List<@Nullable Object> learned(@Nullable Object[] row) {
        return Arrays.asList(Arrays.copyOfRange(row, 1, row.length));
    }

    private static Column decimal(String name) {
        return new Column(name, ColumnType.DECIMAL, 30, DIGITS, false);
    }

    void add(Spec spec, LinkModel model) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int c = 0; c < spec.comparisons().size(); c++) {
            Comparison comparison = spec.comparisons().get(c);
            for (int l = 0; l < comparison.levels().size(); l++) {
                rows.add(new @Nullable Object[] {
                    lastRun + 1,
                    comparison.name(),
                    comparison.levels().get(l).label(),
                    exact(model.prior()),
                    exact(model.m()[c][l]),
                    exact(model.u()[c][l]),
                    exact(model.weight(c, l))
                });
            }
        }
        Set<List<@Nullable Object>> now = new HashSet<>();
        rows.forEach(row -> now.add(learned(row)));
        // a build that was cut short and begins again learns the same: that is no other run
        if (!now.equals(last)) {
            tables.append(SHAPE, rows, "run " + (lastRun + 1));
        }
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
