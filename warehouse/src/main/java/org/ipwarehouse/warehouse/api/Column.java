package org.ipwarehouse.warehouse.api;

import java.io.Serializable;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One column of a stored table.
 *
 * @param precision and {@code scale} of DECIMAL; 0 for the other types
 */
public record Column(String name, ColumnType type, int precision, int scale, boolean nullable) implements Serializable {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    public Column {
        Objects.requireNonNull(type, "type");
        if (!WORD.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a column name: '" + name + "'");
        }
        boolean decimal = type == ColumnType.DECIMAL;
        if (decimal != (precision > 0) || precision > 38 || scale < 0 || scale > precision) {
            throw new IllegalArgumentException(name + ": " + type + "(" + precision + "," + scale + ")");
        }
    }

    public static Column of(String name, ColumnType type) {
        return new Column(name, type, 0, 0, true);
    }

    public static Column required(String name, ColumnType type) {
        return new Column(name, type, 0, 0, false);
    }

    public static Column decimal(String name, int precision, int scale) {
        return new Column(name, ColumnType.DECIMAL, precision, scale, true);
    }
}
