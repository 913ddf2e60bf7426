package org.ipwarehouse.reports.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Draws points only where they say something: the last one, those that are not final, and those without neighbours. */
@SuppressWarnings("serial") // never serialised: a chart lives for one drawing
final class PointRenderer extends XYLineAndShapeRenderer {
    private static final Shape DOT = new Ellipse2D.Double(-3.2, -3.2, 6.4, 6.4);
    private final List<ChartSpec.Series> series;

    PointRenderer(List<ChartSpec.Series> series) {
        super(true, true);
        this.series = List.copyOf(series);
        setDefaultShape(DOT);
        setAutoPopulateSeriesShape(false);
        setUseFillPaint(true);
        setDrawOutlines(true);
        setUseOutlinePaint(false);
        setDefaultLegendShape(DOT);
    }

    @Override
    public boolean getItemShapeVisible(int row, int item) {
        return value(row, item).open() || isLast(row, item) || isAlone(row, item);
    }

    @Override
    public boolean getItemShapeFilled(int row, int item) {
        return true;
    }

    @Override
    public java.awt.Paint getItemFillPaint(int row, int item) {
        return value(row, item).open() ? getDefaultFillPaint() : getItemPaint(row, item);
    }

    private ChartSpec.Value value(int row, int item) {
        return series.get(row).values().get(item);
    }

    private boolean isLast(int row, int item) {
        boolean main = series.get(row).role() == ChartSpec.Role.MAIN;
        return main && series.get(row).values().stream().skip(item + 1L).allMatch(v -> v.value() == null);
    }

    private boolean isAlone(int row, int item) {
        return isGap(row, item - 1) && isGap(row, item + 1);
    }

    private boolean isGap(int row, int item) {
        List<ChartSpec.Value> values = series.get(row).values();
        return item < 0 || item >= values.size() || values.get(item).value() == null;
    }
}
