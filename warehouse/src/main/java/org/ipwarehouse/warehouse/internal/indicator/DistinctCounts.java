package org.ipwarehouse.warehouse.internal.indicator;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.internal.indicator.ScanColumns.Contribution;

/**
 * The distinct counts of one part of a fact, whose rows come key by key: for each key the months in which it is in each
 * cell are marked, then each period that has a mark counts the key once.
 */
final class DistinctCounts implements Serializable {
    /**
     * What is asked for.
     *
     * @param district counted in addition to the regions of the rows
     */
    record Asked(String district, Months months, List<Period> periods) implements Serializable {}

    private final ScanColumns.Layout layout;
    private final Months months;
    private final String district;
    private final Term.Timing[] timings;
    private final int[] from;
    private final int[] to;
    private final RowCells cells;
    private final List<long[][]> counts = new ArrayList<>();
    private final transient List<BitSet[]> marks = new ArrayList<>();
    private final transient BitSet touched = new BitSet();

    DistinctCounts(ScanColumns.Layout layout, Asked asked, Map<Integer, Term> terms) {
        this.layout = layout;
        months = asked.months();
        district = asked.district();
        timings = layout.contributions().stream()
                .map(c -> Objects.requireNonNull(terms.get(c.term())).timing())
                .toArray(Term.Timing[]::new);
        from = asked.periods().stream().mapToInt(months::firstPlace).toArray();
        to = asked.periods().stream().mapToInt(months::lastPlace).toArray();
        cells = new RowCells(layout.breakdowns());
    }

    /** @param rows all rows of a key one after another */
    DistinctCounts add(Iterator<InternalRow> rows) {
        int key = layout.contributions().get(0).value();
        UTF8String current = null;
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            UTF8String next = row.getUTF8String(key);
            if (!next.equals(current)) {
                countMarks();
                current = next.copy();
            }
            mark(row);
        }
        countMarks();
        return this;
    }

    private void mark(InternalRow row) {
        int found = cells.find(row);
        for (int c = 0; c < layout.contributions().size(); c++) {
            Contribution contribution = layout.contributions().get(c);
            if (contribution.isIn(row)) {
                int first = months.place(contribution.month(row));
                int end = end(row, contribution, timings[c], first);
                for (int i = 0; i < found; i++) {
                    if (contribution.cells().has(cells.kind(i))) {
                        mark(c, cells.inDistrict(cells.at(i), district), first, end);
                        markTownship(contribution, c, i, first, end);
                    }
                }
            }
        }
    }

    private void markTownship(Contribution contribution, int number, int index, int first, int end) {
        if (contribution.cells().townships()) {
            mark(number, cells.at(index), first, end);
        }
    }

    /** The place after the last one that is marked. */
    private int end(InternalRow row, Contribution contribution, Term.Timing timing, int first) {
        if (timing == Term.Timing.FLOW) {
            return first + 1;
        }
        int left = contribution.isLeft(row) ? months.place(contribution.monthLeft(row)) : -1;
        return left < 0 ? months.places() : left;
    }

    private void mark(int contribution, int cell, int first, int end) {
        if (first < 0 || end <= first) {
            return;
        }
        while (marks.size() <= cell) {
            marks.add(new BitSet[timings.length]);
        }
        BitSet[] ofCell = marks.get(cell);
        if (ofCell[contribution] == null) {
            ofCell[contribution] = new BitSet(months.places());
        }
        ofCell[contribution].set(first, end);
        touched.set(cell);
    }

    private void countMarks() {
        for (int cell = touched.nextSetBit(0); cell >= 0; cell = touched.nextSetBit(cell + 1)) {
            BitSet[] ofCell = marks.get(cell);
            for (int c = 0; c < ofCell.length; c++) {
                if (ofCell[c] != null && !ofCell[c].isEmpty()) {
                    count(c, ofCell[c], counts(cell, c));
                    ofCell[c].clear();
                }
            }
        }
        touched.clear();
    }

    private void count(int contribution, BitSet marked, long[] ofPeriods) {
        for (int p = 0; p < ofPeriods.length; p++) {
            boolean in =
                    switch (timings[contribution]) {
                        case FLOW -> {
                            int next = marked.nextSetBit(Math.max(from[p], 1));
                            yield next >= 0 && next <= to[p];
                        }
                        case CLOSING -> to[p] >= 0 && marked.get(to[p]);
                        case OPENING -> from[p] >= 1 && marked.get(from[p] - 1);
                    };
            ofPeriods[p] += in ? 1 : 0;
        }
    }

    private long[] counts(int cell, int contribution) {
        while (counts.size() <= cell) {
            counts.add(new long[timings.length][]);
        }
        long[][] ofCell = counts.get(cell);
        if (ofCell[contribution] == null) {
            ofCell[contribution] = new long[from.length];
        }
        return ofCell[contribution];
    }

    /** Adds everything to the counts of the whole. */
    void into(Rollup rollup, List<Period> periods) {
        for (int cell = 0; cell < counts.size(); cell++) {
            for (int c = 0; c < timings.length; c++) {
                long[] ofPeriods = counts.get(cell)[c];
                for (int p = 0; ofPeriods != null && p < ofPeriods.length; p++) {
                    if (ofPeriods[p] > 0) {
                        int term = layout.contributions().get(c).term();
                        rollup.addWhole(term, cells.cell(cell), periods.get(p), BigDecimal.valueOf(ofPeriods[p]));
                    }
                }
            }
        }
    }
}
