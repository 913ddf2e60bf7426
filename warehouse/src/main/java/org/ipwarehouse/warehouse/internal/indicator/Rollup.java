package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Monthly sums of townships, rolled up to any period and to the district. Additive terms are summed, levels are summed
 * from the beginning of time; of a percentile all values are kept by month; distinct counts cannot be rolled up and come
 * in made for each period and region.
 */
final class Rollup {
    private final Map<Integer, Term> terms;
    private final String district;
    private final Months months;
    private final Map<Integer, Map<Cell, Series>> sums = new TreeMap<>();
    private final Map<Integer, Map<Cell, NavigableMap<Integer, Map<BigDecimal, Long>>>> values = new TreeMap<>();
    private final Map<Integer, Map<Cell, Map<Period, BigDecimal>>> whole = new TreeMap<>();
    private final Map<Integer, Map<Cell, Map<Period, Dominance>>> dominances = new TreeMap<>();

    /**
     * @param terms by number
     * @param months that are asked for; what lies before counts for levels only
     */
    Rollup(Map<Integer, Term> terms, RegionCode district, Months months) {
        this.terms = Map.copyOf(terms);
        this.district = district.value();
        this.months = months;
    }

    /** Sums by place, and from the beginning up to each place once they are asked for. */
    private static final class Series {
        private final BigDecimal[] sums;
        private BigDecimal @Nullable [] through;

        Series(int places) {
            sums = new BigDecimal[places];
            Arrays.fill(sums, BigDecimal.ZERO);
        }

        void add(BigDecimal[] more) {
            through = null;
            for (int place = 0; place < sums.length; place++) {
                sums[place] = sums[place].add(more[place]);
            }
        }

        /** The sum of all places up to one; nothing before the first. */
        BigDecimal through(int place) {
            BigDecimal[] made = through;
            if (made == null) {
                made = sums.clone();
                for (int i = 1; i < made.length; i++) {
                    made[i] = made[i - 1].add(made[i]);
                }
                through = made;
            }
            return place < 0 ? BigDecimal.ZERO : made[Math.min(place, made.length - 1)];
        }
    }

    /** Takes the sums of a township by {@link Months#place}: they count there and in the district. */
    void add(int term, Cell cell, BigDecimal[] series) {
        sum(term, cell, series);
        if (!cell.region().equals(district)) {
            sum(term, cell.at(district), series);
        }
    }

    private void sum(int term, Cell cell, BigDecimal[] series) {
        sums.computeIfAbsent(term, t -> new HashMap<>())
                .computeIfAbsent(cell, c -> new Series(months.places()))
                .add(series);
    }

    /** Takes the values of a township's month, and how often each occurs; they count in the district too. */
    void addValues(int term, Cell cell, int place, Map<BigDecimal, Long> counts) {
        value(term, cell, place, counts);
        if (!cell.region().equals(district)) {
            value(term, cell.at(district), place, counts);
        }
    }

    private void value(int term, Cell cell, int place, Map<BigDecimal, Long> counts) {
        Map<BigDecimal, Long> held = values.computeIfAbsent(term, t -> new HashMap<>())
                .computeIfAbsent(cell, c -> new TreeMap<>())
                .computeIfAbsent(place, p -> new HashMap<>());
        counts.forEach((value, count) -> held.merge(value, count, Long::sum));
    }

    /** Takes one distinct count of a period and region. */
    void addWhole(int term, Cell cell, Period period, BigDecimal count) {
        whole.computeIfAbsent(term, t -> new HashMap<>())
                .computeIfAbsent(cell, c -> new HashMap<>())
                .merge(period, count, BigDecimal::add);
    }

    /** What a term holds over all cells, by place: numbers that differ where anything that is held there does. */
    long[] prints(int term) {
        long[] prints = new long[months.places()];
        sums.getOrDefault(term, Map.of()).forEach((cell, series) -> {
            for (int place = 0; place < prints.length; place++) {
                if (series.sums[place].signum() != 0) {
                    prints[place] += Print.of(cell).and(series.sums[place]).value();
                }
            }
        });
        values.getOrDefault(term, Map.of())
                .forEach((cell, byPlace) -> byPlace.forEach((place, counts) -> counts.forEach((value, count) ->
                        prints[place] += Print.of(cell).and(value).and(count).value())));
        return prints;
    }

    /** What a term that is counted for each period holds over all cells, as {@link #prints} does. */
    long print(int term, Period period) {
        long print = 0;
        for (Map.Entry<Cell, Map<Period, BigDecimal>> cell :
                whole.getOrDefault(term, Map.of()).entrySet()) {
            BigDecimal count = cell.getValue().get(period);
            print += count == null ? 0 : Print.of(cell.getKey()).and(count).value();
        }
        return print;
    }

    /** Takes the largest contributors of a period and region, made of some of all contributors. */
    void addDominance(int term, Cell cell, Period period, Dominance dominance) {
        dominances
                .computeIfAbsent(term, t -> new HashMap<>())
                .computeIfAbsent(cell, c -> new HashMap<>())
                .merge(period, dominance, Dominance::withOthers);
    }

    /** Who stands behind an amount, or behind a percentile; {@link Dominance#NOBODY} where that is not known. */
    Dominance dominance(int term, Cell cell, Period period) {
        if (measure(term) == Term.Measure.MEDIAN || measure(term) == Term.Measure.PERCENTILE) {
            return Dominance.ofEqual(values(term, cell, period).values().stream()
                    .mapToLong(Long::longValue)
                    .sum());
        }
        return dominances
                .getOrDefault(term, Map.of())
                .getOrDefault(cell, Map.of())
                .getOrDefault(period, Dominance.NOBODY);
    }

    /** Cells in which a term has any row. */
    Set<Cell> cells(int term) {
        return switch (measure(term)) {
            case COUNT, SUM -> sums.getOrDefault(term, Map.of()).keySet();
            case MEDIAN, PERCENTILE -> values.getOrDefault(term, Map.of()).keySet();
            case DISTINCT -> whole.getOrDefault(term, Map.of()).keySet();
        };
    }

    /** The value of a term; 0 where no row counts. */
    BigDecimal amount(int term, Cell cell, Period period) {
        return switch (measure(term)) {
            case COUNT, SUM -> sum(term, cell, period);
            case MEDIAN, PERCENTILE -> percentile(term, cell, period);
            case DISTINCT ->
                whole.getOrDefault(term, Map.of()).getOrDefault(cell, Map.of()).getOrDefault(period, BigDecimal.ZERO);
        };
    }

    /** Whether a term is the middle, or another part, of no values: that is no value, and not 0. */
    boolean isOfNothing(int term, Cell cell, Period period) {
        return switch (measure(term)) {
            case MEDIAN, PERCENTILE -> values(term, cell, period).isEmpty();
            case COUNT, SUM, DISTINCT -> false;
        };
    }

    private BigDecimal sum(int term, Cell cell, Period period) {
        Series series = sums.getOrDefault(term, Map.of()).get(cell);
        if (series == null) {
            return BigDecimal.ZERO;
        }
        int from = Math.max(months.firstPlace(period), 1);
        int to = months.lastPlace(period);
        return switch (term(term).timing()) {
            case FLOW -> to < from ? BigDecimal.ZERO : series.through(to).subtract(series.through(from - 1));
            case OPENING -> series.through(months.firstPlace(period) - 1);
            case CLOSING -> series.through(to);
        };
    }

    private BigDecimal percentile(int term, Cell cell, Period period) {
        NavigableMap<BigDecimal, Long> counts = values(term, cell, period);
        return counts.isEmpty()
                ? BigDecimal.ZERO
                : Percentile.of(counts, term(term).share());
    }

    /** How often each value occurs in the months of a period. */
    private NavigableMap<BigDecimal, Long> values(int term, Cell cell, Period period) {
        NavigableMap<Integer, Map<BigDecimal, Long>> byMonth =
                values.getOrDefault(term, Map.of()).get(cell);
        int from = Math.max(months.firstPlace(period), 1);
        int to = months.lastPlace(period);
        NavigableMap<BigDecimal, Long> counts = new TreeMap<>();
        if (byMonth == null || to < from) {
            return counts;
        }
        byMonth.subMap(from, true, to, true)
                .values()
                .forEach(month -> month.forEach((value, count) -> counts.merge(value, count, Long::sum)));
        return counts;
    }

    private Term.Measure measure(int term) {
        return term(term).measure();
    }

    Term term(int number) {
        Term term = terms.get(number);
        if (term == null) {
            throw new IllegalArgumentException("No term " + number);
        }
        return term;
    }
}
