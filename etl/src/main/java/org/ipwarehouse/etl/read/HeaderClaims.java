package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
    private final Set<String> taken = new HashSet<>();

    HeaderClaims(AliasDictionary dictionary, HeaderGrid grid) {
        this.dictionary = dictionary;
        this.grid = grid;
    }

    void take(int column, String field) {
        if (!taken.contains(field) && fieldByColumn.putIfAbsent(column, field) == null) {
            taken.add(field);
        }
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
                dictionary.contract(), grid.first, grid.levels, grid.headers(), fields, units, missing());
    }
}
