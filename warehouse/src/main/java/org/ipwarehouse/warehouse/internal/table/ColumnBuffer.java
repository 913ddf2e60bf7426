package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.types.DataType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.ipwarehouse.warehouse.api.Column;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column over a primitive array that grows: no object a value but for text. It is read by the Parquet
 * writer as it stands.
 */
abstract class ColumnBuffer implements ColumnVector {
    /** Decimals of more digits do not fit into a long. */
    static final int MOST_DIGITS_OF_LONG = 18;

    private static final int FIRST_ROOM = 64;

    final Column column;
    private final DataType type;
    private final BitSet nulls = new BitSet();
    private int size;
    private int room = FIRST_ROOM;

    private ColumnBuffer(Column column) {
        this.column = column;
        this.type = KernelTypes.of(column);
    }

    static ColumnBuffer of(Column column) {
        return switch (column.type()) {
            case TEXT -> new Texts(column);
            case INTEGER -> new Integers(column);
            case TIMESTAMP -> new Timestamps(column);
            case DATE -> new Dates(column);
            case BOOLEAN -> new Booleans(column);
            case DECIMAL ->
                column.precision() <= MOST_DIGITS_OF_LONG ? new ShortDecimals(column) : new LongDecimals(column);
        };
    }

    /** @throws ClassCastException or ArithmeticException if the value is not of the column's type */
    final void add(@Nullable Object value) {
        if (size == room) {
            room *= 2;
            grow(room);
        }
        if (value == null) {
            nulls.set(size);
        } else {
            put(size, value);
        }
        size++;
    }

    abstract void put(int row, Object value);

    /** Writes a run of rows into a column of a Parquet file. @param chosen the rows that are meant, empty for all */
    final void write(ColumnWriter to, int from, int upTo, Optional<BitSet> chosen) {
        int present = column.nullable() ? 1 : 0;
        BitSet bits = chosen.orElse(null);
        for (int row = from; row < upTo; row++) {
            if (bits != null && !bits.get(row)) {
                continue;
            }
            if (nulls.get(row)) {
                to.writeNull(0, 0);
            } else {
                write(to, row, present);
            }
        }
    }

    /** @param present the definition level of a value that is there */
    abstract void write(ColumnWriter to, int row, int present);

    abstract void grow(int rows);

    /** The value as {@link org.ipwarehouse.warehouse.api.ColumnType} says, null where there is none. */
    final @Nullable Object value(int row) {
        return nulls.get(row) ? null : KernelTypes.value(this, row, column.type());
    }

    @Override
    public DataType getDataType() {
        return type;
    }

    @Override
    public int getSize() {
        return size;
    }

    @Override
    public boolean isNullAt(int row) {
        return nulls.get(row);
    }

    @Override
    public void close() {}

    /** Texts lie in one array as they will lie in the file; one that is the same as the row before lies there once. */
    private static final class Texts extends ColumnBuffer {
        private static final int FIRST_BYTES = 1024;

        private byte[] bytes = new byte[FIRST_BYTES];
        private int end;
        private int[] starts = new int[FIRST_ROOM];
        private int[] lengths = new int[FIRST_ROOM];
        private @Nullable String last;
        private int lastStart;
        private int lastLength;
        private int writtenStart = -1;
        private Binary written = Binary.EMPTY;

        Texts(Column column) {
            super(column);
        }

        @Override
        void put(int row, Object value) {
            String text = (String) value;
            if (text != last) {
                room(text.length() * Utf8.MOST_PER_CHAR);
                last = text;
                lastStart = end;
                end = Utf8.encode(text, bytes, end);
                lastLength = end - lastStart;
            }
            starts[row] = lastStart;
            lengths[row] = lastLength;
        }

        private void room(int more) {
            if (end + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
            }
        }

        @Override
        void write(ColumnWriter to, int row, int present) {
            // an empty text may start where the next one starts
            if (starts[row] != writtenStart || lengths[row] != written.length()) {
                writtenStart = starts[row];
                written = Binary.fromReusedByteArray(bytes, writtenStart, lengths[row]);
            }
            to.write(written, 0, present);
        }

        @Override
        void grow(int rows) {
            starts = Arrays.copyOf(starts, rows);
            lengths = Arrays.copyOf(lengths, rows);
        }

        @Override
        public String getString(int row) {
            return new String(bytes, starts[row], lengths[row], StandardCharsets.UTF_8);
        }
    }

    private abstract static class Longs extends ColumnBuffer {
        long[] values = new long[FIRST_ROOM];

        Longs(Column column) {
            super(column);
        }

        @Override
        void write(ColumnWriter to, int row, int present) {
            to.write(values[row], 0, present);
        }

        @Override
        void grow(int rows) {
            values = Arrays.copyOf(values, rows);
        }

        @Override
        public long getLong(int row) {
            return values[row];
        }
    }

    private static final class Integers extends Longs {
        Integers(Column column) {
            super(column);
        }

        @Override
        void put(int row, Object value) {
            values[row] = (Long) value;
        }
    }

    private static final class Timestamps extends Longs {
        Timestamps(Column column) {
            super(column);
        }

        @Override
        void put(int row, Object value) {
            values[row] = ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value);
        }
    }

    private static final class ShortDecimals extends Longs {
        private final int scale;

        ShortDecimals(Column column) {
            super(column);
            this.scale = column.scale();
        }

        @Override
        void put(int row, Object value) {
            BigDecimal decimal = KernelTypes.fitted((BigDecimal) value, column);
            values[row] = decimal.unscaledValue().longValueExact();
        }

        @Override
        public BigDecimal getDecimal(int row) {
            return BigDecimal.valueOf(values[row], scale);
        }
    }

    private static final class LongDecimals extends ColumnBuffer {
        private @Nullable BigDecimal[] values = new @Nullable BigDecimal[FIRST_ROOM];

        LongDecimals(Column column) {
            super(column);
        }

        @Override
        void put(int row, Object value) {
            values[row] = KernelTypes.fitted((BigDecimal) value, column);
        }

        @Override
        @SuppressWarnings("NullAway") // asked only where there is a value
        void write(ColumnWriter to, int row, int present) {
            byte[] digits = values[row].unscaledValue().toByteArray();
            byte[] fixed = new byte[ParquetShape.LONG_DECIMAL_BYTES];
            Arrays.fill(fixed, 0, fixed.length - digits.length, (byte) (digits[0] < 0 ? -1 : 0));
            System.arraycopy(digits, 0, fixed, fixed.length - digits.length, digits.length);
            to.write(Binary.fromConstantByteArray(fixed), 0, present);
        }

        @Override
        void grow(int rows) {
            values = Arrays.copyOf(values, rows);
        }

        @Override
        @SuppressWarnings("NullAway") // asked only where isNullAt says no
        public BigDecimal getDecimal(int row) {
            return values[row];
        }
    }

    private static final class Dates extends ColumnBuffer {
        private int[] values = new int[FIRST_ROOM];

        Dates(Column column) {
            super(column);
        }

        @Override
        void put(int row, Object value) {
            values[row] = Math.toIntExact(((LocalDate) value).toEpochDay());
        }

        @Override
        void write(ColumnWriter to, int row, int present) {
            to.write(values[row], 0, present);
        }

        @Override
        void grow(int rows) {
            values = Arrays.copyOf(values, rows);
        }

        @Override
        public int getInt(int row) {
            return values[row];
        }
    }

    private static final class Booleans extends ColumnBuffer {
        private final BitSet values = new BitSet();

        Booleans(Column column) {
            super(column);
        }

        @Override
        void put(int row, Object value) {
            values.set(row, (Boolean) value);
        }

        @Override
        void write(ColumnWriter to, int row, int present) {
            to.write(values.get(row), 0, present);
        }

        @Override
        void grow(int rows) {}

        @Override
        public boolean getBoolean(int row) {
            return values.get(row);
        }
    }
}
