package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ipwarehouse.etl.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header of a sheet by its words, never by position: each of the first rows, alone or with the one or two
 * below it (parent_child, merged parents filled to the right), is scored against the labels of every contract.
 */
final class HeaderFinder {
    private static final int LOOK = 30;
    private static final int MAX_LEVELS = 3;

    private final List<AliasDictionary> dictionaries;

    HeaderFinder(List<Contract> contracts) {
        this.dictionaries = contracts.stream().map(AliasDictionary::new).toList();
    }

    /** The best match of each contract that matches at all, best first. */
    List<HeaderMatch> matches(SheetTop top) {
        List<HeaderMatch> best = new ArrayList<>();
        List<Grid> grids = grids(top);
        for (AliasDictionary dictionary : dictionaries) {
            grids.stream()
                    .map(grid -> match(grid, dictionary))
                    .flatMap(Optional::stream)
                    .min(HeaderMatch.BEST_FIRST)
                    .ifPresent(best::add);
        }
        best.sort(HeaderMatch.BEST_FIRST);
        return best;
    }

    private static List<Grid> grids(SheetTop top) {
        List<Grid> grids = new ArrayList<>();
        int rows = Math.min(LOOK, top.lines().size());
        for (int first = 0; first < rows; first++) {
            for (int levels = 1;
                    levels <= MAX_LEVELS && first + levels <= top.lines().size();
                    levels++) {
                grids.add(Grid.of(top, first, levels));
            }
        }
        return grids;
    }

    private static Optional<HeaderMatch> match(Grid grid, AliasDictionary dictionary) {
        List<String> fields = fields(grid, dictionary);
        Set<String> present = new HashSet<>(fields);
        present.remove("");
        if (present.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> units = new TreeMap<>();
        for (int c = 0; c < fields.size(); c++) {
            String field = fields.get(c);
            grid.unit(c).ifPresent(unit -> units.put(field, unit));
        }
        units.remove("");
        return Optional.of(new HeaderMatch(
                dictionary.contract(),
                grid.first,
                grid.levels,
                grid.headers,
                fields,
                units,
                dictionary.missing(present)));
    }

    /** By the joined label first; a child's own label counts only where no other column has it or claims its field. */
    private static List<String> fields(Grid grid, AliasDictionary dictionary) {
        int width = grid.headers.size();
        List<String> fields = new ArrayList<>(Collections.nCopies(width, ""));
        Set<String> taken = new HashSet<>();
        for (int c = 0; c < width; c++) {
            take(fields, taken, c, dictionary.field(grid.joinedKeys.get(c)));
        }
        Map<String, Integer> children = new HashMap<>();
        grid.childKeys.forEach(key -> children.merge(key, 1, Integer::sum));
        for (int c = 0; c < width; c++) {
            String child = grid.childKeys.get(c);
            if (fields.get(c).isEmpty() && children.getOrDefault(child, 0) == 1) {
                take(fields, taken, c, dictionary.field(child));
            }
        }
        return fields;
    }

    private static void take(List<String> fields, Set<String> taken, int column, @Nullable String field) {
        if (field != null && taken.add(field)) {
            fields.set(column, field);
        }
    }

    /** The labels of one or more rows taken as a header. */
    private static final class Grid {
        final int first;
        final int levels;
        final List<String> headers = new ArrayList<>();
        final List<String> joinedKeys = new ArrayList<>();
        final List<String> childKeys = new ArrayList<>();
        private final List<List<String>> parts = new ArrayList<>();

        private Grid(int first, int levels) {
            this.first = first;
            this.levels = levels;
        }

        static Grid of(SheetTop top, int first, int levels) {
            Grid grid = new Grid(first, levels);
            List<List<String>> rows = new ArrayList<>();
            int width = 0;
            for (int i = first; i < first + levels; i++) {
                rows.add(new ArrayList<>(top.lines().get(i).cells()));
                width = Math.max(width, lastFilled(rows.get(rows.size() - 1)) + 1);
            }
            for (List<String> row : rows) {
                fit(row, width);
            }
            for (int i = levels - 2; i >= 0; i--) {
                fillRight(rows.get(i), rows.get(i + 1));
            }
            for (int c = 0; c < width; c++) {
                grid.column(rows, c);
            }
            return grid;
        }

        private static int lastFilled(List<String> row) {
            int last = row.size() - 1;
            while (last >= 0 && row.get(last).isBlank()) {
                last--;
            }
            return last;
        }

        private static void fit(List<String> row, int width) {
            while (row.size() > width) {
                row.remove(row.size() - 1);
            }
            while (row.size() < width) {
                row.add("");
            }
        }

        /** A merged parent stands in its first column only: it holds for the columns to its right that have a child. */
        private static void fillRight(List<String> parents, List<String> children) {
            for (int c = 1; c < parents.size(); c++) {
                boolean span = parents.get(c).isBlank()
                        && !children.get(c).isBlank()
                        && !children.get(c - 1).isBlank();
                if (span) {
                    parents.set(c, parents.get(c - 1));
                }
            }
        }

        private void column(List<List<String>> rows, int column) {
            List<String> labels = new ArrayList<>();
            for (List<String> row : rows) {
                String label = Labels.shown(row.get(column));
                if (!label.isEmpty()
                        && (labels.isEmpty() || !labels.get(labels.size() - 1).equals(label))) {
                    labels.add(label);
                }
            }
            parts.add(labels);
            headers.add(String.join("_", labels));
            joinedKeys.add(String.join("_", labels.stream().map(Labels::key).toList()));
            childKeys.add(labels.size() > 1 ? Labels.key(labels.get(labels.size() - 1)) : "");
        }

        /** The child's unit, else that of the nearest parent. */
        Optional<String> unit(int column) {
            List<String> labels = parts.get(column);
            for (int i = labels.size() - 1; i >= 0; i--) {
                Optional<String> unit = Labels.unit(labels.get(i));
                if (unit.isPresent()) {
                    return unit;
                }
            }
            return Optional.empty();
        }
    }
}
