package org.ipwarehouse.reports.chart;

import org.ipwarehouse.reports.figure.Palette.Tone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.TextAnchor;

/** Bars around a common middle, as wide as their count; the share of the stage before stands at the right. */
final class FunnelDrawing {
    /** A bar below this share of the widest is too narrow for its number. */
    private static final double ROOM = 0.12;

    private final ChartTheme theme;

    FunnelDrawing(ChartTheme theme) {
        this.theme = theme;
    }

    JFreeChart of(Funnel spec) {
        IntervalBars bars = new IntervalBars(theme);
        double widest =
                spec.stages().stream().mapToDouble(FunnelDrawing::width).max().orElse(0);
        for (int i = 0; i < spec.stages().size(); i++) {
            double half = width(spec.stages().get(i)) / 2;
            bars.add(spec.stages().get(i).label(), -half, half, theme.color(Tone.ACCENT), Hatch.PLAIN);
        }
        double edge = widest == 0 ? 1 : widest / 2;
        CategoryPlot plot = bars.plot(-edge, edge * 1.7);
        for (int i = 0; i < spec.stages().size(); i++) {
            number(bars, plot, spec.stages().get(i), i, widest);
            ChartSpec.Value share = spec.shares().get(i);
            if (share.isKnown()) {
                bars.write(
                        plot,
                        i,
                        "占上一环节" + share.text() + "%",
                        edge * 1.68,
                        TextAnchor.CENTER_RIGHT,
                        theme.color(Tone.MUTED));
            }
        }
        return bars.chart(plot);
    }

    private void number(IntervalBars bars, CategoryPlot plot, ChartSpec.Item stage, int index, double widest) {
        double width = width(stage);
        String text = stage.value().text();
        if (width >= widest * ROOM && width > 0) {
            bars.write(plot, index, text, 0, TextAnchor.CENTER, theme.color(Tone.PAPER));
        } else {
            bars.write(plot, index, "\u00a0\u00a0" + text, width / 2, TextAnchor.CENTER_LEFT);
        }
    }

    private static double width(ChartSpec.Item stage) {
        double value = ChartTheme.number(stage.value().value());
        return Double.isNaN(value) ? 0 : value;
    }
}
