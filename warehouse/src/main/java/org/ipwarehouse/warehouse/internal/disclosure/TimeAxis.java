package org.ipwarehouse.warehouse.internal.disclosure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ipwarehouse.warehouse.api.Period;

/**
 * How periods depend on each other. A flow of the finest unit (month, else quarter) counts in every period that contains
 * it, so that quarter = Σ months and a month = 1—n月 less 1—(n-1)月; a level counts in every period that ends with it.
 */
final class TimeAxis {
    /** How a quantity belongs to periods. */
    enum Timing {
        FLOW,
        OPENING,
        CLOSING,
        /** Levels and flows together: periods do not add up, but those that begin alike share their opening level. */
        MIXED
    }

    private final List<Period> periods;
    private final Timing timing;
    private final int unit;
    private final List<Integer> units = new ArrayList<>();
    private final Set<Integer> own = new HashSet<>();
    private final Map<Long, Steps> known = new HashMap<>();

    TimeAxis(List<Period> periods, Timing timing) {
        this.periods = periods;
        this.timing = timing;
        unit = periods.stream().anyMatch(p -> p.kind() == Period.Kind.MONTH) ? 1 : 3;
        TreeSet<Integer> all = new TreeSet<>();
        for (Period period : periods) {
            if (isUnit(period)) {
                own.add(first(period));
            }
            for (int u = first(period); u <= last(period); u++) {
                all.add(u);
            }
        }
        units.addAll(all);
    }

    private int first(Period period) {
        return unit(period.first());
    }

    private int last(Period period) {
        return unit(period.last());
    }

    private int unit(YearMonth month) {
        return Math.floorDiv(month.getYear() * 12 + month.getMonthValue() - 1, unit);
    }

    private int yearOf(int u) {
        return Math.floorDiv(u * unit, 12);
    }

    private boolean counts(int u, Period period) {
        return switch (timing) {
            case FLOW -> first(period) <= u && u <= last(period);
            case OPENING, MIXED -> first(period) == u;
            case CLOSING -> last(period) == u;
        };
    }

    /**
     * Every way in which one unit more could lie in a period: alone, or taken from another unit of the same year outside
     * of it, so that sums over both stay. The year's other units come nearest first.
     */
    List<Steps> steps(int number) {
        Period period = periods.get(number);
        List<Steps> all = new ArrayList<>();
        for (int u : units) {
            if (counts(u, period)) {
                if (timing == Timing.FLOW) {
                    addPairs(u, period, all);
                }
                all.add(step(u, -1));
            }
        }
        return all;
    }

    private void addPairs(int u, Period period, List<Steps> all) {
        for (int other : units) {
            if (yearOf(other) == yearOf(u) && !counts(other, period) && isPlace(u) && isPlace(other)) {
                all.add(step(u, other));
            }
        }
    }

    private Steps step(int more, int less) {
        return known.computeIfAbsent(((long) more << 32) | (less & 0xffffffffL), key -> make(more, less));
    }

    private Steps make(int more, int less) {
        if (less < 0) {
            return alone(more, 1);
        }
        return pair(more, less, List.of(alone(more, 1), alone(less, -1)));
    }

    private Steps alone(int u, int sign) {
        Steps one = pair(u, -1, List.of());
        int[] signs = Arrays.stream(one.signs()).map(s -> s * sign).toArray();
        return new Steps(one.places(), signs, one.atoms());
    }

    private Steps pair(int more, int less, List<Steps> halves) {
        List<Integer> places = new ArrayList<>();
        List<Integer> signs = new ArrayList<>();
        List<Integer> atoms = new ArrayList<>();
        for (int p = 0; p < periods.size(); p++) {
            Period period = periods.get(p);
            int sign = (counts(more, period) ? 1 : 0) - (less >= 0 && counts(less, period) ? 1 : 0);
            if (sign != 0) {
                if (isUnit(period) && timing == Timing.FLOW) {
                    atoms.add(places.size());
                }
                places.add(p);
                signs.add(sign);
            }
        }
        return new Steps(ints(places), ints(signs), ints(atoms), halves);
    }

    /** Without a period of its own, nobody knows whether a unit has anything to take away. */
    private boolean isPlace(int u) {
        return own.contains(u);
    }

    private boolean isUnit(Period period) {
        return period.kind() == (unit == 1 ? Period.Kind.MONTH : Period.Kind.QUARTER);
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
