package org.ipwarehouse.reports.site;

import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.ipwarehouse.reports.chart.ChartSpec;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.jspecify.annotations.Nullable;

/** One plain English sentence beside the Chinese one of a chart; its numbers are the same texts. */
final class EnglishFindings {
    private final English english;

    EnglishFindings(English english) {
        this.english = english;
    }

    /** A change as the Chinese page shows it, in English: {@code +6.3个百分点} → {@code +6.3 pp}. */
    static String change(String zh) {
        return zh.replace("个百分点", " pp");
    }

    /** Q3 2026, Sep 2026, Jan–Sep 2026, H1 2026, 2026. */
    static String period(Period t) {
        int year = t.first().getYear();
        String first = t.first().getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        String last = t.last().getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return switch (t.kind()) {
            case MONTH -> last + " " + year;
            case QUARTER -> "Q" + (t.first().getMonthValue() / 3 + 1) + " " + year;
            case HALF -> "H" + (t.first().getMonthValue() == 1 ? 1 : 2) + " " + year;
            case YEAR -> String.valueOf(year);
            case TO_DATE -> first.equals(last) ? last + " " + year : first + "–" + last + " " + year;
        };
    }

    String figure(Passport p, Period period, @Nullable Figure f) {
        if (f == null || f.value() == null) {
            String why = f == null ? "缺报" : FigureText.statusLabel(f.status());
            return period(period) + ": no value (" + english.of("status", why) + ").";
        }
        String said = period(period) + ": " + FigureText.value(p, f) + unit(p);
        return f.yoy() == null
                ? said + "."
                : said + ", " + change(FigureText.signedChange(p, f, Comparison.YOY)) + " on the year before.";
    }

    /** The greatest of some items by name. */
    String greatest(Passport p, Period period, List<ChartSpec.Series> series) {
        ChartSpec.Series best = null;
        for (ChartSpec.Series s : series) {
            if (last(s).isKnown() && (best == null || greater(s, best))) {
                best = s;
            }
        }
        return best == null
                ? "No values."
                : period(period) + ": largest part " + english.of("ip_type", best.name()) + " with "
                        + last(best).text() + unit(p) + ".";
    }

    private static ChartSpec.Value last(ChartSpec.Series s) {
        return s.values().get(s.values().size() - 1);
    }

    private static boolean greater(ChartSpec.Series a, ChartSpec.Series b) {
        var x = last(a).value();
        var y = last(b).value();
        return x != null && (y == null || x.compareTo(y) > 0);
    }

    private String unit(Passport p) {
        return p.unit().equals("%") ? "%" : " " + english.of("unit", p.unit());
    }
}
