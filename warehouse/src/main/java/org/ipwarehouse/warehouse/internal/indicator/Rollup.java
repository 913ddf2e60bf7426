package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;

/**
 * Monthly sums of townships, rolled up to any period and to the district. Additive terms are summed, levels are summed
 * from the beginning of time; distinct counts and percentiles cannot be rolled up and come in made for each period and region.
 */
final class Rollup {
    private final List<Term> terms;
    private final String district;
    private final int first;
    private final int last;
    private final Map<Integer, Map<Cell, BigDecimal[]>> sums = new TreeMap<>();
    private final Map<Integer, Map<Cell, Map<Period, BigDecimal>>> whole = new TreeMap<>();

    /**
     * @param terms by number
     * @param first and {@code last} months that are asked for; what lies before counts for levels only
     */
    Rollup(List<Term> terms, RegionCode district, YearMonth first, YearMonth last) {
        this.terms = List.copyOf(terms);
        this.district = district.value();
        this.first = Months.number(first);
        this.last = Months.number(last);
    }

    /** Takes one monthly sum of a township: it counts there and in the district. */
    void add(BaseRow row) {
        boolean isLevel = terms.get(row.term()).timing() != Term.Timing.FLOW;
        int slot = row.month() - first + 1;
        if (row.month() > last || (slot < 1 && !isLevel)) {
            return;
        }
        add(row, row.cell(), Math.max(slot, 0));
        if (!row.cell().region().equals(district)) {
            add(row, row.cell().at(district), Math.max(slot, 0));
        }
    }

    private void add(BaseRow row, Cell cell, int slot) {
        BigDecimal[] series = sums.computeIfAbsent(row.term(), t -> new HashMap<>())
                .computeIfAbsent(cell, c -> new BigDecimal[last - first + 2]);
        series[slot] = series[slot] == null ? row.amount() : series[slot].add(row.amount());
    }

    /** Takes one distinct count or percentile of a period and region. */
    void addWhole(int term, Cell cell, Period period, BigDecimal value) {
        whole.computeIfAbsent(term, t -> new HashMap<>())
                .computeIfAbsent(cell, c -> new HashMap<>())
                .put(period, value);
    }

    /** Cells in which a term has any row. */
    Set<Cell> cells(int term) {
        return terms.get(term).measure().isAdditive()
                ? sums.getOrDefault(term, Map.of()).keySet()
                : whole.getOrDefault(term, Map.of()).keySet();
    }

    /** The value of a term; 0 where no row counts. */
    BigDecimal amount(int term, Cell cell, Period period) {
        if (!terms.get(term).measure().isAdditive()) {
            return whole.getOrDefault(term, Map.of())
                    .getOrDefault(cell, Map.of())
                    .getOrDefault(period, BigDecimal.ZERO);
        }
        BigDecimal[] series = sums.getOrDefault(term, Map.of()).get(cell);
        if (series == null) {
            return BigDecimal.ZERO;
        }
        int from = Months.number(period.first()) - first + 1;
        int to = Months.number(period.last()) - first + 1;
        return switch (terms.get(term).timing()) {
            case FLOW -> sum(series, from, to);
            case OPENING -> sum(series, 0, from - 1);
            case CLOSING -> sum(series, 0, to);
        };
    }

    private static BigDecimal sum(BigDecimal[] series, int from, int to) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int slot = Math.max(from, 0); slot <= to; slot++) {
            if (series[slot] != null) {
                sum = sum.add(series[slot]);
            }
        }
        return sum;
    }
}
