package org.ipwarehouse.reports.chart;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.ipwarehouse.reports.figure.Palette.Tone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Bars by size, the number beside the name, and the line of the shares that add up, its numbers at the right. */
final class ParetoDrawing {
    private static final float[] DASH = {5f, 4f};
    /** The end of the axis, in percent of the whole: behind 100 % stand the numbers of the line. */
    private static final double END = 122;

    private final ChartTheme theme;

    ParetoDrawing(ChartTheme theme) {
        this.theme = theme;
    }

    JFreeChart of(Pareto spec) {
        IntervalBars bars = new IntervalBars(theme);
        List<Double> shares = spec.cumulative().stream()
                .map(v -> ChartTheme.number(v.value()))
                .toList();
        double before = 0;
        for (int i = 0; i < spec.items().size(); i++) {
            ChartSpec.Item item = spec.items().get(i);
            double share = shares.get(i) - before;
            String name = item.label() + "\u00a0\u00a0" + item.value().text();
            bars.add(name, 0, share, theme.color(item.quiet() ? Tone.FAINT : Tone.ACCENT), Hatch.PLAIN);
            before = shares.get(i);
        }
        CategoryPlot plot = bars.plot(0, END);
        line(plot, bars, shares);
        for (int i = 0; i < shares.size(); i++) {
            String text = spec.cumulative().get(i).text() + "%";
            bars.write(plot, i, text, END - 0.5, TextAnchor.CENTER_RIGHT, theme.color(Tone.MUTED));
        }
        return bars.chart(plot);
    }

    private void line(CategoryPlot plot, IntervalBars bars, List<Double> shares) {
        DefaultCategoryDataset line = new DefaultCategoryDataset();
        for (int i = 0; i < shares.size(); i++) {
            line.addValue(shares.get(i), "", bars.key(i));
        }
        LineAndShapeRenderer renderer = new LineAndShapeRenderer(true, true);
        renderer.setSeriesPaint(0, theme.color(Tone.ATTENTION));
        renderer.setSeriesStroke(0, new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASH, 0f));
        renderer.setSeriesShape(0, new Ellipse2D.Double(-3, -3, 6, 6));
        plot.setDataset(1, line);
        plot.setRenderer(1, renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        ((NumberAxis) plot.getRangeAxis()).setAutoRange(false);
    }
}
