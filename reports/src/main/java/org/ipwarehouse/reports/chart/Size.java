package org.ipwarehouse.reports.chart;

/** Width and height of a chart in pixels at scale 1; text is 12 to 13 pixels high. */
public record Size(int width, int height) {
    public Size {
        if (width < 40 || height < 16) {
            throw new IllegalArgumentException("Too small for a chart: " + width + " × " + height);
        }
    }
}
