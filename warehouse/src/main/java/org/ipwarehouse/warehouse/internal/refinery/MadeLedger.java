package org.ipwarehouse.warehouse.internal.refinery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** From what each table and indicator in the lake was made, {@code control.made}; the latest entry of a name holds. */
final class MadeLedger {
    private static final TableShape SHAPE = new TableShape(
            new TableName("control", "made"),
            List.of(
                    Column.required("name", ColumnType.TEXT),
                    Column.required("fingerprint", ColumnType.TEXT),
                    Column.required("rows", ColumnType.INTEGER),
                    Column.required("made_at", ColumnType.TIMESTAMP)));

    private final KernelTables tables;

    MadeLedger(KernelTables tables) {
        this.tables = tables;
    }

    /** @param name of a table or the code of an indicator */
    record Made(String name, String fingerprint, long rows) {}

    /** The latest entries by name. */
    Map<String, Made> held() {
        Map<String, Made> held = new HashMap<>();
        Map<String, Instant> since = new HashMap<>();
        List<String> columns = SHAPE.names();
        tables.scan(SHAPE.table(), columns, Where.everything(), row -> {
            String name = (String) Objects.requireNonNull(row[0]);
            Instant at = (Instant) Objects.requireNonNull(row[3]);
            Instant before = since.get(name);
            if (before == null || !at.isBefore(before)) {
                since.put(name, at);
                held.put(name, new Made(name, (String) Objects.requireNonNull(row[1]), (Long)
                        Objects.requireNonNull(row[2])));
            }
        });
        return held;
    }

    void add(Collection<Made> made, Instant now) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        made.forEach(m -> rows.add(new @Nullable Object[] {m.name(), m.fingerprint(), m.rows(), now}));
        tables.append(SHAPE, rows, "made " + now + " " + made.hashCode());
    }
}
