package org.ipwarehouse.warehouse.internal.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Revision;
import org.ipwarehouse.warehouse.internal.indicator.FigureTable;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** Compares two vintages by the values that hold and those that were superseded. */
final class Revisions {
    private static final int SINCE = FigureTable.FIGURE_COLUMNS;

    private final KernelTables tables;

    Revisions(KernelTables tables) {
        this.tables = tables;
    }

    /** One value and the moments between which the lake had it. @param until null while it holds */
    private record Known(
            @Nullable Object[] row, Instant since, @Nullable Instant until) {
        boolean at(Instant moment) {
            return !since.isAfter(moment) && (until == null || moment.isBefore(until));
        }
    }

    /** @return all figures that differ, by {@link Revision#LARGEST_FIRST} */
    List<Revision> between(Instant from, Instant to) {
        Map<List<@Nullable Object>, List<Known>> known = new HashMap<>();
        List<String> columns = FigureTable.SHAPE.names();
        List<String> ended = FigureTable.SUPERSEDED.names();
        Instant earlier = from.isBefore(to) ? from : to;
        tables.scan(FigureTable.SUPERSEDED.table(), ended, Where.everything(), row -> {
            if (((Instant) row[SINCE + 1]).isAfter(earlier)) {
                add(known, new Known(row, since(row), (Instant) row[SINCE + 1]));
            }
        });
        tables.scan(FigureTable.NAME, columns, Where.everything(), row -> {
            // what has held since before both moments is the same at both
            if (since(row).isAfter(earlier)) {
                add(known, new Known(row, since(row), null));
            }
        });
        List<Revision> revisions = new ArrayList<>();
        known.values().forEach(values -> add(revisions, at(values, from), at(values, to)));
        revisions.sort(Revision.LARGEST_FIRST);
        return List.copyOf(revisions);
    }

    private static void add(Map<List<@Nullable Object>, List<Known>> known, Known value) {
        known.computeIfAbsent(FigureTable.key(value.row()), k -> new ArrayList<>(2))
                .add(value);
    }

    private static Instant since(@Nullable Object[] row) {
        return row[SINCE] instanceof Instant since ? since : Instant.MIN;
    }

    private static @Nullable Figure at(List<Known> values, Instant moment) {
        return values.stream()
                .filter(value -> value.at(moment))
                .findFirst()
                .map(value -> FigureTable.figure(value.row()))
                .orElse(null);
    }

    private static void add(List<Revision> revisions, @Nullable Figure before, @Nullable Figure after) {
        boolean differ = before == null ? after != null : !before.equals(after);
        if (differ) {
            revisions.add(Revision.of(before, after));
        }
    }
}
