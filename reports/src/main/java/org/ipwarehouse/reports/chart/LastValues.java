package org.ipwarehouse.reports.chart;

import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipwarehouse.reports.figure.Palette.Tone;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;

/**
 * Writes the last value of each main line to the right of its end, where no line runs any more, and moves labels apart
 * that would cover each other.
 */
final class LastValues {
    /** Between the middles of two labels of 13 pixels, in pixels. */
    private static final double APART = 16;
    /** What stands beside and around the field of the lines, in pixels: numbers of the axis; months and legend. */
    private static final double BESIDE = 44;

    private static final double AROUND = 62;
    /** Keeps the text off the dot at the end of its line. */
    private static final String OFF_THE_DOT = "\u00a0\u00a0";

    private static final FontRenderContext PAPER = new FontRenderContext(null, true, true);

    private final ChartTheme theme;
    private final Size size;

    LastValues(ChartTheme theme, Size size) {
        this.theme = theme;
        this.size = size;
    }

    /** A last value, its place among the categories, and the height at which it is written. */
    private record Label(String text, int at, double height) {}

    /**
     * Room that the labels need after the last category, in categories.
     *
     * @param least room that there is without any label
     */
    double room(ChartSpec.Line spec, double least) {
        double widest = labels(spec).stream().mapToDouble(this::width).max().orElse(0);
        double field = Math.max(size.width() - BESIDE, 2 * widest);
        double categories = Math.max(0, spec.categories().size() - 1) + least;
        return Math.max(least, categories * widest / Math.max(1, field - widest));
    }

    void write(XYPlot plot, ChartSpec.Line spec) {
        List<Label> labels = labels(spec);
        double perPixel = plot.getRangeAxis().getRange().getLength() / Math.max(1, size.height() - AROUND);
        List<Double> heights = Spread.apart(labels.stream().map(Label::height).toList(), APART * perPixel);
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            XYTextAnnotation text = new XYTextAnnotation(label.text(), label.at(), heights.get(i));
            text.setFont(theme.strong());
            text.setPaint(theme.color(Tone.INK));
            text.setTextAnchor(
                    label.at() == spec.categories().size() - 1 ? TextAnchor.CENTER_LEFT : TextAnchor.BOTTOM_LEFT);
            plot.addAnnotation(text);
        }
    }

    private double width(Label label) {
        return theme.strong().getStringBounds(label.text(), PAPER).getWidth();
    }

    /** Lowest first. */
    private static List<Label> labels(ChartSpec.Line spec) {
        String unit = "%".equals(spec.caption().unit()) ? "%" : "";
        List<Label> labels = new ArrayList<>();
        for (ChartSpec.Series series : spec.series()) {
            for (int i = series.values().size() - 1; series.role() == ChartSpec.Role.MAIN && i >= 0; i--) {
                ChartSpec.Value value = series.values().get(i);
                if (value.value() != null) {
                    labels.add(new Label(
                            OFF_THE_DOT + value.text() + unit, i, value.value().doubleValue()));
                    break;
                }
            }
        }
        labels.sort(Comparator.comparingDouble(Label::height));
        return labels;
    }
}
