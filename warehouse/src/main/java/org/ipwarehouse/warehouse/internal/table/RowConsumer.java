package org.ipwarehouse.warehouse.internal.table;

import org.jspecify.annotations.Nullable;

/** Takes the rows of a scan. */
@FunctionalInterface
public interface RowConsumer {

    /**
     * @param values one value for each column asked for, in that order, as {@link
     *     org.ipwarehouse.warehouse.api.ColumnType} says; a fresh array that may be kept
     */
    void row(@Nullable Object[] values);
}
