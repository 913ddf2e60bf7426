package org.ipwarehouse.warehouse.internal.table;

import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/**
 * Delta tables read and written in this process through Delta Kernel. What it writes, Spark reads and writes on, and
 * the other way round.
 */
public final class KernelTables {
    private final Lake lake;

    public KernelTables(Lake lake) {
        this.lake = lake;
    }

    public Lake lake() {
        return lake;
    }

    /** Creates the table where there is none, and adds columns where the shape has grown. */
    public void ensure(TableShape shape) {
        throw new UnsupportedOperationException(shape.toString());
    }

    /**
     * Appends rows in one commit.
     *
     * @param transaction names what is written: a second append by the same name to the same table writes nothing
     * @return rows written, 0 where the transaction was there already
     */
    public long append(TableShape shape, Iterable<@Nullable Object[]> rows, String transaction) {
        throw new UnsupportedOperationException(shape + transaction + rows);
    }

    /** Reads the rows that fulfil all conditions. A table that does not exist has no rows. */
    public void scan(TableName table, List<String> columns, List<Where> conditions, RowConsumer rows) {
        throw new UnsupportedOperationException(table.toString() + columns + conditions + rows);
    }

    /** Rows in the table, 0 where it does not exist; read from the log where it states them. */
    public long count(TableName table) {
        throw new UnsupportedOperationException(table.toString());
    }

    /** The columns of the table as stored. */
    public Optional<TableShape> shape(TableName table) {
        throw new UnsupportedOperationException(table.toString());
    }

    /** The table's version, -1 where it does not exist. Changes exactly when the table changes. */
    public long version(TableName table) {
        throw new UnsupportedOperationException(table.toString());
    }
}
