package org.ipwarehouse.reports.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.reports.figure.Palette.Tone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** A line without axes: the shape of a series beside its number. */
final class SparkDrawing {
    private final ChartTheme theme;

    SparkDrawing(ChartTheme theme) {
        this.theme = theme;
    }

    JFreeChart of(ChartSpec.Spark spec) {
        List<ChartSpec.Series> series =
                List.of(new ChartSpec.Series("", ChartSpec.Role.MAIN, lastOpenOnly(spec.values())));
        PointRenderer renderer = new PointRenderer(series);
        renderer.setSeriesPaint(0, theme.color(Tone.ACCENT));
        renderer.setSeriesStroke(0, new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        renderer.setDefaultFillPaint(theme.color(Tone.PAPER));
        LabelAxis x = new LabelAxis(spec.categories(), 0.6);
        x.setVisible(false);
        NumberAxis y = new NumberAxis();
        y.setAutoRangeIncludesZero(false);
        y.setLowerMargin(0.18);
        y.setUpperMargin(0.18);
        y.setVisible(false);
        XYPlot plot = new XYPlot(LineDrawing.dataset(series), x, y, renderer);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = theme.chart(plot);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    /** In a line this small only the last point can say that it is not final. */
    private static List<ChartSpec.Value> lastOpenOnly(List<ChartSpec.Value> values) {
        List<ChartSpec.Value> calm = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ChartSpec.Value v = values.get(i);
            boolean last = i == values.size() - 1;
            calm.add(new ChartSpec.Value(v.value(), v.text(), last && v.open(), v.figure()));
        }
        return calm;
    }
}
