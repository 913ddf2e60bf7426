package org.ipwarehouse.warehouse.internal.refinery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.indicator.Contributed;
import org.ipwarehouse.warehouse.internal.indicator.FigureTable;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/**
 * The figures in the lake and their vintages: a value that comes out as it is keeps the moment since which it is known;
 * one that changes, or is gone, moves to {@code indicator.superseded} with the moment until which it held. The figures of
 * an indicator lie in files of their own, so that indicators that were not made again are not written again.
 */
final class FigureStore {
    private static final TableShape SHAPE = FigureTable.SHAPE;
    private static final List<String> COLUMNS = SHAPE.names();

    private final KernelTables tables;
    private final Instant now;

    FigureStore(KernelTables tables, Instant now) {
        this.tables = tables;
        this.now = now;
    }

    /** What makes the figures of one indicator after another, and hands each on. */
    @FunctionalInterface
    interface Making {
        void into(Consumer<List<Figure>> each);
    }

    /** The indicators that the lake has figures of. */
    Set<String> indicators() {
        Set<String> codes = new HashSet<>();
        tables.scan(SHAPE.table(), List.of("indicator"), Where.everything(), row -> codes.add(String.valueOf(row[0])));
        return codes;
    }

    /**
     * Puts new figures in the place of all that the lake has of some indicators.
     *
     * @param codes of these indicators; one of which no figures come has none afterwards
     * @return how many figures were made of each
     */
    Map<String, Long> replace(Set<String> codes, Making making) {
        tables.ensure(SHAPE);
        Map<String, Long> made = new HashMap<>();
        if (codes.isEmpty()) {
            return made;
        }
        tables.replace(SHAPE, replacement -> {
            List<@Nullable Object[]> superseded = new ArrayList<>();
            Set<String> gone = new HashSet<>(codes);
            making.into(figures -> {
                if (!figures.isEmpty()) {
                    String code = figures.get(0).indicator().code();
                    gone.remove(code);
                    List<@Nullable Object[]> rows = vintages(figures, held(code), superseded);
                    made.put(code, replacement.add(rows));
                }
            });
            gone.forEach(code -> held(code).values().forEach(row -> superseded.add(until(row))));
            tables.append(FigureTable.SUPERSEDED, superseded, "superseded " + now);
            return List.of(Where.anyOf("indicator", codes));
        });
        return made;
    }

    /** Puts what is known of contributors in the place of all that the lake knows of some indicators. */
    void replaceContributors(Set<String> codes, List<Contributed> contributed) {
        tables.ensure(Contributed.SHAPE);
        tables.replace(Contributed.SHAPE, replacement -> {
            replacement.add(contributed.stream().map(Contributed::row).toList());
            return List.of(Where.anyOf("indicator", codes));
        });
    }

    private Map<List<@Nullable Object>, @Nullable Object[]> held(String code) {
        Map<List<@Nullable Object>, @Nullable Object[]> held = new HashMap<>();
        tables.scan(
                SHAPE.table(),
                COLUMNS,
                List.of(Where.equal("indicator", code)),
                row -> held.put(FigureTable.key(row), row));
        return held;
    }

    private List<@Nullable Object[]> vintages(
            List<Figure> figures,
            Map<List<@Nullable Object>, @Nullable Object[]> held,
            List<@Nullable Object[]> superseded) {
        List<@Nullable Object[]> rows = new ArrayList<>(figures.size());
        for (Figure figure : figures) {
            @Nullable Object[] row = FigureTable.row(figure, now);
            @Nullable Object @Nullable [] before = held.remove(FigureTable.key(row));
            if (before != null && isSame(before, row)) {
                row[FigureTable.FIGURE_COLUMNS] = before[FigureTable.FIGURE_COLUMNS];
            } else if (before != null) {
                superseded.add(until(before));
            }
            rows.add(row);
        }
        held.values().forEach(row -> superseded.add(until(row)));
        return rows;
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
