package org.ipwarehouse.warehouse.internal.linkage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Comparison;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** {@code linked.party_model}: what was learned at each run, append-only; the last run's candidates are in the lake. */
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

    ModelTable(KernelTables tables) {
        this.tables = tables;
        tables.scan(SHAPE.table(), List.of("run"), Where.everything(), row -> {
            lastRun = Math.max(lastRun, row[0] instanceof Long run ? run : 0);
        });
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
        tables.append(SHAPE, rows, "run " + (lastRun + 1));
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
