package org.ipwarehouse.warehouse.internal.linkage;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Likeness of two texts that Spark itself has no function for. */
final class Similarity {
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final UDF2<String, String, Double> MEASURE = Similarity::measured;
    private static final UserDefinedFunction FUNCTION =
            functions.udf(MEASURE, DataTypes.DoubleType).withName("jaro_winkler");

    private Similarity() {}

    /** From 0 to 1 (Winkler 1990), null where a text is null. */
    static Column jaroWinkler(Column left, Column right) {
        return FUNCTION.apply(left, right);
    }

    private static @Nullable Double measured(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return null;
        }
        return left.equals(right) ? 1.0 : JARO_WINKLER.apply(left, right);
    }

    /** A measure of two texts in this process; infinite where there is none, so that no limit on edits or days holds. */
    static double measure(Condition.Kind kind, String left, String right) {
        return switch (kind) {
            case JARO_WINKLER -> left.equals(right) ? 1.0 : JARO_WINKLER.apply(left, right);
            case LEVENSHTEIN -> UTF8String.fromString(left).levenshteinDistance(UTF8String.fromString(right));
            case DAYS -> days(left, right);
            default -> throw new IllegalArgumentException("Not a measure: " + kind);
        };
    }

    private static double days(String left, String right) {
        try {
            return Math.abs(ChronoUnit.DAYS.between(LocalDate.parse(left), LocalDate.parse(right)));
        } catch (DateTimeParseException noDay) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
