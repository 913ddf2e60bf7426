package org.ipwarehouse.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.reports.figure.Palette.Tone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** A grid of small lines with one scale; only the first column has numbers at its axis. */
final class MultiplesDrawing {
    static final int COLUMNS = 4;

    private final ChartTheme theme;
    private final Size size;

    MultiplesDrawing(ChartTheme theme, Size size) {
        this.theme = theme;
        this.size = size;
    }

    void draw(SmallMultiples spec, Graphics2D g) {
        int rows = rows(spec.panels().size());
        double width = (double) size.width() / COLUMNS;
        double height = (double) size.height() / rows;
        double most = greatest(spec.panels());
        for (int i = 0; i < spec.panels().size(); i++) {
            Rectangle2D area = new Rectangle2D.Double(i % COLUMNS * width, i / COLUMNS * height, width, height);
            boolean last = i + COLUMNS >= spec.panels().size();
            panel(spec, spec.panels().get(i), most, last).draw(g, area);
        }
    }

    static int rows(int panels) {
        return Math.max(1, (panels + COLUMNS - 1) / COLUMNS);
    }

    private static double greatest(List<ChartSpec.Series> panels) {
        return panels.stream()
                .flatMap(panel -> panel.values().stream())
                .mapToDouble(v -> ChartTheme.number(v.value()))
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(0);
    }

    private JFreeChart panel(SmallMultiples spec, ChartSpec.Series series, double most, boolean last) {
        PointRenderer renderer = new PointRenderer(List.of(series));
        renderer.setSeriesPaint(0, theme.color(Tone.ACCENT));
        renderer.setSeriesStroke(0, new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        renderer.setDefaultFillPaint(theme.color(Tone.PAPER));
        XYPlot plot = new XYPlot(LineDrawing.dataset(List.of(series)), months(spec, last), scale(most), renderer);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.color(Tone.RULE));
        plot.setRangeGridlineStroke(theme.grid());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = theme.chart(plot);
        chart.setPadding(new RectangleInsets(2, 2, 4, 8));
        chart.addSubtitle(title(series));
        return chart;
    }

    /** The place, and its last value. */
    private TextTitle title(ChartSpec.Series series) {
        String last = series.values().isEmpty()
                ? ""
                : "\u00a0\u00a0"
                        + series.values().get(series.values().size() - 1).text();
        TextTitle title = new TextTitle(series.name() + last, theme.text());
        title.setPaint(theme.color(Tone.INK));
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(0, 2, 2, 0);
        return title;
    }

    /** Only the first and the last month are named, and only in the last row of each column. */
    private LabelAxis months(SmallMultiples spec, boolean last) {
        int end = spec.categories().size() - 1;
        List<ChartSpec.Category> ticks = new ArrayList<>();
        for (int i = 0; i <= end; i++) {
            String name = spec.categories().get(i).name();
            // 24年10月 instead of 2024年10月: both ends must fit below a narrow field
            String tick = name.matches("\\d{4}年.*") ? name.substring(2) : name;
            ticks.add(new ChartSpec.Category(name, last && (i == 0 || i == end) ? tick : ""));
        }
        LabelAxis axis = new LabelAxis(ticks, end * 0.12, end * 0.16);
        theme.quiet(axis);
        axis.setTickLabelFont(theme.small());
        axis.setTickMarksVisible(false);
        return axis;
    }

    private NumberAxis scale(double most) {
        NumberAxis axis = theme.valueAxis(true);
        axis.setTickLabelFont(theme.small());
        double top = most == 0 ? 1 : most * 1.12;
        axis.setRange(-top * 0.06, top); // the dot of a zero is whole
        axis.setTickLabelInsets(new RectangleInsets(0, 0, 0, 3));
        return axis;
    }
}
