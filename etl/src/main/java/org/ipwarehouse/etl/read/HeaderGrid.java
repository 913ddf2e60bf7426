package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipwarehouse.etl.read.AliasIndex.Claim;
import org.ipwarehouse.etl.read.HeaderCells.Label;

/**
 * The labels of one or more rows taken as a header: those of several rows joined from the top, parent_child. What is
 * merged is told by the sheet's merged areas; where no such area touches these rows (text files, exporters that do not
 * merge), a blank to the right of a parent that has a child below is taken for merged.
 */
final class HeaderGrid {
    final int first;
    final int levels;
    private final HeaderCells cells;
    private final List<List<Label>> parts = new ArrayList<>();
    private final Map<String, Set<String>> headersByChild = new HashMap<>();

    private HeaderGrid(int first, int levels, HeaderCells cells) {
        this.first = first;
        this.levels = levels;
        this.cells = cells;
    }

    /** @param cells what is known of cells already: rows are looked at in several grids */
    static HeaderGrid of(SheetTop top, int first, int levels, HeaderCells cells) {
        HeaderGrid grid = new HeaderGrid(first, levels, cells);
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

    /**
     * Writes the value of each merged area into those of its cells that have none.
     *
     * @return false where no area touches these rows
     */
    private boolean fillMerged(SheetTop top, List<List<String>> rows) {
        long from = top.lines().get(first).number();
        long to = top.lines().get(first + levels - 1).number();
        boolean any = false;
        // areas of a sheet do not overlap, so that together they have no more cells than these rows
        long cellsLeft = (long) levels * rows.get(0).size();
        for (SheetTop.Merge merge : top.merges()) {
            if (cellsLeft > 0 && merge.lastRow() >= from && merge.firstRow() <= to) {
                any = true;
                cellsLeft -= fill(merge, top, rows);
            }
        }
        return any;
    }

    /** @return how many cells were written */
    private long fill(SheetTop.Merge merge, SheetTop top, List<List<String>> rows) {
        String value = "";
        long written = 0;
        for (int i = 0; i < levels; i++) {
            long number = top.lines().get(first + i).number();
            List<String> row = rows.get(i);
            if (number == merge.firstRow() && merge.firstColumn() < row.size()) {
                value = row.get(merge.firstColumn());
            }
            boolean inside = number >= merge.firstRow() && number <= merge.lastRow();
            for (int c = merge.firstColumn(); inside && c <= merge.lastColumn() && c < row.size(); c++) {
                // areas of a broken sheet overlap, or begin above the header: a label that stands there stays
                if (row.get(c).isBlank()) {
                    row.set(c, value);
                }
                written++;
            }
        }
        return written;
    }

    private static int lastFilled(List<String> row) {
        int last = row.size() - 1;
        while (last >= 0 && row.get(last).isBlank()) {
            last--;
        }
        return last;
    }

    private static void fit(List<String> row, int width) {
        if (row.size() > width) {
            row.subList(width, row.size()).clear();
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
        List<Label> labels = cells.labels(rows.get(0).get(column));
        if (rows.size() > 1) {
            labels = new ArrayList<>(labels);
            for (List<String> row : rows.subList(1, rows.size())) {
                for (Label label : cells.labels(row.get(column))) {
                    HeaderCells.add(labels, label);
                }
            }
        }
        parts.add(labels);
        if (labels.size() > 1 && last(labels).isClaimed()) {
            headersByChild
                    .computeIfAbsent(last(labels).key(), key -> new HashSet<>())
                    .add(text(labels.stream().map(Label::key)));
        }
    }

    private static Label last(List<Label> labels) {
        return labels.get(labels.size() - 1);
    }

    int width() {
        return parts.size();
    }

    /** Label of each column, levels joined by '_', "" where it has none. */
    List<String> headers() {
        return parts.stream()
                .map(labels -> labels.stream().map(Label::shown).collect(Collectors.joining("_")))
                .toList();
    }

    /** Who has the column's label as it stands. */
    List<Claim> joined(int column) {
        List<Label> labels = parts.get(column);
        return labels.size() == 1 ? labels.get(0).exact() : joined(labels);
    }

    /** Who has the two lowest levels of a header of three. */
    List<Claim> pair(int column) {
        List<Label> labels = parts.get(column);
        return labels.size() > 2 ? joined(labels.subList(labels.size() - 2, labels.size())) : List.of();
    }

    private List<Claim> joined(List<Label> labels) {
        if (labels.isEmpty() || !last(labels).ends()) {
            return List.of();
        }
        return cells.index().exactly(text(labels.stream().map(Label::key)));
    }

    /** Who has the label of the lowest level, none where one under another parent has the same. */
    List<Claim> child(int column) {
        return isChildOfItsOwn(column) ? last(parts.get(column)).exact() : List.of();
    }

    /** Whether two columns are called the same, at their lowest level. */
    boolean saysTheSame(int column, int other) {
        List<Label> one = parts.get(column);
        List<Label> two = parts.get(other);
        return !one.isEmpty()
                && !two.isEmpty()
                && last(one).key().equals(last(two).key());
    }

    /** As {@link #joined}, when numbers and notes are looked through. */
    List<Claim> nearJoined(int column) {
        List<Label> labels = parts.get(column);
        if (labels.size() == 1) {
            return labels.get(0).near();
        }
        boolean possible = !labels.isEmpty()
                && last(labels).ends()
                && labels.stream().noneMatch(label -> label.bare().isEmpty());
        if (!possible) {
            return List.of();
        }
        Label head = labels.get(0);
        List<Label> tail = labels.subList(1, labels.size());
        return cells.index()
                .near(
                        text(Stream.concat(Stream.of(head.bare()), tail.stream().map(Label::key))),
                        text(Stream.concat(
                                Stream.of(head.plain()), tail.stream().map(Label::tail))));
    }

    /** As {@link #child}, when numbers and notes are looked through. */
    List<Claim> nearChild(int column) {
        return isChildOfItsOwn(column) ? last(parts.get(column)).near() : List.of();
    }

    private boolean isChildOfItsOwn(int column) {
        List<Label> labels = parts.get(column);
        return labels.size() > 1
                && headersByChild.getOrDefault(last(labels).key(), Set.of()).size() == 1;
    }

    private static String text(Stream<String> levels) {
        return levels.collect(Collectors.joining("_"));
    }

    /** The child's unit, else that of the nearest parent. */
    Optional<String> unit(int column) {
        List<Label> labels = parts.get(column);
        for (int i = labels.size() - 1; i >= 0; i--) {
            Optional<String> unit = Labels.unit(labels.get(i).shown());
            if (unit.isPresent()) {
                return unit;
            }
        }
        return Optional.empty();
    }
}
