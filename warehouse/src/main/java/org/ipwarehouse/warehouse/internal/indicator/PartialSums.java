package org.ipwarehouse.warehouse.internal.indicator;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
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
    private final String district;
    private final ScanColumns.Wanted[] wanted;
    private final boolean[] isValued;
    private final boolean[] isListed;
    private final RowCells cells;
    private transient List<long[][]> sums = new ArrayList<>();
    private final Map<Listed, Map<BigDecimal, Long>> values = new HashMap<>();

    /** The values of a percentile term. */
    private record Listed(int contribution, int cell, int place) implements Serializable {}

    /** @param terms by the number that contributions name */
    PartialSums(ScanColumns.Layout layout, Months months, Map<Integer, Term> terms, String district) {
        this.layout = layout;
        this.months = months;
        this.district = district;
        wanted = layout.contributions().stream().map(Contribution::cells).toArray(ScanColumns.Wanted[]::new);
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
            if (contribution.isIn(row)) {
                found = found < 0 ? cells.find(row) : found;
                contribute(row, i, found);
            }
        }
    }

    private void contribute(InternalRow row, int i, int found) {
        Contribution contribution = layout.contributions().get(i);
        int place = months.place(contribution.month(row));
        int left = contribution.isLeft(row) ? months.place(contribution.monthLeft(row)) : -1;
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
            if (wanted[contribution].has(cells.kind(c))) {
                series(cell(c, contribution), contribution)[place] += sign;
            }
        }
    }

    private void sum(int contribution, int found, int place, long high, long low) {
        for (int c = 0; place >= 0 && c < found; c++) {
            if (wanted[contribution].has(cells.kind(c))) {
                long[] series = series(cell(c, contribution), contribution);
                series[place] += low;
                series[months.places() + place] += high;
            }
        }
    }

    private void list(int contribution, int found, int place, BigDecimal value) {
        for (int c = 0; place > 0 && c < found; c++) {
            if (wanted[contribution].has(cells.kind(c))) {
                values.computeIfAbsent(new Listed(contribution, cell(c, contribution), place), l -> new HashMap<>())
                        .merge(value, 1L, Long::sum);
            }
        }
    }

    /** What only the district has figures of is added up there at once. */
    private int cell(int index, int contribution) {
        int cell = cells.at(index);
        return wanted[contribution].townships() ? cell : cells.inDistrict(cell, district);
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

    /** As plain numbers: each array as an object of its own is what costs most when a task hands over its sums. */
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeInt(sums.size());
        for (long[][] ofCell : sums) {
            for (long[] series : ofCell) {
                out.writeInt(series == null ? 0 : series.length);
                for (int i = 0; series != null && i < series.length; i++) {
                    out.writeLong(series[i]);
                }
            }
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        int size = in.readInt();
        sums = new ArrayList<>(size);
        for (int cell = 0; cell < size; cell++) {
            long[][] ofCell = new long[isValued.length][];
            for (int i = 0; i < ofCell.length; i++) {
                int length = in.readInt();
                if (length > 0) {
                    ofCell[i] = numbers(in, length);
                }
            }
            sums.add(ofCell);
        }
    }

    private static long[] numbers(ObjectInputStream in, int length) throws IOException {
        long[] numbers = new long[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = in.readLong();
        }
        return numbers;
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
