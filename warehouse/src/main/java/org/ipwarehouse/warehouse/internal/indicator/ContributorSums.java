package org.ipwarehouse.warehouse.internal.indicator;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.internal.indicator.ScanColumns.Contribution;

/**
 * The amounts of one part of a fact, whose rows come contributor by contributor: of each the sums by cell and period are
 * made, and of these only the number, the sum and the two largest are kept.
 */
final class ContributorSums implements Serializable {
    private final ScanColumns.Layout layout;
    private final Months months;
    private final String district;
    private final int key;
    private final int periods;
    private final int[][][] touching;
    private final RowCells cells;
    private final List<Dominance[][]> found = new ArrayList<>();
    private final transient List<double[][]> own = new ArrayList<>();
    private final transient BitSet touched = new BitSet();

    /** @param key place of the contributor in the row */
    ContributorSums(ScanColumns.Layout layout, DistinctCounts.Asked asked, Map<Integer, Term> terms, int key) {
        this.layout = layout;
        this.key = key;
        months = asked.months();
        district = asked.district();
        periods = asked.periods().size();
        touching = layout.contributions().stream()
                .map(c -> touching(Objects.requireNonNull(terms.get(c.term())).timing(), asked))
                .toArray(int[][][]::new);
        cells = new RowCells(layout.breakdowns());
    }

    /** The periods to whose figure an amount of each month belongs. */
    private static int[][] touching(Term.Timing timing, DistinctCounts.Asked asked) {
        Months months = asked.months();
        int[][] byPlace = new int[months.places()][];
        for (int at = 0; at < byPlace.length; at++) {
            int place = at;
            byPlace[at] = IntStream.range(0, asked.periods().size())
                    .filter(p -> isIn(timing, place, asked.periods().get(p), months))
                    .toArray();
        }
        return byPlace;
    }

    private static boolean isIn(Term.Timing timing, int place, Period period, Months months) {
        int from = months.firstPlace(period);
        int to = months.lastPlace(period);
        return switch (timing) {
            case FLOW -> place >= Math.max(from, 1) && place <= to;
            case CLOSING -> place <= to;
            case OPENING -> place <= from - 1;
        };
    }

    /** @param rows all rows of a contributor one after another */
    ContributorSums add(Iterator<InternalRow> rows) {
        UTF8String current = null;
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            UTF8String next = row.getUTF8String(key);
            if (!next.equals(current)) {
                settle();
                current = next.copy();
            }
            add(row);
        }
        settle();
        return this;
    }

    private void add(InternalRow row) {
        int count = cells.find(row);
        for (int c = 0; c < layout.contributions().size(); c++) {
            Contribution contribution = layout.contributions().get(c);
            if (contribution.isIn(row)) {
                double amount = row.getDecimal(
                                contribution.value(), ScanColumns.AMOUNT_DIGITS, ScanColumns.AMOUNT_SCALE)
                        .toDouble();
                add(c, count, months.place(contribution.month(row)), amount);
                if (contribution.isLeft(row)) {
                    add(c, count, months.place(contribution.monthLeft(row)), -amount);
                }
            }
        }
    }

    private void add(int number, int count, int place, double amount) {
        Contribution contribution = layout.contributions().get(number);
        for (int i = 0; place >= 0 && i < count; i++) {
            if (contribution.cells().has(cells.kind(i))) {
                addAt(number, cells.inDistrict(cells.at(i), district), place, amount);
                boolean isTownship = !cells.cell(cells.at(i)).region().equals(district);
                if (isTownship && contribution.cells().townships()) {
                    addAt(number, cells.at(i), place, amount);
                }
            }
        }
    }

    private void addAt(int number, int cell, int place, double amount) {
        while (own.size() <= cell) {
            own.add(new double[touching.length][]);
        }
        double[][] ofCell = own.get(cell);
        if (ofCell[number] == null) {
            ofCell[number] = new double[periods];
        }
        for (int period : touching[number][place]) {
            ofCell[number][period] += amount;
        }
        touched.set(cell);
    }

    /** One contributor is complete. */
    private void settle() {
        for (int cell = touched.nextSetBit(0); cell >= 0; cell = touched.nextSetBit(cell + 1)) {
            double[][] ofCell = own.get(cell);
            for (int number = 0; number < ofCell.length; number++) {
                if (ofCell[number] != null) {
                    settle(ofCell[number], found(cell, number));
                    Arrays.fill(ofCell[number], 0);
                }
            }
        }
        touched.clear();
    }

    private static void settle(double[] amounts, Dominance[] before) {
        for (int period = 0; period < amounts.length; period++) {
            if (Math.abs(amounts[period]) > 1e-9) {
                Dominance one = Dominance.ofOne(amounts[period]);
                before[period] = before[period] == null ? one : before[period].withOthers(one);
            }
        }
    }

    private Dominance[] found(int cell, int number) {
        while (found.size() <= cell) {
            found.add(new Dominance[touching.length][]);
        }
        Dominance[][] ofCell = found.get(cell);
        if (ofCell[number] == null) {
            ofCell[number] = new Dominance[periods];
        }
        return ofCell[number];
    }

    /** Adds everything to what is known of the whole. */
    void into(Rollup rollup, List<Period> of) {
        for (int cell = 0; cell < found.size(); cell++) {
            for (int number = 0; number < touching.length; number++) {
                Dominance[] ofPeriods = found.get(cell)[number];
                for (int p = 0; ofPeriods != null && p < ofPeriods.length; p++) {
                    if (ofPeriods[p] != null) {
                        rollup.addDominance(
                                layout.contributions().get(number).term(), cells.cell(cell), of.get(p), ofPeriods[p]);
                    }
                }
            }
        }
    }
}
