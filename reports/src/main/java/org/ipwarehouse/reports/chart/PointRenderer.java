package org.ipwarehouse.reports.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Set;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Draws points only where they say something: the last one, those that are not final, and those without neighbours. */
@SuppressWarnings("serial") // never serialised: a chart lives for one drawing
final class PointRenderer extends XYLineAndShapeRenderer {
    private static final Shape DOT = new Ellipse2D.Double(-3.2, -3.2, 6.4, 6.4);
    private static final Shape DIAMOND = diamond(6);
    /** Lines that are compared carry marks of their own as long as there are few points. */
    private static final int FEW = 12;

    private final List<ChartSpec.Series> series;
    private final Set<Integer> outside;

    PointRenderer(List<ChartSpec.Series> series) {
        this(series, Set.of());
    }

    /** @param outside points of the main series that lie outside their expected range: drawn as diamonds */
    PointRenderer(List<ChartSpec.Series> series, Set<Integer> outside) {
        super(true, true);
        this.series = List.copyOf(series);
        this.outside = Set.copyOf(outside);
        setDefaultShape(DOT);
        setAutoPopulateSeriesShape(false);
        setUseFillPaint(true);
        setDrawOutlines(true);
        setUseOutlinePaint(false);
        setDefaultLegendShape(DOT);
    }

    @Override
    public boolean getItemShapeVisible(int row, int item) {
        return value(row, item).open() || isLast(row, item) || isAlone(row, item) || isOutside(row, item) || marksAll();
    }

    private boolean marksAll() {
        long main = series.stream().filter(s -> s.role() == ChartSpec.Role.MAIN).count();
        return main > 1 && series.get(0).values().size() <= FEW;
    }

    private boolean isOutside(int row, int item) {
        return series.get(row).role() == ChartSpec.Role.MAIN && outside.contains(item);
    }

    @Override
    public Shape getItemShape(int row, int item) {
        return isOutside(row, item) ? DIAMOND : super.getItemShape(row, item);
    }

    static Shape diamond(double radius) {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(0, -radius);
        diamond.lineTo(radius, 0);
        diamond.lineTo(0, radius);
        diamond.lineTo(-radius, 0);
        diamond.closePath();
        return diamond;
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
