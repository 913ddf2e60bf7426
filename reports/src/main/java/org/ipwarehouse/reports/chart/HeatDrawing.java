package org.ipwarehouse.reports.chart;

import java.awt.Color;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipwarehouse.reports.figure.Palette.Tone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;

/** A matrix of tinted cells, each with its number; a missing cell stays white and says "…". */
final class HeatDrawing {
    private final ChartTheme theme;

    HeatDrawing(ChartTheme theme) {
        this.theme = theme;
    }

    JFreeChart of(ChartSpec.Heat spec) {
        double most = greatest(spec);
        XYPlot plot = new XYPlot(dataset(spec), axis(spec.columns()), rows(spec), renderer(most));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainAxisLocation(AxisLocation.TOP_OR_LEFT);
        numbers(plot, spec, most);
        return theme.chart(plot);
    }

    private static double greatest(ChartSpec.Heat spec) {
        return spec.rows().stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(v -> ChartTheme.number(v.value()))
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(0);
    }

    private static DefaultXYZDataset dataset(ChartSpec.Heat spec) {
        List<double[]> cells = new ArrayList<>();
        int rows = spec.rows().size();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < spec.columns().size(); c++) {
                double value =
                        ChartTheme.number(spec.rows().get(r).values().get(c).value());
                if (!Double.isNaN(value)) {
                    cells.add(new double[] {c, rows - 1 - r, value});
                }
            }
        }
        double[][] data = new double[3][cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            for (int axis = 0; axis < 3; axis++) {
                data[axis][i] = cells.get(i)[axis];
            }
        }
        DefaultXYZDataset dataset = new DefaultXYZDataset();
        dataset.addSeries("", data);
        return dataset;
    }

    private LabelAxis axis(List<ChartSpec.Category> categories) {
        LabelAxis axis = new LabelAxis(categories, 0.5);
        theme.quiet(axis);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private LabelAxis rows(ChartSpec.Heat spec) {
        List<ChartSpec.Category> names = new ArrayList<>(
                spec.rows().stream().map(r -> ChartSpec.Category.of(r.name())).toList());
        Collections.reverse(names);
        LabelAxis axis = axis(names);
        axis.setTickLabelPaint(theme.color(Tone.INK));
        return axis;
    }

    private XYBlockRenderer renderer(double most) {
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setBlockWidth(0.96);
        renderer.setBlockHeight(0.92);
        renderer.setBlockAnchor(RectangleAnchor.CENTER);
        renderer.setPaintScale(new Tint(most));
        return renderer;
    }

    private Color tint(double value, double most) {
        return theme.palette().amount(most == 0 ? 0 : value / most);
    }

    private void numbers(XYPlot plot, ChartSpec.Heat spec, double most) {
        int rows = spec.rows().size();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < spec.columns().size(); c++) {
                ChartSpec.Value value = spec.rows().get(r).values().get(c);
                XYTextAnnotation text = new XYTextAnnotation(value.text(), c, rows - 1 - r);
                text.setFont(theme.small());
                text.setPaint(ink(ChartTheme.number(value.value()), most));
                plot.addAnnotation(text);
            }
        }
    }

    private Color ink(double value, double most) {
        return Double.isNaN(value) ? theme.color(Tone.MUTED) : new StackedDrawing(theme).onTopOf(tint(value, most));
    }

    private final class Tint implements PaintScale {
        private final double most;

        Tint(double most) {
            this.most = most;
        }

        @Override
        public double getLowerBound() {
            return 0;
        }

        @Override
        public double getUpperBound() {
            return most;
        }

        @Override
        public Paint getPaint(double value) {
            return tint(value, most);
        }
    }
}
