package org.ipwarehouse.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import org.ipwarehouse.reports.figure.Palette.Tone;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** The range that a line was to be expected in: a quiet surface behind it, its edges dotted for prints without colour. */
final class BandDrawing {
    private static final Stroke EDGE =
            new BasicStroke(0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {1.5f, 2.5f}, 0f);

    private final ChartTheme theme;

    BandDrawing(ChartTheme theme) {
        this.theme = theme;
    }

    void add(XYPlot plot, ChartSpec.Band band) {
        YIntervalSeriesCollection stretches = stretches(band);
        Surface surface = new Surface(band.name(), theme.color(Tone.ACCENT_SOFT), theme.color(Tone.FAINT));
        for (int i = 0; i < stretches.getSeriesCount(); i++) {
            surface.setSeriesFillPaint(i, theme.color(Tone.ACCENT_SOFT));
            surface.setSeriesPaint(i, theme.color(Tone.ACCENT_SOFT));
            surface.setSeriesVisibleInLegend(i, i == 0);
        }
        plot.setDataset(1, stretches);
        plot.setRenderer(1, surface);
        // the last dataset is drawn first: the line stands on its range
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.REVERSE);
        edges(plot, band);
    }

    /** One series for each stretch without a gap. */
    private static YIntervalSeriesCollection stretches(ChartSpec.Band band) {
        YIntervalSeriesCollection stretches = new YIntervalSeriesCollection();
        YIntervalSeries open = new YIntervalSeries(0);
        for (int i = 0; i < band.low().size(); i++) {
            double low = ChartTheme.number(band.low().get(i).value());
            double high = ChartTheme.number(band.high().get(i).value());
            if (!Double.isNaN(low)) {
                open.add(i, (low + high) / 2, low, high);
            } else if (!open.isEmpty()) {
                stretches.addSeries(open);
                open = new YIntervalSeries(i);
            }
        }
        if (!open.isEmpty()) {
            stretches.addSeries(open);
        }
        return stretches;
    }

    private void edges(XYPlot plot, ChartSpec.Band band) {
        for (ChartSpec.Series limit : band.limits()) {
            for (int i = 1; i < limit.values().size(); i++) {
                double from = ChartTheme.number(limit.values().get(i - 1).value());
                double to = ChartTheme.number(limit.values().get(i).value());
                if (!Double.isNaN(from) && !Double.isNaN(to)) {
                    plot.addAnnotation(new org.jfree.chart.annotations.XYLineAnnotation(
                            i - 1, from, i, to, EDGE, theme.color(Tone.FAINT)));
                }
            }
        }
    }

    @SuppressWarnings("serial") // never serialised: a chart lives for one drawing
    private static final class Surface extends DeviationRenderer {
        private final String name;
        private final Color fill;
        private final Color edge;

        Surface(String name, Color fill, Color edge) {
            super(false, false);
            this.name = name;
            this.fill = fill;
            this.edge = edge;
            setAlpha(1f);
        }

        @Override
        public LegendItem getLegendItem(int dataset, int series) {
            return new LegendItem(name, name, null, null, new Rectangle2D.Double(-8, -5, 16, 10), fill, EDGE, edge);
        }
    }
}
