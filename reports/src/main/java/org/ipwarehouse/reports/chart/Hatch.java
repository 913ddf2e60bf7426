package org.ipwarehouse.reports.chart;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Lines within a bar that tell its part from others where colour is lost: in a photocopy or a black-and-white print. */
enum Hatch {
    PLAIN,
    RISING,
    LEVEL,
    FALLING,
    CROSSED,
    UPRIGHT;

    private static final double STEP = 6;

    /** The hatch of the n-th part of a whole. */
    static Hatch of(int part) {
        return values()[part % values().length];
    }

    /** The lines, none of them beyond the edges of the bar. */
    Path2D within(Rectangle2D bar) {
        Path2D lines = new Path2D.Double();
        if (this == RISING || this == CROSSED) {
            rising(bar, lines);
        }
        if (this == FALLING || this == CROSSED) {
            falling(bar, lines);
        }
        if (this == LEVEL) {
            for (double y = bar.getMinY() + STEP / 2; y < bar.getMaxY(); y += STEP) {
                line(lines, bar.getMinX(), y, bar.getMaxX(), y);
            }
        }
        if (this == UPRIGHT) {
            for (double x = bar.getMinX() + STEP / 2; x < bar.getMaxX(); x += STEP) {
                line(lines, x, bar.getMinY(), x, bar.getMaxY());
            }
        }
        return lines;
    }

    /** x + y is the same along each line. */
    private static void rising(Rectangle2D bar, Path2D lines) {
        double end = bar.getMaxX() + bar.getMaxY();
        for (double sum = bar.getMinX() + bar.getMinY() + STEP; sum < end; sum += STEP) {
            double left = Math.max(bar.getMinX(), sum - bar.getMaxY());
            double right = Math.min(bar.getMaxX(), sum - bar.getMinY());
            line(lines, left, sum - left, right, sum - right);
        }
    }

    /** x − y is the same along each line. */
    private static void falling(Rectangle2D bar, Path2D lines) {
        double end = bar.getMaxX() - bar.getMinY();
        for (double gap = bar.getMinX() - bar.getMaxY() + STEP; gap < end; gap += STEP) {
            double left = Math.max(bar.getMinX(), bar.getMinY() + gap);
            double right = Math.min(bar.getMaxX(), bar.getMaxY() + gap);
            line(lines, left, left - gap, right, right - gap);
        }
    }

    private static void line(Path2D lines, double x1, double y1, double x2, double y2) {
        lines.moveTo(x1, y1);
        lines.lineTo(x2, y2);
    }

    /** Seen on the colour, yet quiet enough for a number on top of it. */
    static Color ink(Color fill) {
        double light = 0.299 * fill.getRed() + 0.587 * fill.getGreen() + 0.114 * fill.getBlue();
        return light < 140 ? mixed(fill, 255, 0.34) : mixed(fill, 0, 0.24);
    }

    private static Color mixed(Color fill, int with, double share) {
        return new Color(
                mixed(fill.getRed(), with, share),
                mixed(fill.getGreen(), with, share),
                mixed(fill.getBlue(), with, share));
    }

    private static int mixed(int channel, int with, double share) {
        return (int) Math.round(channel + (with - channel) * share);
    }
}
