package org.ipwarehouse.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.ipwarehouse.reports.figure.Face;
import org.ipwarehouse.reports.figure.Fonts;
import org.ipwarehouse.reports.figure.Palette;
import org.ipwarehouse.reports.figure.Palette.Tone;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.reports.table.DataTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** One look for all charts: light grid, no frames, no shadows, our fonts. */
final class ChartTheme {
    private static final double TEXT = 13;
    private static final Stroke GRID = new BasicStroke(0.7f);

    private final Fonts fonts;
    private final Palette palette;

    ChartTheme(Fonts fonts, Palette palette) {
        this.fonts = fonts;
        this.palette = palette;
    }

    Color color(Tone tone) {
        return palette.of(tone);
    }

    Palette palette() {
        return palette;
    }

    Font text() {
        return fonts.font(Face.SANS, TEXT);
    }

    Font strong() {
        return fonts.font(Face.SANS_BOLD, TEXT);
    }

    Font small() {
        return fonts.font(Face.SANS, 11);
    }

    JFreeChart chart(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setNoDataMessage("暂无数据");
        plot.setNoDataMessageFont(text());
        plot.setNoDataMessagePaint(color(Tone.MUTED));
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(null, text(), plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(2, 2, 2, 2));
        return chart;
    }

    /** Stands at the top left, before the reader meets the lines. */
    void legend(JFreeChart chart) {
        LegendTitle legend = new LegendTitle(chart.getPlot());
        legend.setItemFont(text());
        legend.setItemPaint(color(Tone.INK));
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setBackgroundPaint(null);
        legend.setPadding(0, 0, 6, 0);
        legend.setLegendItemGraphicPadding(new RectangleInsets(2, 0, 2, 4));
        legend.setItemLabelPadding(new RectangleInsets(2, 2, 2, 14));
        chart.addSubtitle(legend);
    }

    void quiet(Axis axis) {
        axis.setTickLabelFont(text());
        axis.setTickLabelPaint(color(Tone.MUTED));
        axis.setLabelFont(text());
        axis.setLabelPaint(color(Tone.MUTED));
        axis.setAxisLinePaint(color(Tone.FAINT));
        axis.setTickMarkPaint(color(Tone.FAINT));
        axis.setAxisLineStroke(GRID);
    }

    /** The axis of values: no line, whole steps where the values are whole. */
    NumberAxis valueAxis(boolean fromZero) {
        NumberAxis axis = new NumberAxis();
        quiet(axis);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAutoRangeIncludesZero(fromZero);
        axis.setUpperMargin(0.12);
        axis.setLowerMargin(fromZero ? 0 : 0.12);
        axis.setNumberFormatOverride(digits());
        axis.setTickLabelInsets(new RectangleInsets(1, 0, 1, 6));
        return axis;
    }

    Stroke grid() {
        return GRID;
    }

    private static NumberFormat digits() {
        DecimalFormat format = new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format;
    }

    /** Every text that may be drawn has glyphs: an empty box in a published chart is found here, not by its reader. */
    void requireGlyphs(ChartSpec spec) {
        DataTable table = spec.toTable();
        table.columns().forEach(c -> fonts.requireGlyphs(c.header()));
        for (DataTable.Row row : table.rows()) {
            for (Cell cell : row.cells()) {
                fonts.requireGlyphs(cell.text());
            }
        }
    }

    static double number(@Nullable BigDecimal value) {
        return value == null ? Double.NaN : value.doubleValue();
    }
}
