package org.ipwarehouse.reports.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.Shape;
import java.util.Locale;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A canvas whose strokes become SVG elements and whose text stays text. It does not clip: our drawings keep within their
 * field, and a clip would cut labels that reach over its edge and double the size of a page.
 */
final class SvgCanvas extends SVGGraphics2D {
    private static final String SVG = "http://www.w3.org/2000/svg";
    /** A hundredth of a pixel. */
    private static final int DECIMALS = 2;

    private final Size size;
    private @Nullable Shape clip;

    /** @param id begins all identifiers, so that two charts of a page do not share any */
    SvgCanvas(Size size, String id) {
        super(context(id), false);
        this.size = size;
        this.clip = new Rectangle(size.width(), size.height());
        setSVGCanvasSize(new Dimension(size.width(), size.height()));
        setColor(Color.BLACK);
    }

    private static SVGGeneratorContext context(String id) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(
                GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null));
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return id + "-" + super.generateID(prefix);
            }
        });
        context.setPrecision(DECIMALS);
        return context;
    }

    /** What was drawn, as the element {@code <svg>}. */
    String element(String id, ChartSpec.Caption caption) {
        Element root = getRoot();
        return new SvgText(id, size).of(root, caption);
    }

    /** A face of its own file does not say that it is bold; SVG has to be told. */
    @Override
    public void setFont(Font font) {
        boolean bold = font.getPSName().toLowerCase(Locale.ROOT).contains("bold");
        super.setFont(bold ? font.deriveFont(Font.BOLD) : font);
    }

    @Override
    public void setClip(@Nullable Shape shape) {
        this.clip = shape;
    }

    @Override
    public @Nullable Shape getClip() {
        return clip;
    }

    @Override
    public void clip(@Nullable Shape shape) {
        this.clip = shape;
    }

    @Override
    public Rectangle getClipBounds() {
        return clip == null ? new Rectangle(size.width(), size.height()) : clip.getBounds();
    }
}
