package org.ipwarehouse.warehouse.internal.table;

import java.util.BitSet;
import java.util.Optional;
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

    ColumnBuffer column(int position) {
        return columns[position];
    }

    public @Nullable Object value(int row, int column) {
        return columns[column].value(row);
    }

    /** The values of a row, one for each column of the shape. */
    @Nullable
    Object[] row(int row) {
        @Nullable Object[] values = new @Nullable Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, i);
        }
        return values;
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
    }
}
