package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.ipwarehouse.warehouse.api.Period;

/** Distinct counts made in this process, from what each row of a small fact contributes. */
final class DistinctHere {
    private record Place(int term, Cell cell) {}

    /** From when and to when a key is in, in months; a flow has only the month in which it happened. */
    private record Span(int enters, int leaves) {}

    private final Map<Integer, Term> terms;
    private final Map<Place, Map<String, List<Span>>> places = new HashMap<>();

    DistinctHere(Map<Integer, Term> terms) {
        this.terms = terms;
    }

    /**
     * @param contribution term, timing, key, enters, leaves
     * @param cell where it counts
     */
    void add(Row contribution, Cell cell) {
        if (!contribution.isNullAt(2)) {
            places.computeIfAbsent(new Place(contribution.getInt(0), cell), p -> new HashMap<>())
                    .computeIfAbsent(contribution.getString(2), k -> new ArrayList<>(1))
                    .add(new Span(contribution.getInt(3), contribution.getInt(4)));
        }
    }

    void count(List<Period> periods, Rollup rollup) {
        places.forEach((place, keys) -> {
            Term.Timing timing = Objects.requireNonNull(terms.get(place.term())).timing();
            for (Period period : periods) {
                long count = keys.values().stream()
                        .filter(spans -> spans.stream().anyMatch(s -> belongs(timing, s, period)))
                        .count();
                if (count > 0) {
                    rollup.addWhole(place.term(), place.cell(), period, BigDecimal.valueOf(count));
                }
            }
        });
    }

    private static boolean belongs(Term.Timing timing, Span span, Period period) {
        int first = Months.number(period.first());
        int last = Months.number(period.last());
        return switch (timing) {
            case FLOW -> span.enters() >= first && span.enters() <= last;
            case CLOSING -> span.enters() <= last && span.leaves() > last;
            case OPENING -> span.enters() < first && span.leaves() >= first;
        };
    }
}
