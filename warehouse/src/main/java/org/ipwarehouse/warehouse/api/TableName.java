package org.ipwarehouse.warehouse.api;

import java.io.Serializable;
import java.util.regex.Pattern;

/** A table of the lake, {@code layer.name}, for example {@code clean.penalty_case}. */
public record TableName(String layer, String name) implements Comparable<TableName>, Serializable {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    public TableName {
        if (!WORD.matcher(layer).matches() || !WORD.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Not a table name: '" + layer + "." + name + "' (layer.name, lower case).");
        }
    }

    public static TableName parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("Not a table name: '" + text + "' (layer.name, lower case).");
        }
        return new TableName(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public int compareTo(TableName other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return layer + "." + name;
    }
}
