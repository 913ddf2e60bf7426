package org.ipwarehouse.warehouse.internal.table;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one column of a scan; several are joined by AND. Null never fulfils one.
 *
 * @param anyOf values of which the column must have one; empty where a range is meant
 * @param least and {@code most} the ends of the range, inclusive, null where it is open
 */
public record Where(
        String column,
        Set<Object> anyOf,
        @Nullable Object least,
        @Nullable Object most) {

    public Where {
        anyOf = Set.copyOf(anyOf);
        if (anyOf.isEmpty() && least == null && most == null) {
            throw new IllegalArgumentException("A condition on " + column + " without values");
        }
    }

    public static Where equal(String column, Object value) {
        return new Where(column, Set.of(value), null, null);
    }

    /** @param values at least one */
    public static Where anyOf(String column, Collection<?> values) {
        return new Where(column, Set.copyOf(values), null, null);
    }

    public static Where between(String column, Object least, Object most) {
        return new Where(column, Set.of(), least, most);
    }

    /** No condition: every row. */
    public static List<Where> everything() {
        return List.of();
    }
}
