package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.internal.disclosure.Contributors.Side;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.ipwarehouse.warehouse.internal.indicator.Term;

/**
 * What is counted or summed, whichever indicators use it: a numerator of one may be the value of another.
 *
 * @param terms in a stable order
 */
record Quantity(List<Term> terms) {

    static Quantity of(Definition definition, Side side) {
        List<Term> terms = side == Side.NUMERATOR ? definition.numerator() : definition.denominator();
        return new Quantity(
                terms.stream().sorted(Comparator.comparing(Term::toString)).toList());
    }

    /** Medians and percentiles do not add up: no margin tells of their parts. */
    boolean addsUp() {
        return terms.stream()
                .noneMatch(t -> t.measure() == Term.Measure.MEDIAN || t.measure() == Term.Measure.PERCENTILE);
    }

    boolean isMoney(Policy policy) {
        Pattern money = Pattern.compile(policy.moneyPattern());
        return terms.stream()
                .anyMatch(t -> t.measure() == Term.Measure.SUM
                        && !t.by().equals(Term.NOBODY)
                        && money.matcher(t.of()).find());
    }

    /** Counts and sums of counts; not distinct ones, which do not add up over time. */
    boolean isPlain() {
        return terms.stream().allMatch(t -> t.measure() == Term.Measure.COUNT || t.measure() == Term.Measure.SUM);
    }

    /** Whether its value says how many cases, parties or pieces there are. */
    boolean isCount() {
        return terms.stream().allMatch(t -> t.measure() == Term.Measure.COUNT || t.measure() == Term.Measure.DISTINCT);
    }

    Table.Kind kind(Policy policy) {
        boolean isDistinct = terms.stream().anyMatch(t -> t.measure() == Term.Measure.DISTINCT);
        return new Table.Kind(timing(), isDistinct, isMoney(policy) ? 0.01 : 1);
    }

    private TimeAxis.Timing timing() {
        Set<Term.Timing> timings = terms.stream().map(Term::timing).collect(Collectors.toSet());
        if (timings.size() > 1) {
            return TimeAxis.Timing.MIXED;
        }
        return switch (timings.iterator().next()) {
            case FLOW -> TimeAxis.Timing.FLOW;
            case OPENING -> TimeAxis.Timing.OPENING;
            case CLOSING -> TimeAxis.Timing.CLOSING;
        };
    }
}
