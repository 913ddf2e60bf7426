package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The columns of one grid that one contract knows: each field takes the first column that claims it. */
final class HeaderClaims {
    /** As {@link HeaderMatch#BEST_FIRST} among the matches of one contract. */
    static final Comparator<HeaderClaims> BEST_FIRST = Comparator.comparingInt((HeaderClaims c) -> c.taken.size())
            .thenComparing(c -> c.missing().isEmpty())
            .reversed()
            .thenComparingInt(c -> c.grid.levels)
            .thenComparingInt(c -> c.grid.first);

    private final AliasDictionary dictionary;
    private final HeaderGrid grid;
    private final Map<Integer, String> fieldByColumn = new TreeMap<>();
    private final Map<String, Integer> columnByField = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    /** Fields of which another column has the same label. */
    private final Set<String> repeated = new TreeSet<>();

    HeaderClaims(AliasDictionary dictionary, HeaderGrid grid) {
        this.dictionary = dictionary;
        this.grid = grid;
    }

    void take(int column, String field) {
        Integer holder = columnByField.get(field);
        if (holder == null) {
            if (fieldByColumn.putIfAbsent(column, field) == null) {
                columnByField.put(field, column);
                taken.add(field);
            }
        } else if (holder != column && grid.saysTheSame(holder, column)) {
            repeated.add(field);
        }
    }

    /** Whether a sheet can be read by this header alone. */
    boolean isWhole() {
        return taken.size() >= HeaderMatch.LEAST && missing().isEmpty();
    }

    /** Whether this is the header of another table, rows of which stand before the other's header. */
    boolean isTableAbove(HeaderClaims other) {
        return grid.first + grid.levels < other.grid.first;
    }

    private List<String> missing() {
        return dictionary.missing(taken);
    }

    HeaderMatch match() {
        List<String> fields = new ArrayList<>(Collections.nCopies(grid.width(), ""));
        Map<String, String> units = new TreeMap<>();
        fieldByColumn.forEach((column, field) -> {
            fields.set(column, field);
            grid.unit(column).ifPresent(unit -> units.put(field, unit));
        });
        return new HeaderMatch(
                dictionary.contract(),
                grid.first,
                grid.levels,
                grid.headers(),
                fields,
                units,
                missing(),
                List.copyOf(repeated));
    }
}
