package org.ipwarehouse.warehouse.internal.refinery;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** The accounts of all builds, {@code control.build}; a build is accounted for after its last table is written. */
public final class BuildLedger {
    private static final TableShape SHAPE = new TableShape(
            new TableName("control", "build"),
            List.of(
                    Column.required("built_at", ColumnType.TIMESTAMP),
                    Column.required("fingerprint", ColumnType.TEXT),
                    Column.required("period_from", ColumnType.TEXT),
                    Column.required("period_through", ColumnType.TEXT),
                    Column.required("figures", ColumnType.INTEGER)));

    private final KernelTables tables;

    public BuildLedger(KernelTables tables) {
        this.tables = tables;
    }

    /**
     * @param fingerprint of everything that the figures were made from
     * @param from and {@code through}: the months of the figures
     */
    public record Build(Instant builtAt, String fingerprint, YearMonth from, YearMonth through, long figures) {}

    /** The build whose figures are in the lake. */
    public Optional<Build> last() {
        List<Build> builds = all();
        return builds.isEmpty() ? Optional.empty() : Optional.of(builds.get(builds.size() - 1));
    }

    /** All builds, ascending. */
    public List<Build> all() {
        List<Build> builds = new ArrayList<>();
        List<String> columns = SHAPE.names();
        tables.scan(SHAPE.table(), columns, Where.everything(), row -> {
            builds.add(new Build(
                    (Instant) Objects.requireNonNull(row[0]),
                    (String) Objects.requireNonNull(row[1]),
                    YearMonth.parse((String) Objects.requireNonNull(row[2])),
                    YearMonth.parse((String) Objects.requireNonNull(row[3])),
                    (Long) Objects.requireNonNull(row[4])));
        });
        builds.sort(Comparator.comparing(Build::builtAt));
        return builds;
    }

    public void add(Build build) {
        tables.ensure(SHAPE);
        List<@Nullable Object[]> rows = List.<@Nullable Object[]>of(new @Nullable Object[] {
            build.builtAt(),
            build.fingerprint(),
            build.from().toString(),
            build.through().toString(),
            build.figures()
        });
        tables.append(SHAPE, rows, "build " + build.builtAt() + " " + build.fingerprint());
    }
}
