package org.ipwarehouse.reports.chart;

import java.awt.Paint;
import java.util.List;
import org.ipwarehouse.reports.figure.Palette.Tone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Horizontal bars with their value at the end; no axis of values, since every value is written. */
final class BarDrawing {
    private final ChartTheme theme;

    BarDrawing(ChartTheme theme) {
        this.theme = theme;
    }

    JFreeChart of(ChartSpec.Bar spec) {
        CategoryPlot plot = new CategoryPlot(dataset(spec.items()), categories(), values(), new Bars(spec.items()));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        spec.items().forEach(item -> label(plot, item));
        return theme.chart(plot);
    }

    private static DefaultCategoryDataset dataset(List<ChartSpec.Item> items) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        items.forEach(item -> data.addValue(item.value().value(), "", item.label()));
        return data;
    }

    private CategoryAxis categories() {
        CategoryAxis axis = new CategoryAxis();
        theme.quiet(axis);
        axis.setTickLabelPaint(theme.color(Tone.INK));
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setCategoryMargin(0.34);
        axis.setMaximumCategoryLabelWidthRatio(0.5f);
        return axis;
    }

    private NumberAxis values() {
        NumberAxis axis = theme.valueAxis(true);
        axis.setTickLabelsVisible(false);
        axis.setUpperMargin(0.16);
        return axis;
    }

    private void label(CategoryPlot plot, ChartSpec.Item item) {
        double at = item.value().value() == null ? 0 : item.value().value().doubleValue();
        String text = "\u00a0\u00a0" + item.value().text() + (item.value().open() ? "（初步）" : "");
        CategoryTextAnnotation label = new CategoryTextAnnotation(text, item.label(), at);
        label.setFont(theme.text());
        label.setPaint(theme.color(Tone.INK));
        label.setTextAnchor(TextAnchor.CENTER_LEFT);
        label.setCategoryAnchor(org.jfree.chart.axis.CategoryAnchor.MIDDLE);
        plot.addAnnotation(label);
    }

    @SuppressWarnings("serial") // never serialised: a chart lives for one drawing
    private final class Bars extends BarRenderer {
        private final List<ChartSpec.Item> items;

        Bars(List<ChartSpec.Item> items) {
            this.items = items;
            setBarPainter(new StandardBarPainter());
            setShadowVisible(false);
            setDrawBarOutline(false);
            setMaximumBarWidth(0.09);
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return theme.color(items.get(column).quiet() ? Tone.FAINT : Tone.ACCENT);
        }
    }
}
