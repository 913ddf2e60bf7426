package org.ipwarehouse.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.ipwarehouse.reports.figure.Fonts;
import org.ipwarehouse.reports.figure.Palette;
import org.jfree.chart.JFreeChart;

/** Draws charts. The same spec gives the same bytes. */
public final class ChartRenderer {
    private final ChartTheme theme;

    private ChartRenderer(ChartTheme theme) {
        this.theme = theme;
    }

    /** @param home the installation, for fonts and palette */
    public static ChartRenderer of(Path home) {
        return new ChartRenderer(new ChartTheme(Fonts.load(home), Palette.load(home)));
    }

    /**
     * An {@code <svg>} element to stand in a page: text as text, a title and description for those who cannot see it, no
     * fixed width.
     *
     * @param id unique in the page
     */
    public String svg(ChartSpec spec, Size size, String id) {
        SvgCanvas canvas = new SvgCanvas(size, id);
        draw(spec, size, canvas);
        return canvas.element(id, spec.caption());
    }

    /** @param scale pixels for each pixel of the size; 3 for print */
    public byte[] png(ChartSpec spec, Size size, double scale) {
        int width = (int) Math.round(size.width() * scale);
        int height = (int) Math.round(size.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, width, height);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.scale(scale, scale);
            draw(spec, size, g);
        } finally {
            g.dispose();
        }
        return encode(image);
    }

    private static byte[] encode(BufferedImage image) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(ChartSpec spec, Size size, Graphics2D g) {
        theme.requireGlyphs(spec);
        if (spec instanceof SmallMultiples multiples) {
            new MultiplesDrawing(theme, size).draw(multiples, g);
            return;
        }
        chart(spec, size).draw(g, new Rectangle2D.Double(0, 0, size.width(), size.height()));
    }

    private JFreeChart chart(ChartSpec spec, Size size) {
        if (spec instanceof ChartSpec.Line line) {
            return new LineDrawing(theme, size).of(line);
        } else if (spec instanceof ChartSpec.Bar bar) {
            return new BarDrawing(theme).of(bar);
        } else if (spec instanceof ChartSpec.Stacked stacked) {
            return new StackedDrawing(theme).of(stacked);
        } else if (spec instanceof ChartSpec.Heat heat) {
            return new HeatDrawing(theme).of(heat);
        } else if (spec instanceof ChartSpec.Spark spark) {
            return new SparkDrawing(theme).of(spark);
        }
        return steps(spec);
    }

    private JFreeChart steps(ChartSpec spec) {
        if (spec instanceof Pareto pareto) {
            return new ParetoDrawing(theme).of(pareto);
        } else if (spec instanceof Waterfall waterfall) {
            return new WaterfallDrawing(theme).of(waterfall);
        } else if (spec instanceof Funnel funnel) {
            return new FunnelDrawing(theme).of(funnel);
        }
        throw new IllegalArgumentException("No drawing for " + spec);
    }
}
