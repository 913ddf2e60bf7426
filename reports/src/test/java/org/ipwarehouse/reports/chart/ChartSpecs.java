package org.ipwarehouse.reports.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.reports.chart.ChartSpec.Caption;
import org.ipwarehouse.reports.chart.ChartSpec.Category;
import org.ipwarehouse.reports.chart.ChartSpec.Role;
import org.ipwarehouse.reports.chart.ChartSpec.Series;
import org.ipwarehouse.reports.chart.ChartSpec.Value;

/** Small charts, written so that a reader sees the numbers: "12" is final, "12?" provisional, "…" missing. */
final class ChartSpecs {
    static final Caption CAPTION = new Caption("立案数<近5个月>", "9月14件 & 最高。", "件", "台账");

    private ChartSpecs() {}

    static Value value(String text) {
        boolean open = text.endsWith("?");
        String digits = open ? text.substring(0, text.length() - 1) : text;
        BigDecimal number = digits.equals("…") ? null : new BigDecimal(digits);
        return new Value(number, digits, open, null);
    }

    static List<Value> values(String... texts) {
        return Stream.of(texts).map(ChartSpecs::value).toList();
    }

    static List<Category> categories(String... names) {
        return Stream.of(names).map(Category::of).toList();
    }

    static ChartSpec.Line line(String... texts) {
        Series series = new Series("本期", Role.MAIN, values(texts));
        return new ChartSpec.Line(CAPTION, categories("5月", "6月", "7月", "8月", "9月"), List.of(series), null, true);
    }

    static ChartSpec.Stacked stacked() {
        return new ChartSpec.Stacked(
                CAPTION,
                List.of(
                        new Category("2025年第二季度", "二季度"),
                        new Category("2025年第三季度", "三季度"),
                        new Category("2026年第二季度", "二季度")),
                List.of(
                        new Series("商标", Role.MAIN, values("21", "22", "23")),
                        new Series("专利", Role.MAIN, values("11", "12", "13"))));
    }

    static ChartSpec.Bar bar() {
        return new ChartSpec.Bar(
                CAPTION,
                "乡镇",
                List.of(
                        new ChartSpec.Item("滨河镇", value("38"), false),
                        new ChartSpec.Item("文昌镇", value("31"), false),
                        new ChartSpec.Item("香山乡", value("…"), false)));
    }

    static ChartSpec.Heat heat() {
        return new ChartSpec.Heat(
                CAPTION,
                "乡镇",
                categories("8月", "9月"),
                List.of(
                        new Series("滨河镇", Role.MAIN, values("17", "19")),
                        new Series("文昌镇", Role.MAIN, values("…", "15"))));
    }
}
