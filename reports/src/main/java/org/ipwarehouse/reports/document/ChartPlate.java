package org.ipwarehouse.reports.document;

import org.ipwarehouse.reports.chart.ChartSpec;
import org.ipwarehouse.reports.chart.Size;

/** The room a chart takes on the page: the width of the type area, as high as its contents need. */
record ChartPlate(Size size) {
    /** 600 px in 150 mm are 101.6 px an inch; three times that is 300 dots an inch. */
    static final double PRINT_SCALE = 2.953;

    private static final int WIDTH = 600;
    private static final double WIDTH_POINTS = 150 / 25.4 * 72;
    private static final int LINE_HEIGHT = 230;
    private static final int BAR = 20;

    static ChartPlate of(ChartSpec chart) {
        if (chart instanceof ChartSpec.Bar bar) {
            return new ChartPlate(
                    new Size(WIDTH, 30 + BAR * Math.max(3, bar.items().size())));
        }
        return new ChartPlate(new Size(WIDTH, LINE_HEIGHT));
    }

    double widthInPoints() {
        return WIDTH_POINTS;
    }

    double heightInPoints() {
        return WIDTH_POINTS * size.height() / size.width();
    }
}
