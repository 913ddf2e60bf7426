package org.ipwarehouse.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.ipwarehouse.reports.figure.Palette.Tone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Parts of a whole, period by period; each part carries its number where there is room for it. */
final class StackedDrawing {
    /** A part below this share of the tallest column is too thin for its number. */
    private static final double ROOM = 0.07;

    private final ChartTheme theme;

    StackedDrawing(ChartTheme theme) {
        this.theme = theme;
    }

    JFreeChart of(ChartSpec.Stacked spec) {
        CategoryPlot plot = new CategoryPlot(dataset(spec), categories(spec), theme.valueAxis(true), renderer(spec));
        plot.setRangeGridlinePaint(theme.color(Tone.RULE));
        plot.setRangeGridlineStroke(theme.grid());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = theme.chart(plot);
        theme.legend(chart);
        return chart;
    }

    private static DefaultCategoryDataset dataset(ChartSpec.Stacked spec) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (ChartSpec.Series s : spec.series()) {
            for (int i = 0; i < s.values().size(); i++) {
                Place place = new Place(i, spec.categories().get(i).tick());
                data.addValue(s.values().get(i).value(), s.name(), place);
            }
        }
        return data;
    }

    /** Two columns may carry the same label (二季度 of two years); they stay two columns. */
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

    private CategoryAxis categories(ChartSpec.Stacked spec) {
        CategoryAxis axis = new CategoryAxis();
        theme.quiet(axis);
        axis.setTickMarksVisible(false);
        axis.setMaximumCategoryLabelWidthRatio(1.8f); // a label may reach over the gap beside its column
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.02);
        axis.setCategoryMargin(spec.categories().size() > 6 ? 0.3 : 0.42);
        return axis;
    }

    private StackedBarRenderer renderer(ChartSpec.Stacked spec) {
        StackedBarRenderer renderer = new Hatched();
        renderer.setBarPainter(new HatchPainter(
                theme.color(Tone.PAPER), (row, column) -> Hatch.of(row).ordinal()));
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setMaximumBarWidth(0.14);
        Numbers numbers = new Numbers(spec);
        for (int i = 0; i < spec.series().size(); i++) {
            Color part = theme.palette().part(i);
            renderer.setSeriesPaint(i, part);
            renderer.setSeriesOutlinePaint(i, theme.color(Tone.PAPER));
            renderer.setSeriesOutlineStroke(i, new BasicStroke(1.2f));
            renderer.setSeriesItemLabelGenerator(i, numbers);
            renderer.setSeriesItemLabelsVisible(i, true);
            renderer.setSeriesItemLabelFont(i, theme.small());
            renderer.setSeriesItemLabelPaint(i, onTopOf(part));
        }
        renderer.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.CENTER, TextAnchor.CENTER));
        return renderer;
    }

    /** The legend shows colour and hatch of a part. */
    @SuppressWarnings("serial") // never serialised: a chart lives for one drawing
    private static final class Hatched extends StackedBarRenderer {
        @Override
        public LegendItem getLegendItem(int dataset, int series) {
            Color fill = (Color) getSeriesPaint(series);
            Rectangle2D square = new Rectangle2D.Double(-7, -5, 14, 10);
            Path2D swatch = Hatch.of(series).within(square);
            swatch.append(square, false);
            String name = String.valueOf(getPlot().getDataset(dataset).getRowKey(series));
            return new LegendItem(name, name, null, null, swatch, fill, new BasicStroke(0.8f), Hatch.ink(fill));
        }
    }

    Color onTopOf(Color background) {
        double light = 0.299 * background.getRed() + 0.587 * background.getGreen() + 0.114 * background.getBlue();
        return light < 140 ? theme.color(Tone.PAPER) : theme.color(Tone.INK);
    }

    /** Writes the published text, not a number formatted anew. */
    private static final class Numbers implements CategoryItemLabelGenerator {
        private final List<ChartSpec.Series> series;
        private final double tallest;

        Numbers(ChartSpec.Stacked spec) {
            this.series = spec.series();
            double most = 0;
            for (int column = 0; column < spec.categories().size(); column++) {
                int c = column;
                most = Math.max(
                        most, series.stream().mapToDouble(s -> orZero(s, c)).sum());
            }
            this.tallest = most;
        }

        private static double orZero(ChartSpec.Series s, int column) {
            double value = ChartTheme.number(s.values().get(column).value());
            return Double.isNaN(value) ? 0 : value;
        }

        @Override
        public String generateLabel(CategoryDataset dataset, int row, int column) {
            ChartSpec.Value value = series.get(row).values().get(column);
            return orZero(series.get(row), column) < tallest * ROOM ? "" : value.text();
        }

        @Override
        public String generateRowLabel(CategoryDataset dataset, int row) {
            return series.get(row).name();
        }

        @Override
        public String generateColumnLabel(CategoryDataset dataset, int column) {
            return String.valueOf(dataset.getColumnKey(column));
        }
    }
}
