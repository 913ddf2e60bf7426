package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructType;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntFunction;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.jspecify.annotations.Nullable;

/** Rows of one table, kept by column, to be written in one piece or in part. */
public final class RowBuffer {
    private final TableShape shape;
    private final ColumnBuffer[] columns;
    private int size;

    public RowBuffer(TableShape shape) {
        this.shape = shape;
        this.columns = shape.columns().stream().map(ColumnBuffer::of).toArray(ColumnBuffer[]::new);
    }

    public TableShape shape() {
        return shape;
    }

    public int size() {
        return size;
    }

    /** @param values one for each column of the shape */
    public void add(@Nullable Object[] values) {
        if (values.length != columns.length) {
            throw new IllegalArgumentException(
                    shape.table() + ": " + values.length + " values for " + columns.length + " columns");
        }
        for (int i = 0; i < columns.length; i++) {
            add(i, values[i]);
        }
        size++;
    }

    private void add(int position, @Nullable Object value) {
        Column column = shape.columns().get(position);
        if (value == null && !column.nullable()) {
            throw WarehouseErrors.valueMissing(shape.table(), column.name());
        }
        try {
            columns[position].add(value);
        } catch (ClassCastException | ArithmeticException misfit) {
            throw WarehouseErrors.valueMisfit(
                    shape.table(), column.name(), column.type().toString(), String.valueOf(value), misfit);
        }
    }

    public @Nullable Object value(int row, int column) {
        return columns[column].value(row);
    }

    /**
     * A buffer with further columns after the present ones, whose values stay where they are.
     *
     * @param added values of the further columns by number of the row
     */
    public RowBuffer widened(TableShape wider, IntFunction<Object[]> added) {
        RowBuffer result = new RowBuffer(wider);
        System.arraycopy(columns, 0, result.columns, 0, columns.length);
        for (int row = 0; row < size; row++) {
            Object[] values = added.apply(row);
            for (int i = 0; i < values.length; i++) {
                result.add(columns.length + i, values[i]);
            }
        }
        result.size = size;
        return result;
    }

    /** All rows. */
    public Selection all() {
        return new Selection(this, Optional.empty());
    }

    /** The rows whose bits are set. */
    public Selection only(BitSet chosen) {
        return new Selection(this, Optional.of(chosen));
    }

    /** A buffer with the rows of it that are meant. */
    public record Selection(RowBuffer buffer, Optional<BitSet> chosen) {

        public int size() {
            return chosen.map(BitSet::cardinality).orElse(buffer.size);
        }

        /** @param order the table's columns, which need not stand in the order of the shape */
        FilteredColumnarBatch batch(StructType order) {
            int[] positions =
                    order.fieldNames().stream().mapToInt(buffer.shape::position).toArray();
            return new FilteredColumnarBatch(
                    new Batch(buffer, order, positions), chosen.map(bits -> new ChosenVector(bits, buffer.size)));
        }
    }

    private static final class Batch implements ColumnarBatch {
        private final RowBuffer buffer;
        private final StructType order;
        private final int[] positions;

        Batch(RowBuffer buffer, StructType order, int[] positions) {
            this.buffer = buffer;
            this.order = order;
            this.positions = positions;
        }

        @Override
        public StructType getSchema() {
            return order;
        }

        @Override
        public ColumnVector getColumnVector(int position) {
            return buffer.columns[positions[position]];
        }

        @Override
        public int getSize() {
            return buffer.size;
        }
    }

    private record ChosenVector(BitSet bits, int size) implements ColumnVector {
        @Override
        public DataType getDataType() {
            return BooleanType.BOOLEAN;
        }

        @Override
        public int getSize() {
            return size;
        }

        @Override
        public void close() {}

        @Override
        public boolean isNullAt(int row) {
            return false;
        }

        @Override
        public boolean getBoolean(int row) {
            return bits.get(row);
        }
    }
}
