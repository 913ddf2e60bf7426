package org.ipwarehouse.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.RectangularShape;
import java.util.function.IntBinaryOperator;
import org.jfree.chart.renderer.category.BarPainter;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.RectangleEdge;

/** Fills bars flat, with the hatch of their part, and a thin edge of paper between neighbours. */
final class HatchPainter implements BarPainter {
    private static final Stroke LINE = new BasicStroke(0.8f);

    private final Color edge;
    private final IntBinaryOperator hatch;

    /** @param hatch ordinal of the hatch at row and column */
    HatchPainter(Color edge, IntBinaryOperator hatch) {
        this.edge = edge;
        this.hatch = hatch;
    }

    @Override
    public void paintBar(
            Graphics2D g, BarRenderer renderer, int row, int column, RectangularShape bar, RectangleEdge base) {
        if (bar.getWidth() <= 0 || bar.getHeight() <= 0) {
            return;
        }
        Color fill = (Color) renderer.getItemPaint(row, column);
        g.setPaint(fill);
        g.fill(bar);
        Hatch lines = Hatch.values()[hatch.applyAsInt(row, column)];
        if (lines != Hatch.PLAIN) {
            g.setPaint(Hatch.ink(fill));
            g.setStroke(LINE);
            g.draw(lines.within(bar.getBounds2D()));
        }
        if (renderer.isDrawBarOutline()) {
            g.setPaint(edge);
            g.setStroke(renderer.getItemOutlineStroke(row, column));
            g.draw(bar);
        }
    }

    @Override
    public void paintBarShadow(
            Graphics2D g,
            BarRenderer renderer,
            int row,
            int column,
            RectangularShape bar,
            RectangleEdge base,
            boolean pegged) {
        // no shadows
    }
}
