package org.ipwarehouse.etl.standardise;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/**
 * What a file says about its dates as a whole: it decides where a single cell leaves something open (defect D32).
 *
 * @param date1904 true where serial numbers count from 1904-01-01
 * @param asOf the day whose state the file describes
 * @param months the months on which the file says that it reports; empty where it does not say
 */
public record DateFrame(boolean date1904, LocalDate asOf, List<YearMonth> months) {
    public DateFrame {
        Objects.requireNonNull(asOf, "asOf");
        months = List.copyOf(months);
    }

    /** Of a file that says nothing about its period: what only the period could decide is refused. */
    public static DateFrame silent(boolean date1904) {
        return new DateFrame(date1904, LocalDate.MAX, List.of());
    }

    /** True for a day of a year on which the file reports, up to the day that it describes. */
    boolean supports(LocalDate day) {
        if (day.isAfter(asOf)) {
            return false;
        }
        for (YearMonth month : months) {
            if (month.getYear() == day.getYear()) {
                return true;
            }
        }
        return false;
    }

    /** The year of the only month of this number on which the file reports; 0 where there is none or more than one. */
    int yearOf(int month) {
        int year = 0;
        for (YearMonth candidate : months) {
            if (candidate.getMonthValue() == month) {
                if (year != 0) {
                    return 0;
                }
                year = candidate.getYear();
            }
        }
        return year;
    }
}
