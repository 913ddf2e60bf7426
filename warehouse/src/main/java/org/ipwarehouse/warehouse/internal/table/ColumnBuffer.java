package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.types.DataType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import org.ipwarehouse.warehouse.api.Column;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column over a primitive array that grows: no object a value but for text. It is read by the Parquet
 * writer as it stands.
 */
abstract class ColumnBuffer implements ColumnVector {
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
                column.precision() <= ShortDecimals.MOST_DIGITS ? new ShortDecimals(column) : new LongDecimals(column);
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

    private static final class Texts extends ColumnBuffer {
        private @Nullable String[] values = new @Nullable String[FIRST_ROOM];

        Texts(Column column) {
            super(column);
        }

        @Override
        void put(int row, Object value) {
            values[row] = (String) value;
        }

        @Override
        void grow(int rows) {
            values = Arrays.copyOf(values, rows);
        }

        @Override
        @SuppressWarnings("NullAway") // asked only where isNullAt says no
        public String getString(int row) {
            return values[row];
        }
    }

    private abstract static class Longs extends ColumnBuffer {
        long[] values = new long[FIRST_ROOM];

        Longs(Column column) {
            super(column);
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
        static final int MOST_DIGITS = 18;
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
        void grow(int rows) {}

        @Override
        public boolean getBoolean(int row) {
            return values.get(row);
        }
    }
}
