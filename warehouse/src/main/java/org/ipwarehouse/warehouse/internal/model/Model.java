package org.ipwarehouse.warehouse.internal.model;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/**
 * One table that a SELECT writes.
 *
 * @param file its declaration, for messages
 * @param grain columns that make a row unique
 * @param rowsOf table with exactly as many rows, null where the model may change the count
 * @param sql the SELECT
 * @param reads tables of the lake that the SELECT names
 */
public record Model(
        Path file,
        TableShape shape,
        List<String> grain,
        @Nullable TableName rowsOf,
        String sql,
        Set<TableName> reads) {

    public Model {
        grain = List.copyOf(grain);
        // in one order in every process: what is made from a model is recognised by a digest of it
        reads = Collections.unmodifiableSortedSet(new TreeSet<>(reads));
        for (String column : grain) {
            shape.position(column);
        }
    }

    public TableName table() {
        return shape.table();
    }
}
