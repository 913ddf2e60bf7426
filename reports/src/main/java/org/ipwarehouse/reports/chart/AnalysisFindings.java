package org.ipwarehouse.reports.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.chart.ChartSpec.Category;
import org.ipwarehouse.reports.chart.ChartSpec.Item;
import org.ipwarehouse.reports.chart.ChartSpec.Value;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Decomposition;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;

/** One sentence for each chart of an analysis: what it shows, no cause, no advice. */
final class AnalysisFindings {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = new BigDecimal(80);

    private AnalysisFindings() {}

    /** Where the last month lies, and which months lay outside. */
    static String range(Passport p, List<Category> months, ChartSpec.Series series, ChartSpec.Band band) {
        int last = months.size() - 1;
        Value value = series.values().get(last);
        String now = months.get(last).name() + (value.isKnown() ? value.text() + p.unit() : "没有数值");
        Value low = band.low().get(last);
        Value high = band.high().get(last);
        if (!low.isKnown()) {
            return now + "；此前数据不足24个月，不作预期。";
        }
        String limits = "预期区间（" + low.text() + "—" + high.text() + p.unit() + "）";
        String place = !value.isKnown()
                ? "，" + limits
                : band.outside().contains(last) ? "，" + side(value, low) + limits : "，在" + limits + "之内";
        return now + place + "；" + outside(months, series, band) + "。";
    }

    private static String side(Value value, Value low) {
        boolean below =
                value.value() != null && low.value() != null && value.value().compareTo(low.value()) < 0;
        return below ? "低于" : "高于";
    }

    private static String outside(List<Category> months, ChartSpec.Series series, ChartSpec.Band band) {
        long judged = java.util.stream.IntStream.range(0, months.size())
                .filter(i ->
                        series.values().get(i).isKnown() && band.low().get(i).isKnown())
                .count();
        List<String> named = band.outside().stream()
                .sorted()
                .map(i -> months.get(i).name() + "（" + series.values().get(i).text() + "）")
                .toList();
        return named.isEmpty()
                ? "有预期区间的" + judged + "个月中没有超出预期区间的月份"
                : "超出预期区间的有" + named.size() + "个月：" + String.join("、", named);
    }

    /** How few parts make up four fifths. */
    static String pareto(Passport p, Period period, List<Item> items, List<Value> cumulative) {
        if (items.isEmpty()) {
            return period.labelZh() + "没有可分的数值。";
        }
        int few = 0;
        while (few < items.size() - 1 && below(cumulative.get(few))) {
            few++;
        }
        String names = items.stream()
                .limit(few + 1L)
                .map(i -> i.label() + "（" + i.value().text() + p.unit() + "）")
                .collect(Collectors.joining("、"));
        return "共" + items.size() + "项，前" + (few + 1) + "项合计占"
                + cumulative.get(few).text() + "%：" + names + rest(cumulative.get(items.size() - 1)) + "。";
    }

    /** What the parts that are told leave of the whole. */
    private static String rest(Value told) {
        BigDecimal rest = told.value() == null ? BigDecimal.ZERO : HUNDRED.subtract(told.value());
        BigDecimal shown = rest.setScale(1, RoundingMode.HALF_UP);
        return shown.signum() > 0 ? "；其余" + FigureText.number(shown) + "%没有分类或不公布" : "";
    }

    private static boolean below(Value share) {
        return share.value() != null && share.value().compareTo(MOST) < 0;
    }

    /** The change and its largest parts in each direction. */
    static String contributions(Passport p, Decomposition d) {
        String whole = d.period().labelZh() + FigureText.value(p, d.now()) + p.unit() + "，比"
                + d.base().labelZh() + moved(p, d.change());
        String rises = parts(p, d, 1);
        String falls = parts(p, d, -1);
        String up = rises.isEmpty() ? "" : "；增加较多的是" + rises;
        String down = falls.isEmpty() ? "" : "；减少较多的是" + falls;
        return whole + up + down + "。";
    }

    private static String moved(Passport p, BigDecimal change) {
        return change.signum() == 0
                ? "没有增减"
                : (change.signum() > 0 ? "增加" : "减少") + FigureText.value(p, change.abs()) + p.unit();
    }

    private static String parts(Passport p, Decomposition d, int sign) {
        return d.parts().stream()
                .filter(part -> part.change().signum() == sign)
                .limit(2)
                .map(part ->
                        part.labelZh() + "（" + FigureText.value(p, part.change().abs()) + p.unit() + "）")
                .collect(Collectors.joining("、"));
    }

    /** First and last stage, and the stage at which most are left behind. */
    static String funnel(String unit, List<Item> stages, List<Value> shares) {
        if (stages.stream().noneMatch(s -> s.value().isPositive())) {
            return "各环节均没有数值或为0。";
        }
        Item first = stages.get(0);
        Item last = stages.get(stages.size() - 1);
        int narrow = -1;
        for (int i = 1; i < shares.size(); i++) {
            BigDecimal share = shares.get(i).value();
            BigDecimal least = narrow < 0 ? null : shares.get(narrow).value();
            if (share != null && (least == null || share.compareTo(least) < 0)) {
                narrow = i;
            }
        }
        String ends = first.label() + first.value().text() + unit + "，" + last.label()
                + last.value().text() + unit;
        return narrow < 0
                ? ends + "。"
                : ends + "；占上一环节比重最低的是" + stages.get(narrow).label() + "（"
                        + shares.get(narrow).text() + "%）。";
    }
}
