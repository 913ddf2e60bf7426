package org.ipwarehouse.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis of categories at 0, 1, 2 … that writes only the labels it is given: 36 months do not need 36 labels. */
@SuppressWarnings("serial") // never serialised: a chart lives for one drawing
final class LabelAxis extends NumberAxis {
    private final List<ChartSpec.Category> categories;

    LabelAxis(List<ChartSpec.Category> categories, double margin) {
        this(categories, margin, margin);
    }

    /** @param after room after the last category, in categories */
    LabelAxis(List<ChartSpec.Category> categories, double before, double after) {
        this.categories = List.copyOf(categories);
        setAutoRange(false);
        setRange(-before, Math.max(0, categories.size() - 1) + after);
    }

    @Override
    protected List<NumberTick> refreshTicksHorizontal(Graphics2D g, Rectangle2D area, RectangleEdge edge) {
        return ticks(edge == RectangleEdge.TOP ? TextAnchor.BOTTOM_CENTER : TextAnchor.TOP_CENTER);
    }

    @Override
    protected List<NumberTick> refreshTicksVertical(Graphics2D g, Rectangle2D area, RectangleEdge edge) {
        return ticks(TextAnchor.CENTER_RIGHT);
    }

    private List<NumberTick> ticks(TextAnchor anchor) {
        List<NumberTick> ticks = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            String label = categories.get(i).tick();
            if (!label.isEmpty()) {
                ticks.add(new NumberTick((Number) i, label, anchor, TextAnchor.CENTER, 0.0));
            }
        }
        return ticks;
    }
}
