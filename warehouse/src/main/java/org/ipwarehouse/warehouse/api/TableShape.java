package org.ipwarehouse.warehouse.api;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns of a table, in the order in which a row's values stand. */
public record TableShape(TableName table, List<Column> columns) implements Serializable {
    public TableShape {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException(table + ": column '" + column.name() + "' stands twice");
            }
        }
    }

    /** The names of the columns in their order. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** Position of a column. @throws IllegalArgumentException if the table has no such column */
    public int position(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(table + " has no column '" + column + "'");
    }
}
