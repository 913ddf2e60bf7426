package org.ipwarehouse.reports.bulletin;

import org.ipwarehouse.warehouse.api.Period;

/** The names of a period in running text. */
final class PeriodWords {
    private PeriodWords() {}

    static String of(String form, Period period) {
        return switch (form) {
            case "short" -> period.labelZh().replace("第", "");
            case "cumulative" -> cumulative(period);
            default -> period.labelZh();
        };
    }

    /** 1—9月, without the year: it stands beside figures of the same year. */
    static String cumulative(Period period) {
        String label = period.cumulative().labelZh();
        return label.substring(label.indexOf('年') + 1);
    }
}
