package org.ipwarehouse.reports.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.jspecify.annotations.Nullable;

/** One sentence for each kind of chart: what the figures show, no cause, no advice. */
final class Findings {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private Findings() {}

    static String trend(
            Passport p, @Nullable Figure last, Period month, ChartSpec.Series series, List<ChartSpec.Category> months) {
        if (last == null || last.value() == null) {
            String why = last == null ? "缺报" : FigureText.statusLabel(last.status());
            return month.labelZh() + "没有数值（" + why + "）；" + range(p, series, months);
        }
        String clause = FigureText.clause(p, last, Comparison.YOY);
        String now = month.labelZh() + FigureText.withUnit(p, last) + (clause.isEmpty() ? "" : "，" + clause);
        return now + extremes(p, series, months);
    }

    /** Goes on from the last month: 最高、最低 of the series, without naming the last month twice. */
    private static String extremes(Passport p, ChartSpec.Series series, List<ChartSpec.Category> months) {
        int high = extreme(series, 1);
        int low = extreme(series, -1);
        int last = series.values().size() - 1;
        if (at(series, high).compareTo(at(series, low)) == 0) {
            return "；近" + months.size() + "个月各月相同。";
        } else if (at(series, last).compareTo(at(series, high)) == 0) {
            return "，为近" + months.size() + "个月最高；最低为" + named(p, series, months, low) + "。";
        } else if (at(series, last).compareTo(at(series, low)) == 0) {
            return "，为近" + months.size() + "个月最低；最高为" + named(p, series, months, high) + "。";
        }
        return "；" + range(p, series, months);
    }

    /** Highest and lowest of a series. */
    static String range(Passport p, ChartSpec.Series series, List<ChartSpec.Category> months) {
        int high = extreme(series, 1);
        if (high < 0) {
            return "近" + months.size() + "个月没有数值。";
        }
        return "最高为" + named(p, series, months, high) + "，最低为" + named(p, series, months, extreme(series, -1)) + "。";
    }

    /** Place of the greatest (sign 1) or least (−1) value, the first of equals; −1 where there is none. */
    private static int extreme(ChartSpec.Series series, int sign) {
        int found = -1;
        for (int i = 0; i < series.values().size(); i++) {
            BigDecimal value = series.values().get(i).value();
            if (value != null && (found < 0 || value.compareTo(at(series, found)) * sign > 0)) {
                found = i;
            }
        }
        return found;
    }

    private static BigDecimal at(ChartSpec.Series series, int index) {
        return Objects.requireNonNull(series.values().get(index).value());
    }

    private static String named(Passport p, ChartSpec.Series series, List<ChartSpec.Category> months, int index) {
        return months.get(index).name() + "的" + text(p, series, index);
    }

    private static String text(Passport p, ChartSpec.Series series, int index) {
        return series.values().get(index).text() + p.unit();
    }

    static String ranking(Passport p, List<ChartSpec.Item> ordered, @Nullable Figure district) {
        List<ChartSpec.Item> known = ordered.stream()
                .filter(i -> !i.quiet()
                        && (p.isRate() ? i.value().isKnown() : i.value().isPositive()))
                .toList();
        if (known.isEmpty()) {
            return "本期各乡镇均没有数值或为0。";
        }
        return p.isRate() ? rates(p, known, district) : top(p, known, district);
    }

    private static String rates(Passport p, List<ChartSpec.Item> known, @Nullable Figure district) {
        String whole = district == null || district.value() == null ? "" : "；全区为" + FigureText.withUnit(p, district);
        ChartSpec.Item low = known.get(known.size() - 1);
        return "最高为" + named(p, known.get(0)) + "，最低为" + named(p, low) + whole + "。";
    }

    private static String top(Passport p, List<ChartSpec.Item> known, @Nullable Figure district) {
        List<ChartSpec.Item> first = known.subList(0, Math.min(3, known.size()));
        String names = first.stream().map(i -> named(p, i)).collect(Collectors.joining("、"));
        String place = known.size() > 3 ? "居前三位的是" : "有发生的是";
        BigDecimal sum = first.stream()
                .map(i -> Objects.requireNonNull(i.value().value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String share = share(sum, district);
        return place + names + (share.isEmpty() ? "" : "，合计占全区" + share) + "。";
    }

    private static String named(Passport p, ChartSpec.Item item) {
        return item.label() + "（" + item.value().text() + p.unit() + "）";
    }

    static String structure(Passport p, Period last, List<ChartSpec.Series> parts, @Nullable Figure district) {
        if (district == null || district.value() == null || district.value().signum() == 0) {
            return last.labelZh() + "没有可分的数值。";
        }
        String text = parts.stream()
                .filter(s -> lastValue(s).signum() > 0)
                .sorted(Comparator.comparing(Findings::lastValue).reversed())
                .limit(3)
                .map(s -> s.name() + s.values().get(s.values().size() - 1).text() + p.unit() + "，占"
                        + share(lastValue(s), district))
                .collect(Collectors.joining("；"));
        return last.labelZh() + text + "。";
    }

    private static BigDecimal lastValue(ChartSpec.Series s) {
        BigDecimal value = s.values().get(s.values().size() - 1).value();
        return value == null ? BigDecimal.ZERO : value;
    }

    private static String share(BigDecimal part, @Nullable Figure whole) {
        if (whole == null || whole.value() == null || whole.value().signum() == 0) {
            return "";
        }
        return FigureText.number(part.multiply(HUNDRED).divide(whole.value(), 1, RoundingMode.HALF_UP)) + "%";
    }

    static String matrix(Passport p, List<ChartSpec.Series> rows, List<ChartSpec.Category> columns) {
        String best = "";
        BigDecimal most = BigDecimal.ZERO;
        for (ChartSpec.Series row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                BigDecimal value = row.values().get(i).value();
                if (value != null && value.compareTo(most) > 0) {
                    most = value;
                    best = row.name() + columns.get(i).name() + "（" + text(p, row, i) + "）";
                }
            }
        }
        return best.isEmpty() ? "没有大于0的数值。" : "单月最高为" + best + "。";
    }
}
