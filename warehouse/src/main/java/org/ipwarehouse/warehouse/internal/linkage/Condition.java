package org.ipwarehouse.warehouse.internal.linkage;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.levenshtein;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * What must hold of the two values of a field. The left record's field {@code x} stands in column {@code l_x}, the right
 * one's in {@code r_x}; a measure that several levels ask for is computed once, in a column of its own.
 *
 * @param limit the least similarity, or the most edits, days or characters, by kind
 */
record Condition(Kind kind, String field, String other, double limit) {

    enum Kind {
        /** Both values are equal. */
        EXACT,
        /** Similarity of Jaro and Winkler of at least the limit. */
        JARO_WINKLER,
        /** At most so many inserted, deleted or replaced characters. */
        LEVENSHTEIN,
        /** One value stands within the other and has at least so many characters. */
        CONTAINS,
        /** Two days at most so many days apart. */
        DAYS,
        /** The left record's field equals the right one's other field, and the other way round. */
        SWAPPED
    }

    List<String> fields() {
        return other.isEmpty() ? List.of(field) : List.of(field, other);
    }

    /** Name and expression of the measure that this condition needs beside the values. */
    Optional<Measure> measure() {
        Column left = left(field);
        Column right = right(field);
        return switch (kind) {
            case JARO_WINKLER -> Optional.of(new Measure("jw_" + field, Similarity.jaroWinkler(left, right)));
            case LEVENSHTEIN -> Optional.of(new Measure("lv_" + field, levenshtein(left, right)));
            case DAYS -> Optional.of(new Measure("dd_" + field, abs(datediff(day(left), day(right)))));
            default -> Optional.empty();
        };
    }

    private static Column day(Column text) {
        // a day that is none is absent, never an error
        return when(text.rlike("^\\d{4}-\\d{2}-\\d{2}$"), text.try_cast("date"));
    }

    record Measure(String name, Column value) {}

    Column holds() {
        Column left = left(field);
        Column right = right(field);
        Column holds =
                switch (kind) {
                    case EXACT -> left.equalTo(right);
                    case JARO_WINKLER -> new Column("jw_" + field).geq(limit);
                    case LEVENSHTEIN -> new Column("lv_" + field).leq(limit);
                    case DAYS -> new Column("dd_" + field).leq(limit);
                    case CONTAINS ->
                        left.contains(right)
                                .or(right.contains(left))
                                .and(least(length(left), length(right)).geq(limit));
                    case SWAPPED -> left.equalTo(right(other)).and(left(other).equalTo(right));
                };
        return coalesce(holds, lit(false));
    }

    private static Column left(String field) {
        return new Column("l_" + field);
    }

    private static Column right(String field) {
        return new Column("r_" + field);
    }
}
