package org.ipwarehouse.warehouse.internal.indicator;

import java.io.Serializable;
import java.time.YearMonth;
import org.ipwarehouse.warehouse.api.Period;

/**
 * The months of one computation as places of an array: place 0 stands for all that lies before the first month.
 *
 * @param first and {@code last}: months as {@link #number} counts
 */
record Months(int first, int last) implements Serializable {

    static Months between(YearMonth first, YearMonth last) {
        return new Months(number(first), number(last));
    }

    static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    /** How many places there are. */
    int places() {
        return last - first + 2;
    }

    /** The place of a month, 0 for one before the first, -1 for one after the last. */
    int place(int month) {
        return month > last ? -1 : Math.max(month - first + 1, 0);
    }

    int firstPlace(Period period) {
        return number(period.first()) - first + 1;
    }

    int lastPlace(Period period) {
        return number(period.last()) - first + 1;
    }
}
