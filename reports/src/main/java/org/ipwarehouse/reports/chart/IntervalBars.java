package org.ipwarehouse.reports.chart;

import java.awt.Color;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.reports.figure.Palette.Tone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.CategoryAnchor;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.IntervalBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultIntervalCategoryDataset;

/** Horizontal bars that begin and end where they are told, top to bottom, each labelled: the frame of steps and stages. */
final class IntervalBars {
    private final ChartTheme theme;
    private final List<Bar> bars = new ArrayList<>();

    IntervalBars(ChartTheme theme) {
        this.theme = theme;
    }

    /** One bar between two places of the axis. */
    private record Bar(String label, double from, double to, Color color, Hatch hatch) {}

    void add(String label, double from, double to, Color color, Hatch hatch) {
        bars.add(new Bar(label, Math.min(from, to), Math.max(from, to), color, hatch));
    }

    /** @param from and {@code to} the ends of the axis */
    CategoryPlot plot(double from, double to) {
        CategoryPlot plot = new CategoryPlot(dataset(), categories(), axis(from, to), renderer());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    /** Writes a text at a place of the axis beside a bar. */
    void write(CategoryPlot plot, int bar, String text, double at, TextAnchor anchor) {
        write(plot, bar, text, at, anchor, theme.color(Tone.INK));
    }

    void write(CategoryPlot plot, int bar, String text, double at, TextAnchor anchor, Color color) {
        CategoryTextAnnotation label = new CategoryTextAnnotation(text, key(bar), at);
        label.setFont(theme.text());
        label.setPaint(color);
        label.setTextAnchor(anchor);
        label.setCategoryAnchor(CategoryAnchor.MIDDLE);
        plot.addAnnotation(label);
    }

    JFreeChart chart(CategoryPlot plot) {
        return theme.chart(plot);
    }

    /** Two bars may carry the same label; they stay two bars. */
    Comparable<?> key(int bar) {
        return new Place(bar, bars.get(bar).label());
    }

    private record Place(int index, String label) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Integer.compare(index, other.index);
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private DefaultIntervalCategoryDataset dataset() {
        Number[][] from = new Number[1][bars.size()];
        Number[][] to = new Number[1][bars.size()];
        Comparable<?>[] keys = new Comparable<?>[bars.size()];
        for (int i = 0; i < bars.size(); i++) {
            from[0][i] = bars.get(i).from();
            to[0][i] = bars.get(i).to();
            keys[i] = key(i);
        }
        return new DefaultIntervalCategoryDataset(new Comparable<?>[] {""}, keys, from, to);
    }

    private CategoryAxis categories() {
        CategoryAxis axis = new CategoryAxis();
        theme.quiet(axis);
        axis.setTickLabelPaint(theme.color(Tone.INK));
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setCategoryMargin(0.3);
        axis.setMaximumCategoryLabelWidthRatio(0.5f);
        return axis;
    }

    private NumberAxis axis(double from, double to) {
        NumberAxis axis = theme.valueAxis(true);
        axis.setTickLabelsVisible(false);
        axis.setRange(from, to > from ? to : from + 1);
        return axis;
    }

    private IntervalBarRenderer renderer() {
        Colored renderer = new Colored(List.copyOf(bars));
        renderer.setBarPainter(new HatchPainter(
                theme.color(Tone.PAPER),
                (row, column) -> bars.get(column).hatch().ordinal()));
        return renderer;
    }

    @SuppressWarnings("serial") // never serialised: a chart lives for one drawing
    private static final class Colored extends IntervalBarRenderer {
        private final List<Bar> bars;

        Colored(List<Bar> bars) {
            this.bars = bars;
            setShadowVisible(false);
            setDrawBarOutline(false);
            setMaximumBarWidth(0.09);
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return bars.get(column).color();
        }
    }
}
