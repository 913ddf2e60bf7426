package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.etl.read.SheetTop.Merge;

/** What the first pass over a sheet saw. */
final class SheetNotes {
    final int index;
    final List<SheetTop.Line> lines = new ArrayList<>();
    final List<Merge> merges = new ArrayList<>();
    long formulas;
    private long last;
    private boolean ordered = true;

    SheetNotes(int index) {
        this.index = index;
    }

    void row(long number) {
        ordered &= number > last;
        last = number;
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
