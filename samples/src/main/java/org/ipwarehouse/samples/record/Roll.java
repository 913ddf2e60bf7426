package org.ipwarehouse.samples.record;

import org.ipwarehouse.samples.draw.Months;

/**
 * A small register that an office keeps by hand and sends once, for all three years: each row as it stood when its own
 * twelve months were over. It does not grow with the size of the set.
 */
final class Roll implements Chronicle {
    /** A year of the register, from October to September. */
    static final int MONTHS = 12;

    private static final int YEARS = Months.COUNT / MONTHS;

    private final String source;
    private final Size size;
    private final Writer writer;
    private final RollRow row;

    /** How many rows the register has of each year, counted from 0. */
    @FunctionalInterface
    interface Size {
        int of(int year);
    }

    /** Writes one row. */
    @FunctionalInterface
    interface Writer {
        void write(RollRow row);
    }

    Roll(String source, Setting setting, Size size, Writer writer) {
        this.source = source;
        this.size = size;
        this.writer = writer;
        row = new RollRow(setting, source);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public int step() {
        return Months.COUNT;
    }

    @Override
    public long fresh(int month) {
        long rows = 0;
        for (int year = 0; month == Months.COUNT - 1 && year < YEARS; year++) {
            rows += size.of(year);
        }
        return rows;
    }

    @Override
    public void fresh(int month, long nth, int asOf, Cells cells) {
        int year = 0;
        long rest = nth;
        while (rest >= size.of(year)) {
            rest -= size.of(year);
            year++;
        }
        cells.clear();
        row.begin(year, new RollRow.Place((int) rest, size.of(year), nth + 1), cells);
        writer.write(row);
    }

    @Override
    public long revised(int month) {
        return 0;
    }

    @Override
    public void revised(int month, long nth, Cells cells) {
        throw new IndexOutOfBoundsException("Month " + month + " has no revised record " + nth);
    }

    @Override
    public boolean settled(int month, long nth) {
        return true;
    }

    @Override
    public boolean canContradict() {
        return false;
    }

    /** What is kept by hand has more mistakes; and so few rows would have none at the usual rate. */
    @Override
    public int carelessness() {
        return 3;
    }

    /** Epoch day of the first day of a year. */
    static long start(int year) {
        return Months.start(year * MONTHS);
    }

    /** Epoch day of its last day. */
    static long end(int year) {
        return Months.end(year * MONTHS + MONTHS - 1);
    }
}
