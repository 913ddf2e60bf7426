package org.ipwarehouse.warehouse.internal.indicator;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;

/**
 * What the figures of a period are made from, as a number: the sums of all terms that an indicator reads in all cells of
 * the period and of those it is compared with, and how many reports came. Where the number is as it was, the figures are.
 */
final class PeriodPrints {
    private final Rollup rollup;
    private final Coverage coverage;
    private final Months months;
    private final Map<Integer, long[]> places = new HashMap<>();

    PeriodPrints(Rollup rollup, Coverage coverage, Months months) {
        this.rollup = rollup;
        this.coverage = coverage;
        this.months = months;
    }

    /** By period, in the order of the periods. */
    Map<Period, Long> of(Plan.Parts parts, List<Period> periods) {
        Map<Period, Long> known = new HashMap<>();
        Passport passport = parts.definition().passport();
        Map<Period, Long> prints = new LinkedHashMap<>();
        for (Period period : periods) {
            Print print = Print.start().and(own(parts, period, known));
            if (passport.comparisons().contains("yoy")) {
                print = print.and(own(parts, period.yearBefore(), known));
            }
            if (passport.comparisons().contains("qoq") && period.previous().isPresent()) {
                print = print.and(own(parts, period.previous().get(), known));
            }
            prints.put(period, print.value());
        }
        return prints;
    }

    private long own(Plan.Parts parts, Period period, Map<Period, Long> known) {
        return known.computeIfAbsent(period, p -> {
            Coverage.Share share = coverage.of(parts.definition().passport().sources(), p);
            Print print = Print.start().and(share.received()).and(share.expected());
            for (int term : parts.all().toList()) {
                print = print.and(of(term, p));
            }
            return print.value();
        });
    }

    private long of(int number, Period period) {
        Term term = rollup.term(number);
        if (term.measure() == Term.Measure.DISTINCT) {
            return rollup.print(number, period);
        }
        int first = months.firstPlace(period);
        return switch (term.timing()) {
            case FLOW -> over(number, Math.max(first, 1), months.lastPlace(period));
            case OPENING -> over(number, 0, first - 1);
            case CLOSING -> over(number, 0, months.lastPlace(period));
        };
    }

    private long over(int term, int from, int to) {
        long[] prints = places.computeIfAbsent(term, rollup::prints);
        Print print = Print.start();
        for (int place = from; place <= Math.min(to, prints.length - 1); place++) {
            print = print.and(prints[place]);
        }
        return print.value();
    }
}
