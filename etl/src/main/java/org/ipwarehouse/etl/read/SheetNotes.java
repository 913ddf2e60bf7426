package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipwarehouse.etl.read.SheetTop.Merge;

/** What the first pass over a sheet saw. */
final class SheetNotes {
    final int index;
    final List<SheetTop.Line> lines = new ArrayList<>();
    final List<Merge> merges = new ArrayList<>();
    final Set<Long> pending = new HashSet<>();
    boolean tooManyPending;
    private long last;
    private boolean ordered = true;

    SheetNotes(int index) {
        this.index = index;
    }

    void row(long number) {
        ordered &= number > last;
        last = number;
    }

    /** A formula in the current row of which the file holds no result. */
    void formula(int column) {
        if (pending.size() < FormulaResults.MOST) {
            pending.add(ComputedCells.place(last, column));
        } else {
            tooManyPending = true;
        }
    }

    boolean isOrdered() {
        return ordered;
    }

    /** Merged areas that reach into the rows which are looked at. */
    List<Merge> topMerges() {
        if (lines.isEmpty()) {
            return List.of();
        }
        long end = lines.get(lines.size() - 1).number();
        return merges.stream().filter(m -> m.firstRow() <= end).toList();
    }

    /** Those that reach over several rows, as the passes after this one need them. */
    MergedDown mergedDown() {
        return MergedDown.of(merges);
    }
}
