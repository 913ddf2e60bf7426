package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labels of one or more rows taken as a header: those of several rows joined from the top, parent_child. What is
 * merged is told by the sheet's merged areas; where no such area touches these rows (text files, exporters that do not
 * merge), a blank to the right of a parent that has a child below is taken for merged.
 */
final class HeaderGrid {
    final int first;
    final int levels;
    final List<String> headers = new ArrayList<>();
    final List<String> joinedKeys = new ArrayList<>();
    /** Keys of the two lowest levels of a header of three, "" for others. */
    final List<String> pairKeys = new ArrayList<>();

    final List<String> childKeys = new ArrayList<>();
    private final List<List<String>> parts = new ArrayList<>();
    private final Map<String, String> keys;

    private HeaderGrid(int first, int levels, Map<String, String> keys) {
        this.first = first;
        this.levels = levels;
        this.keys = keys;
    }

    /** @param keys labels whose key is known already: rows are looked at in several grids */
    static HeaderGrid of(SheetTop top, int first, int levels, Map<String, String> keys) {
        HeaderGrid grid = new HeaderGrid(first, levels, keys);
        List<List<String>> rows = new ArrayList<>();
        int width = 0;
        for (int i = first; i < first + levels; i++) {
            rows.add(new ArrayList<>(top.lines().get(i).cells()));
            width = Math.max(width, lastFilled(rows.get(rows.size() - 1)) + 1);
        }
        for (List<String> row : rows) {
            fit(row, width);
        }
        if (!grid.fillMerged(top, rows)) {
            for (int i = levels - 2; i >= 0; i--) {
                fillRight(rows.get(i), rows.get(i + 1));
            }
        }
        for (int c = 0; c < width; c++) {
            grid.column(rows, c);
        }
        return grid;
    }

    /** Writes the value of each merged area into all its cells. @return false where no area touches these rows */
    private boolean fillMerged(SheetTop top, List<List<String>> rows) {
        long from = top.lines().get(first).number();
        long to = top.lines().get(first + levels - 1).number();
        boolean any = false;
        for (SheetTop.Merge merge : top.merges()) {
            if (merge.lastRow() >= from && merge.firstRow() <= to) {
                any = true;
                fill(merge, top, rows);
            }
        }
        return any;
    }

    private void fill(SheetTop.Merge merge, SheetTop top, List<List<String>> rows) {
        String value = "";
        for (int i = 0; i < levels; i++) {
            long number = top.lines().get(first + i).number();
            List<String> row = rows.get(i);
            if (number == merge.firstRow() && merge.firstColumn() < row.size()) {
                value = row.get(merge.firstColumn());
            }
            boolean inside = number >= merge.firstRow() && number <= merge.lastRow();
            for (int c = merge.firstColumn(); inside && c <= merge.lastColumn() && c < row.size(); c++) {
                row.set(c, value);
            }
        }
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
            for (String label : levels(Labels.shown(row.get(column)))) {
                if (!label.isEmpty()
                        && (labels.isEmpty() || !labels.get(labels.size() - 1).equals(label))) {
                    labels.add(label);
                }
            }
        }
        parts.add(labels);
        headers.add(String.join("_", labels));
        List<String> levelKeys = labels.stream().map(this::key).toList();
        joinedKeys.add(String.join("_", levelKeys));
        pairKeys.add(
                levelKeys.size() > 2
                        ? String.join("_", levelKeys.subList(levelKeys.size() - 2, levelKeys.size()))
                        : "");
        childKeys.add(labels.size() > 1 ? key(labels.get(labels.size() - 1)) : "");
    }

    /** 罚没款_罚款 in one cell, as we return it ourselves, has two levels; CF_WSH is a name. */
    private static List<String> levels(String label) {
        boolean joined = label.indexOf('_') > 0 && label.codePoints().anyMatch(Character::isIdeographic);
        return joined ? List.of(label.split("_")) : List.of(label);
    }

    private String key(String label) {
        return keys.computeIfAbsent(label, Labels::key);
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
