package org.ipwarehouse.warehouse.internal.indicator;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.ipwarehouse.warehouse.internal.indicator.ScanColumns.Contribution;

/**
 * The sums of one part of a fact, in arrays: a row costs one addition for each term to which it contributes, in each of
 * its cells. Partial sums of parts are merged by {@link #into}. Amounts are held as two whole numbers (the unscaled amount
 * divided by 10¹² and the rest), so that no sum of amounts that fit their type overflows.
 */
final class PartialSums implements Serializable {
    private static final BigInteger HIGH = BigInteger.TEN.pow(12);

    private final ScanColumns.Layout layout;
    private final Months months;
    private final boolean[] isValued;
    private final boolean[] isListed;
    private final RowCells cells;
    private final List<long[][]> sums = new ArrayList<>();
    private final Map<Listed, Map<BigDecimal, Long>> values = new HashMap<>();

    /** The values of a percentile term. */
    private record Listed(int contribution, int cell, int place) implements Serializable {}

    /** @param terms by the number that contributions name */
    PartialSums(ScanColumns.Layout layout, Months months, Map<Integer, Term> terms) {
        this.layout = layout;
        this.months = months;
        int count = layout.contributions().size();
        isValued = new boolean[count];
        isListed = new boolean[count];
        for (int i = 0; i < count; i++) {
            Contribution contribution = layout.contributions().get(i);
            isValued[i] = contribution.value() >= 0;
            isListed[i] = !Objects.requireNonNull(terms.get(contribution.term()))
                    .measure()
                    .isAdditive();
        }
        cells = new RowCells(layout.breakdowns());
    }

    PartialSums add(Iterator<InternalRow> rows) {
        while (rows.hasNext()) {
            add(rows.next());
        }
        return this;
    }

    private void add(InternalRow row) {
        int found = -1;
        List<Contribution> contributions = layout.contributions();
        for (int i = 0; i < contributions.size(); i++) {
            Contribution contribution = contributions.get(i);
            if (!row.isNullAt(contribution.month())) {
                found = found < 0 ? cells.find(row) : found;
                contribute(row, i, found);
            }
        }
    }

    private void contribute(InternalRow row, int i, int found) {
        Contribution contribution = layout.contributions().get(i);
        int place = months.place(row.getInt(contribution.month()));
        boolean leaves = contribution.leaves() >= 0 && !row.isNullAt(contribution.leaves());
        int left = leaves ? months.place(row.getInt(contribution.leaves())) : -1;
        if (isListed[i]) {
            list(i, found, place, amount(row, contribution));
        } else if (isValued[i]) {
            BigInteger[] parts = amount(row, contribution).unscaledValue().divideAndRemainder(HIGH);
            long high = parts[0].longValueExact();
            long low = parts[1].longValueExact();
            sum(i, found, place, high, low);
            sum(i, found, left, -high, -low);
        } else {
            count(i, found, place, 1);
            count(i, found, left, -1);
        }
    }

    private static BigDecimal amount(InternalRow row, Contribution contribution) {
        return row.getDecimal(contribution.value(), ScanColumns.AMOUNT_DIGITS, ScanColumns.AMOUNT_SCALE)
                .toJavaBigDecimal()
                .setScale(ScanColumns.AMOUNT_SCALE);
    }

    private void count(int contribution, int found, int place, int sign) {
        for (int c = 0; place >= 0 && c < found; c++) {
            series(cells.at(c), contribution)[place] += sign;
        }
    }

    private void sum(int contribution, int found, int place, long high, long low) {
        for (int c = 0; place >= 0 && c < found; c++) {
            long[] series = series(cells.at(c), contribution);
            series[place] += low;
            series[months.places() + place] += high;
        }
    }

    private void list(int contribution, int found, int place, BigDecimal value) {
        for (int c = 0; place > 0 && c < found; c++) {
            values.computeIfAbsent(new Listed(contribution, cells.at(c), place), l -> new HashMap<>())
                    .merge(value, 1L, Long::sum);
        }
    }

    private long[] series(int cell, int contribution) {
        while (sums.size() <= cell) {
            sums.add(new long[layout.contributions().size()][]);
        }
        long[][] ofCell = sums.get(cell);
        if (ofCell[contribution] == null) {
            ofCell[contribution] = new long[isValued[contribution] ? months.places() * 2 : months.places()];
        }
        return ofCell[contribution];
    }

    /** Adds everything to the sums of the whole. */
    void into(Rollup rollup) {
        for (int cell = 0; cell < sums.size(); cell++) {
            long[][] ofCell = sums.get(cell);
            for (int i = 0; i < ofCell.length; i++) {
                if (ofCell[i] != null) {
                    rollup.add(layout.contributions().get(i).term(), cells.cell(cell), series(ofCell[i], isValued[i]));
                }
            }
        }
        values.forEach((listed, counts) -> rollup.addValues(
                layout.contributions().get(listed.contribution()).term(),
                cells.cell(listed.cell()),
                listed.place(),
                counts));
    }

    private BigDecimal[] series(long[] sums, boolean valued) {
        BigDecimal[] series = new BigDecimal[months.places()];
        for (int place = 0; place < series.length; place++) {
            series[place] = valued
                    ? new BigDecimal(
                            BigInteger.valueOf(sums[series.length + place])
                                    .multiply(HIGH)
                                    .add(BigInteger.valueOf(sums[place])),
                            ScanColumns.AMOUNT_SCALE)
                    : BigDecimal.valueOf(sums[place]);
        }
        return series;
    }
}
