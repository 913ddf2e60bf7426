package org.ipwarehouse.warehouse.internal.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
        reads = Set.copyOf(reads);
        for (String column : grain) {
            shape.position(column);
        }
    }

    public TableName table() {
        return shape.table();
    }
}
