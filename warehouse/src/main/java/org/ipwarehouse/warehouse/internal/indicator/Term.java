package org.ipwarehouse.warehouse.internal.indicator;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.ipwarehouse.warehouse.api.TableName;
import org.jspecify.annotations.Nullable;

/**
 * One summand of a numerator or denominator: what is counted, in which rows, and which date puts a row into a period.
 *
 * @param fact table whose rows are counted
 * @param measure count, sum or distinct
 * @param of the summed expression or the distinct column; "" for a count
 * @param when condition over the fact's columns
 * @param timing flow in the period, or level at its start or end
 * @param at date expression of a flow; for a level the date on which a row enters
 * @param leaves date expression on which a row leaves a level, null for a flow or where nothing leaves
 * @param share of the values below a percentile (0.5 for a median), interpolated as SQL's {@code percentile_cont}; else 0
 * @param provisionalWhen which of these rows rest on an unconfirmed calendar, "" where none can
 * @param by expression that says whose amount a row adds, {@link #NOBODY} where it is nobody's, "" where it is not known
 */
public record Term(
        TableName fact,
        Measure measure,
        String of,
        String when,
        Timing timing,
        String at,
        @Nullable String leaves,
        String provisionalWhen,
        BigDecimal share,
        String by)
        implements Serializable {

    /** The amount is the government's own: there is nobody whom it could give away. */
    public static final String NOBODY = "none";

    /** What is counted. */
    public enum Measure {
        COUNT,
        SUM,
        DISTINCT,
        MEDIAN,
        PERCENTILE;

        /** Whether the sums of months and townships are the figures of quarters and of the district. */
        boolean isAdditive() {
            return this == COUNT || this == SUM;
        }
    }

    /** How a row belongs to a period. */
    public enum Timing {
        /** Its date lies in the period. */
        FLOW,
        /** It was in before the period began. */
        OPENING,
        /** It is in when the period ends. */
        CLOSING
    }

    public Term {
        Objects.requireNonNull(timing, "timing");
        if ((measure == Measure.COUNT) != of.isEmpty()) {
            throw new IllegalArgumentException(fact + ": " + measure + " of '" + of + "'");
        }
        if (timing == Timing.FLOW && leaves != null) {
            throw new IllegalArgumentException(fact + ": a flow has no 'leaves'");
        }
    }

    /** A term of which it is not known whose amounts it adds up. */
    public Term(
            TableName fact,
            Measure measure,
            String of,
            String when,
            Timing timing,
            String at,
            @Nullable String leaves,
            String provisionalWhen,
            BigDecimal share) {
        this(fact, measure, of, when, timing, at, leaves, provisionalWhen, share, "");
    }

    /** Whether it is known of each row whose amount it adds. */
    public boolean hasContributors() {
        return measure == Measure.SUM && !by.isEmpty() && !by.equals(NOBODY);
    }

    /** The same rows at the same dates, only those that fulfil a further condition, counted. */
    Term countedWhere(String condition) {
        return new Term(
                fact,
                Measure.COUNT,
                "",
                "(" + when + ") and (" + condition + ")",
                timing,
                at,
                leaves,
                "",
                BigDecimal.ZERO);
    }
}
