package org.ipwarehouse.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import org.ipwarehouse.reports.figure.Palette.Tone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Lines over time: the last value is written beside its point, a gap stays a gap, provisional points are hollow. */
final class LineDrawing {
    private static final float[] DASH = {5f, 4f};
    private static final List<float[]> DASHES =
            List.of(new float[0], new float[] {9f, 3f}, new float[] {9f, 3f, 2f, 3f}, new float[] {2f, 3f});
    private static final List<Shape> MARKS = List.of(
            new Ellipse2D.Double(-3.2, -3.2, 6.4, 6.4),
            new Rectangle2D.Double(-3, -3, 6, 6),
            PointRenderer.diamond(4.2),
            new Ellipse2D.Double(-2, -2, 4, 4));
    /** Before the first category, in categories. */
    private static final double MARGIN = 0.4;

    private final ChartTheme theme;
    private final Size size;

    LineDrawing(ChartTheme theme, Size size) {
        this.theme = theme;
        this.size = size;
    }

    JFreeChart of(ChartSpec.Line spec) {
        XYPlot plot = new XYPlot(dataset(spec.series()), axis(spec), theme.valueAxis(spec.fromZero()), renderer(spec));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.color(Tone.RULE));
        plot.setRangeGridlineStroke(theme.grid());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDatasetRenderingOrder(org.jfree.chart.plot.DatasetRenderingOrder.FORWARD);
        highlight(plot, spec);
        ChartSpec.Band band = spec.band();
        if (band != null) {
            new BandDrawing(theme).add(plot, band);
        }
        new LastValues(theme, size).write(plot, spec);
        JFreeChart chart = theme.chart(plot);
        if (spec.series().size() > 1 || band != null) {
            theme.legend(chart);
        }
        return chart;
    }

    static XYSeriesCollection dataset(List<ChartSpec.Series> series) {
        XYSeriesCollection data = new XYSeriesCollection();
        for (ChartSpec.Series s : series) {
            XYSeries points = new XYSeries(s.name(), false, false);
            for (int i = 0; i < s.values().size(); i++) {
                points.add((Number) i, s.values().get(i).value());
            }
            data.addSeries(points);
        }
        return data;
    }

    private LabelAxis axis(ChartSpec.Line spec) {
        LabelAxis axis = new LabelAxis(spec.categories(), MARGIN, new LastValues(theme, size).room(spec, MARGIN));
        theme.quiet(axis);
        axis.setTickMarkOutsideLength(4);
        return axis;
    }

    private PointRenderer renderer(ChartSpec.Line spec) {
        PointRenderer renderer = new PointRenderer(
                spec.series(), spec.band() == null ? Set.of() : spec.band().outside());
        int main = 0;
        for (int i = 0; i < spec.series().size(); i++) {
            boolean reference = spec.series().get(i).role() == ChartSpec.Role.REFERENCE;
            Color color = reference ? theme.color(Tone.FAINT) : main == 0 ? theme.color(Tone.ACCENT) : part(main);
            main += reference ? 0 : 1;
            renderer.setSeriesPaint(i, color);
            renderer.setSeriesStroke(i, reference ? dashed() : solid(main - 1));
            renderer.setSeriesShape(i, MARKS.get(Math.max(0, main - 1) % MARKS.size()));
        }
        renderer.setDefaultFillPaint(theme.color(Tone.PAPER));
        return renderer;
    }

    private Color part(int index) {
        return theme.palette().part(index);
    }

    /** The first main line is unbroken; further ones are told apart without colour by their dashes. */
    private static BasicStroke solid(int main) {
        float[] dash = DASHES.get(main % DASHES.size());
        return dash.length == 0
                ? new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dash, 0f);
    }

    private static BasicStroke dashed() {
        return new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASH, 0f);
    }

    private void highlight(XYPlot plot, ChartSpec.Line spec) {
        ChartSpec.Span span = spec.highlight();
        if (span != null) {
            IntervalMarker band =
                    new IntervalMarker(span.first() - 0.5, span.last() + 0.5, theme.color(Tone.ACCENT_SOFT));
            band.setAlpha(0.45f);
            plot.addDomainMarker(band, Layer.BACKGROUND);
        }
    }
}
