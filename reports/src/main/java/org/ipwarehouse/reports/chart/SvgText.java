package org.ipwarehouse.reports.chart;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Writes an SVG element so that it is readable without eyes (role, title, description), short, and byte for byte the
 * same for the same drawing: attributes by name, nothing said that is SVG's default.
 */
final class SvgText {
    /** Families of the machine that shows the page; the layout was measured with Noto Sans SC, which they resemble. */
    static final String FAMILY =
            "Noto Sans SC,Noto Sans CJK SC,Source Han Sans SC,PingFang SC,Microsoft YaHei,sans-serif";

    /** The defaults of SVG: written only where an element around it says otherwise. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("fill", "black"),
            Map.entry("fill-opacity", "1"),
            Map.entry("stroke", "none"),
            Map.entry("stroke-opacity", "1"),
            Map.entry("stroke-width", "1"),
            Map.entry("stroke-dasharray", "none"),
            Map.entry("stroke-dashoffset", "0"),
            Map.entry("stroke-linecap", "butt"),
            Map.entry("stroke-linejoin", "miter"),
            Map.entry("font-weight", "normal"));
    /** What no drawing of ours needs. */
    private static final Set<String> IDLE = Set.of(
            "color-interpolation",
            "color-rendering",
            "image-rendering",
            "shape-rendering",
            "text-rendering",
            "font-family",
            "font-style",
            "stroke-miterlimit",
            "clip-path",
            "xml:space");

    private final String id;
    private final Size size;
    private final StringBuilder out = new StringBuilder();

    SvgText(String id, Size size) {
        this.id = id;
        this.size = size;
    }

    String of(Element root, ChartSpec.Caption caption) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"").append(id).append("\" viewBox=\"0 0 ");
        out.append(size.width()).append(' ').append(size.height());
        out.append("\" font-family=\"").append(FAMILY).append("\" role=\"img\" aria-labelledby=\"");
        out.append(id)
                .append("-t ")
                .append(id)
                .append("-d\"><title id=\"")
                .append(id)
                .append("-t\">");
        out.append(escape(caption.title()))
                .append("</title><desc id=\"")
                .append(id)
                .append("-d\">");
        out.append(escape(caption.finding())).append("</desc>");
        children(root, style(root, DEFAULTS));
        return out.append("</svg>").toString();
    }

    private void children(Element parent, Map<String, String> inherited) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                element(element, inherited);
            } else if (child instanceof Text text) {
                out.append(escape(text.getData()));
            }
        }
    }

    /** The style is written where something is drawn; a group is only written for its transformation. */
    private void element(Element element, Map<String, String> around) {
        boolean group = element.getTagName().equals("g");
        Map<String, String> style = style(element, around);
        Map<String, String> own = group ? transform(element) : attributes(element, style);
        boolean empty = element.getFirstChild() == null;
        if (group && (empty || own.isEmpty()) || element.getTagName().equals("defs") && empty) {
            children(element, style);
            return;
        }
        out.append('<').append(element.getTagName());
        own.forEach((name, value) ->
                out.append(' ').append(name).append("=\"").append(escape(value)).append('"'));
        if (empty) {
            out.append("/>");
            return;
        }
        out.append('>');
        children(element, style);
        out.append("</").append(element.getTagName()).append('>');
    }

    private static Map<String, String> transform(Element element) {
        String transform = element.getAttribute("transform");
        return transform.isEmpty() ? Map.of() : Map.of("transform", transform);
    }

    /** All that holds at an element: what is stated here before what is stated around it. */
    private static Map<String, String> style(Element element, Map<String, String> around) {
        Map<String, String> style = new TreeMap<>(around);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            String name = attribute.getNodeName();
            if (DEFAULTS.containsKey(name) || name.equals("font-size")) {
                style.put(name, attribute.getNodeValue());
            }
        }
        return style;
    }

    private static Map<String, String> attributes(Element element, Map<String, String> style) {
        Map<String, String> own = new TreeMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            String name = attribute.getNodeName();
            if (!IDLE.contains(name) && !name.startsWith("xmlns")) {
                own.put(name, attribute.getNodeValue());
            }
        }
        boolean text = element.getTagName().equals("text");
        style.forEach((name, value) -> {
            boolean ofText = name.startsWith("font");
            boolean ofLine = name.startsWith("stroke");
            boolean needed = text ? !ofLine : !ofText && !(ofLine && "none".equals(style.get("stroke")));
            if (needed && !value.equals(DEFAULTS.get(name))) {
                own.put(name, value);
            } else {
                own.remove(name);
            }
        });
        return own;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
