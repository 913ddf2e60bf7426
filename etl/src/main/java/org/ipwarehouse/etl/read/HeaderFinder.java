package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.ipwarehouse.etl.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header of a sheet by its words, never by position: each of the first rows, alone or with the one or two
 * below it (parent_child), is scored against the labels of every contract.
 */
final class HeaderFinder {
    private static final int MAX_LEVELS = 3;

    private final List<AliasDictionary> dictionaries;
    private final Set<String> words = new HashSet<>();

    HeaderFinder(List<Contract> contracts) {
        this.dictionaries = contracts.stream().map(AliasDictionary::new).toList();
        dictionaries.forEach(dictionary -> dictionary.keys().forEach(this::addWords));
    }

    /** Parts of a joined label count as words; the digits and syllables of physical names do not. */
    private void addWords(String key) {
        words.add(key);
        for (String part : key.split("_")) {
            if (part.codePoints().anyMatch(Character::isIdeographic)) {
                words.add(part);
            }
        }
    }

    /** The best match of each contract that matches at all, best first. */
    List<HeaderMatch> matches(SheetTop top) {
        List<HeaderMatch> best = new ArrayList<>();
        List<HeaderGrid> grids = grids(top);
        Map<String, AliasDictionary.Near> nears = new HashMap<>();
        for (AliasDictionary dictionary : dictionaries) {
            Function<String, @Nullable String> near =
                    key -> dictionary.nearField(nears.computeIfAbsent(key, AliasDictionary.Near::of));
            grids.stream()
                    .map(grid -> match(grid, dictionary, near))
                    .flatMap(Optional::stream)
                    .min(HeaderMatch.BEST_FIRST)
                    .ifPresent(best::add);
        }
        best.sort(HeaderMatch.BEST_FIRST);
        return best;
    }

    /** Only rows that end in a row with a known word can be a header; most rows are data and are not tried. */
    private List<HeaderGrid> grids(SheetTop top) {
        List<HeaderGrid> grids = new ArrayList<>();
        Map<String, String> keys = new HashMap<>();
        int rows = top.lines().size();
        for (int last = 0; last < rows; last++) {
            List<String> cells = top.lines().get(last).cells();
            if (cells.stream().anyMatch(cell -> isWord(keys.computeIfAbsent(cell, Labels::key)))) {
                for (int levels = 1; levels <= Math.min(MAX_LEVELS, last + 1); levels++) {
                    grids.add(HeaderGrid.of(top, last - levels + 1, levels, keys));
                }
            }
        }
        return grids;
    }

    /** Whether a label or a part of one has this key. */
    boolean isWord(String key) {
        return words.contains(key)
                || words.contains(AliasDictionary.Near.of(key).plain());
    }

    /** First characters of all labels, and what may stand before them. */
    BitSet beginnings() {
        BitSet first = new BitSet();
        words.stream().filter(word -> !word.isEmpty()).forEach(word -> first.set(word.charAt(0)));
        return first;
    }

    private static Optional<HeaderMatch> match(
            HeaderGrid grid, AliasDictionary dictionary, Function<String, @Nullable String> near) {
        List<String> fields = fields(grid, dictionary, near);
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

    /**
     * By the joined label first; a child's own label counts only where no other column has it or claims its field. What
     * is written exactly goes before what is nearly so.
     */
    private static List<String> fields(
            HeaderGrid grid, AliasDictionary dictionary, Function<String, @Nullable String> near) {
        int width = grid.headers.size();
        List<String> fields = new ArrayList<>(Collections.nCopies(width, ""));
        Set<String> taken = new HashSet<>();
        List<String> children = childrenOfTheirOwn(grid.childKeys);
        take(fields, taken, grid.joinedKeys, dictionary::field);
        take(fields, taken, grid.pairKeys, dictionary::field);
        take(fields, taken, children, dictionary::field);
        take(fields, taken, grid.joinedKeys, near);
        take(fields, taken, children, near);
        return fields;
    }

    /** Labels of the lowest level, "" where another column has the same. */
    private static List<String> childrenOfTheirOwn(List<String> keys) {
        Map<String, Integer> columns = new HashMap<>();
        keys.forEach(key -> columns.merge(key, 1, Integer::sum));
        return keys.stream()
                .map(key -> columns.getOrDefault(key, 0) == 1 ? key : "")
                .toList();
    }

    private static void take(
            List<String> fields, Set<String> taken, List<String> keys, Function<String, @Nullable String> dictionary) {
        for (int c = 0; c < keys.size(); c++) {
            String key = keys.get(c);
            if (fields.get(c).isEmpty() && !key.isEmpty()) {
                take(fields, taken, c, dictionary.apply(key));
            }
        }
    }

    private static void take(List<String> fields, Set<String> taken, int column, @Nullable String field) {
        if (field != null && taken.add(field)) {
            fields.set(column, field);
        }
    }
}
