package org.ipwarehouse.warehouse.internal.indicator;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.ipwarehouse.warehouse.api.Period;

/**
 * The months of one computation as places of an array: place 0 stands for all that lies before the first month.
 *
 * @param first and {@code last}: months as {@link #number} counts
 */
record Months(int first, int last) implements Serializable {
    /** By day from 1970 to 2069: each row asks for several. */
    private static final int[] OF_DAYS = IntStream.range(0, 36_525)
            .map(day -> number(YearMonth.from(LocalDate.ofEpochDay(day))))
            .toArray();

    static Months between(YearMonth first, YearMonth last) {
        return new Months(number(first), number(last));
    }

    static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    /** The number of the month in which a day lies. @param day counted from 1970-01-01 */
    static int ofDay(int day) {
        return day >= 0 && day < OF_DAYS.length ? OF_DAYS[day] : number(YearMonth.from(LocalDate.ofEpochDay(day)));
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
