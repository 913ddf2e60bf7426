package org.ipwarehouse.samples.record;

/**
 * One row as typed cells in the order of the contract's fields. The instance is reused for every row; a column below 0
 * (a field that the contract does not have) is ignored.
 */
public final class Cells {
    /** What a cell holds. */
    public enum Kind {
        EMPTY,
        TEXT,
        /** {@link #number} is an epoch day. */
        DATE,
        /** {@link #number} is a minute since the epoch, wall time of Asia/Shanghai. */
        TIME,
        /** {@link #number} · 10^-{@link #scale}. */
        NUMBER,
        /** {@link #number} is 0 or 1. */
        FLAG,
        /** {@link #text} is an error value of a workbook, #REF!. */
        ERROR
    }

    private final Kind[] kinds;
    private final long[] numbers;
    private final int[] scales;
    private final String[] texts;

    public Cells(int width) {
        kinds = new Kind[width];
        numbers = new long[width];
        scales = new int[width];
        texts = new String[width];
        clear();
    }

    public void clear() {
        java.util.Arrays.fill(kinds, Kind.EMPTY);
        java.util.Arrays.fill(texts, "");
    }

    public int width() {
        return kinds.length;
    }

    public Kind kind(int column) {
        return kinds[column];
    }

    public long number(int column) {
        return numbers[column];
    }

    public int scale(int column) {
        return scales[column];
    }

    public String text(int column) {
        return texts[column];
    }

    public boolean isEmpty(int column) {
        return kinds[column] == Kind.EMPTY;
    }

    public void empty(int column) {
        set(column, Kind.EMPTY, 0, 0);
    }

    public void text(int column, String value) {
        if (column >= 0) {
            kinds[column] = value.isEmpty() ? Kind.EMPTY : Kind.TEXT;
            texts[column] = value;
            numbers[column] = 0;
        }
    }

    /** Writes the value of the cell in other words; its number stays for totals. */
    public void reword(int column, String value) {
        kinds[column] = Kind.TEXT;
        texts[column] = value;
    }

    public void date(int column, long epochDay) {
        set(column, Kind.DATE, epochDay, 0);
    }

    public void time(int column, long epochMinute) {
        set(column, Kind.TIME, epochMinute, 0);
    }

    public void number(int column, long unscaled, int scale) {
        set(column, Kind.NUMBER, unscaled, scale);
    }

    public void count(int column, long value) {
        set(column, Kind.NUMBER, value, 0);
    }

    /** An amount in 分, two decimals of a 元. */
    public void money(int column, long cents) {
        set(column, Kind.NUMBER, cents, 2);
    }

    public void flag(int column, boolean value) {
        set(column, Kind.FLAG, value ? 1 : 0, 0);
    }

    public void error(int column, String value) {
        set(column, Kind.ERROR, 0, 0);
        texts[column] = value;
    }

    private void set(int column, Kind kind, long number, int scale) {
        if (column >= 0) {
            kinds[column] = kind;
            numbers[column] = number;
            scales[column] = scale;
            texts[column] = "";
        }
    }
}
