package org.ipwarehouse.warehouse.internal.table;

import java.util.Iterator;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/** Rows gathered into buffers of moderate size, so that any number of them can be written. */
final class RowBatches implements Iterator<RowBuffer.Selection> {
    private static final int ROWS = 16_384;
    private final TableShape shape;
    private final Iterator<@Nullable Object[]> rows;

    RowBatches(TableShape shape, Iterator<@Nullable Object[]> rows) {
        this.shape = shape;
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public RowBuffer.Selection next() {
        RowBuffer buffer = new RowBuffer(shape);
        while (rows.hasNext() && buffer.size() < ROWS) {
            buffer.add(rows.next());
        }
        return buffer.all();
    }
}
