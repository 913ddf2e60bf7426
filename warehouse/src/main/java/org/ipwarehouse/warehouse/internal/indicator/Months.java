package org.ipwarehouse.warehouse.internal.indicator;

import java.time.YearMonth;

/** Months as whole numbers, so that a series is an array. */
final class Months {
    private Months() {}

    static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }
}
