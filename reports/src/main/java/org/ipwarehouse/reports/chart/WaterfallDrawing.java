package org.ipwarehouse.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.reports.figure.Palette.Tone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryLineAnnotation;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.TextAnchor;

/** Steps from a value to another: rises filled, falls hatched, so that print without colour tells them apart. */
final class WaterfallDrawing {
    private static final String OFF_THE_BAR = "\u00a0\u00a0";

    private final ChartTheme theme;

    WaterfallDrawing(ChartTheme theme) {
        this.theme = theme;
    }

    JFreeChart of(Waterfall spec) {
        List<ChartSpec.Item> steps = spec.steps();
        List<Double> levels = levels(spec);
        IntervalBars bars = new IntervalBars(theme);
        double low = 0;
        double high = 0;
        for (int i = 0; i < steps.size(); i++) {
            double from = isTotal(steps, i) ? 0 : levels.get(i - 1);
            add(bars, steps.get(i), from, levels.get(i), isTotal(steps, i));
            low = Math.min(low, levels.get(i));
            high = Math.max(high, levels.get(i));
        }
        double room = (high - low) * 0.14;
        CategoryPlot plot = bars.plot(low < 0 ? low - room : 0, high + room);
        for (int i = 0; i < steps.size(); i++) {
            double from = isTotal(steps, i) ? 0 : levels.get(i - 1);
            bars.write(
                    plot,
                    i,
                    OFF_THE_BAR + steps.get(i).value().text(),
                    Math.max(from, levels.get(i)),
                    TextAnchor.CENTER_LEFT);
            if (i + 1 < steps.size()) {
                plot.addAnnotation(new CategoryLineAnnotation(
                        bars.key(i),
                        levels.get(i),
                        bars.key(i + 1),
                        levels.get(i),
                        theme.color(Tone.FAINT),
                        theme.grid()));
            }
        }
        return bars.chart(plot);
    }

    private static boolean isTotal(List<ChartSpec.Item> steps, int index) {
        return index == 0 || index == steps.size() - 1;
    }

    /** Where each step ends. */
    private static List<Double> levels(Waterfall spec) {
        List<Double> levels = new ArrayList<>();
        java.math.BigDecimal level = Waterfall.number(spec.before());
        levels.add(level.doubleValue());
        for (ChartSpec.Item change : spec.changes()) {
            level = level.add(Waterfall.number(change));
            levels.add(level.doubleValue());
        }
        levels.add(Waterfall.number(spec.now()).doubleValue());
        return levels;
    }

    private void add(IntervalBars bars, ChartSpec.Item step, double from, double to, boolean total) {
        if (total) {
            bars.add(step.label(), from, to, theme.color(Tone.MUTED), Hatch.PLAIN);
        } else if (to >= from) {
            bars.add(step.label(), from, to, theme.color(Tone.ACCENT), Hatch.PLAIN);
        } else {
            bars.add(step.label(), from, to, theme.palette().part(2), Hatch.RISING);
        }
    }
}
