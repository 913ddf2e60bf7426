package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.expressions.Predicate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Column;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a scan on known columns: as a predicate by whose help Delta leaves out whole files, and as the test
 * of each row that remains.
 */
final class Conditions {
    /** Above this a range says nearly as much to the statistics of files as the single values. */
    private static final int MOST_SINGLE_VALUES = 20;

    /** Texts compare as Parquet and Delta compare them: by code point. */
    static final Comparator<Object> ORDER = Conditions::compare;

    private final List<Where> conditions;
    private final List<Column> columns;
    private final int[] positions;

    /**
     * @param columns what the scan reads
     */
    Conditions(List<Where> conditions, List<Column> columns) {
        this.conditions = List.copyOf(conditions);
        this.columns = columns;
        this.positions = conditions.stream().mapToInt(this::position).toArray();
    }

    private int position(Where condition) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(condition.column())) {
                return i;
            }
        }
        throw new IllegalArgumentException("Not read by the scan: " + condition.column());
    }

    boolean admit(@Nullable Object[] row) {
        for (int i = 0; i < positions.length; i++) {
            Object value = row[positions[i]];
            if (value == null || !admits(conditions.get(i), value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean admits(Where where, Object value) {
        Object least = where.least();
        Object most = where.most();
        return (where.anyOf().isEmpty() || where.anyOf().contains(value))
                && (least == null || compare(value, least) >= 0)
                && (most == null || compare(value, most) <= 0);
    }

    /** Empty where there is no condition. */
    Optional<Predicate> forFiles() {
        List<Predicate> parts = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            addParts(conditions.get(i), columns.get(positions[i]), parts);
        }
        return parts.stream().reduce((a, b) -> new Predicate("AND", a, b));
    }

    private static void addParts(Where where, Column column, List<Predicate> parts) {
        if (!where.anyOf().isEmpty() && where.anyOf().size() <= MOST_SINGLE_VALUES) {
            where.anyOf().stream()
                    .map(value -> compared("=", column, value))
                    .reduce((a, b) -> new Predicate("OR", a, b))
                    .ifPresent(parts::add);
        } else {
            where.anyOf().stream().min(ORDER).ifPresent(least -> parts.add(compared(">=", column, least)));
            where.anyOf().stream().max(ORDER).ifPresent(most -> parts.add(compared("<=", column, most)));
        }
        Optional.ofNullable(where.least()).ifPresent(least -> parts.add(compared(">=", column, least)));
        Optional.ofNullable(where.most()).ifPresent(most -> parts.add(compared("<=", column, most)));
    }

    private static Predicate compared(String operator, Column column, Object value) {
        return new Predicate(
                operator, new io.delta.kernel.expressions.Column(column.name()), KernelTypes.literal(value, column));
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object a, Object b) {
        if (a instanceof String text && b instanceof String other) {
            return compareTexts(text, other);
        }
        return ((Comparable<Object>) a).compareTo(b);
    }

    private static int compareTexts(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                // a surrogate stands for a code point above all that one char can say
                boolean leftHigh = Character.isSurrogate(left);
                return leftHigh == Character.isSurrogate(right) ? Character.compare(left, right) : leftHigh ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
