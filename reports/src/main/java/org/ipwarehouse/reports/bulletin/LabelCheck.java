package org.ipwarehouse.reports.bulletin;

import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.chart.ChartSpec;
import org.ipwarehouse.reports.chart.Funnel;
import org.ipwarehouse.reports.chart.Pareto;
import org.ipwarehouse.reports.chart.Waterfall;

/** Labels beside bars have half of the chart's width: one that is longer would be cut without a word. */
final class LabelCheck {
    /** Characters of 13 pixels in half of 600, less the number that may stand behind; two digits are as wide as one. */
    private static final int MOST = 20;

    private LabelCheck() {}

    /** @throws org.ipwarehouse.warehouse.api.Fault naming chart and label */
    static void require(BulletinSpec.ChartItem item, ChartSpec chart) {
        boolean beside = chart instanceof ChartSpec.Bar
                || chart instanceof ChartSpec.Heat
                || chart instanceof Pareto
                || chart instanceof Waterfall
                || chart instanceof Funnel;
        if (!beside) {
            return;
        }
        chart.toTable().rows().forEach(row -> {
            String label = row.cells().get(0).text();
            if (width(label) > MOST) {
                throw ReportErrors.specMistake(
                        "图“" + item.title() + "”",
                        "标签“" + label + "”太长，图上放不下（最多" + MOST + "个汉字）。",
                        "在 reports/style/labels.yaml 的 values 里，或 bulletin.yaml 的 names 里写一个短的叫法。");
            }
        });
    }

    static int width(String text) {
        return (text.codePoints().map(c -> c > 0x2E80 ? 2 : 1).sum() + 1) / 2;
    }
}
