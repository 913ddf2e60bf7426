package org.ipwarehouse.warehouse.internal.refinery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.internal.indicator.FigureTable;
import org.ipwarehouse.warehouse.internal.table.RowConsumer;
import org.jspecify.annotations.Nullable;

/**
 * When each value was known: one that comes out as it is keeps the moment since which it is known; one that changes, or
 * is gone, is superseded, with the moment until which it held.
 */
final class Vintages {
    private final Instant now;
    private final List<@Nullable Object[]> superseded = new ArrayList<>();

    Vintages(Instant now) {
        this.now = now;
    }

    /** Rows of the lake: those of periods that are made again, to be compared, and the others, which stay as they are. */
    static final class Held implements RowConsumer {
        private final Set<String> again;
        private final Map<List<@Nullable Object>, @Nullable Object[]> compared = new HashMap<>();
        private final List<@Nullable Object[]> staying = new ArrayList<>();

        /** @param again the periods that are made again; empty for all */
        Held(Set<String> again) {
            this.again = again;
        }

        @Override
        public void row(@Nullable Object[] row) {
            if (again.isEmpty() || again.contains(String.valueOf(row[FigureTable.PERIOD]))) {
                compared.put(FigureTable.key(row), row);
            } else {
                staying.add(row);
            }
        }
    }

    /** The rows that hold now, by period: of the figures that were made, and those that stay. */
    List<@Nullable Object[]> of(List<Figure> figures, Held held) {
        List<@Nullable Object[]> rows = new ArrayList<>(figures.size() + held.staying.size());
        for (Figure figure : figures) {
            @Nullable Object[] row = FigureTable.row(figure, now);
            @Nullable Object @Nullable [] before = held.compared.remove(FigureTable.key(row));
            if (before != null && isSame(before, row)) {
                row[FigureTable.FIGURE_COLUMNS] = before[FigureTable.FIGURE_COLUMNS];
            } else if (before != null) {
                superseded.add(until(before));
            }
            rows.add(row);
        }
        held.compared.values().forEach(row -> superseded.add(until(row)));
        if (!held.staying.isEmpty()) {
            rows.addAll(held.staying);
            rows.sort(inOrder());
        }
        return rows;
    }

    /** Stable: rows of one period come in their order already. */
    private static Comparator<@Nullable Object[]> inOrder() {
        Map<String, Period> known = new HashMap<>();
        return Comparator.comparing(
                row -> known.computeIfAbsent(String.valueOf(row[FigureTable.PERIOD]), Period::parse));
    }

    /** What no longer holds, with the moment until which it did. */
    List<@Nullable Object[]> superseded() {
        return superseded;
    }

    private static boolean isSame(@Nullable Object[] before, @Nullable Object[] row) {
        return Arrays.equals(before, 0, FigureTable.FIGURE_COLUMNS, row, 0, FigureTable.FIGURE_COLUMNS);
    }

    private @Nullable Object[] until(@Nullable Object[] row) {
        @Nullable Object[] ended = Arrays.copyOf(row, row.length + 1);
        ended[row.length] = now;
        return ended;
    }
}
