package org.ipwarehouse.warehouse.internal.indicator;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.warehouse.api.Period;

/** The periods for which figures are made. */
final class Periods {
    private Periods() {}

    /** All months, quarters, half-years, years and cumulative periods that lie wholly between two months, ascending. */
    static List<Period> within(YearMonth from, YearMonth through) {
        List<Period> periods = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(through); month = month.plusMonths(1)) {
            for (Period period : endingWith(month)) {
                if (!period.first().isBefore(from)) {
                    periods.add(period);
                }
            }
        }
        periods.sort(null);
        return List.copyOf(periods);
    }

    private static List<Period> endingWith(YearMonth month) {
        List<Period> ending = new ArrayList<>(List.of(Period.month(month), Period.toDate(month)));
        int number = month.getMonthValue();
        if (number % 3 == 0) {
            ending.add(Period.quarter(month.getYear(), number / 3));
        }
        if (number % 6 == 0) {
            ending.add(Period.half(month.getYear(), number / 6));
        }
        if (number == 12) {
            ending.add(Period.year(month.getYear()));
        }
        return ending;
    }
}
