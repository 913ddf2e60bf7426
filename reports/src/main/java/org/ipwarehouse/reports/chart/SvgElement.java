package org.ipwarehouse.reports.chart;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes an SVG element readable without eyes (role, title, description) and says nothing twice. */
final class SvgElement {
    /** Families of the machine that shows the page; the layout was measured with Noto Sans SC, which they resemble. */
    static final String FAMILY =
            "Noto Sans SC,Noto Sans CJK SC,Source Han Sans SC,PingFang SC,Microsoft YaHei,sans-serif";

    /** What is the default of SVG, or stands once at the element. */
    private static final Pattern IDLE = Pattern.compile("(?:fill|stroke)-opacity:\\s?1\\.0;?\\s?|font-family: INHERIT; "
            + "|stroke-miterlimit:10\\.0;|shape-rendering:geometricPrecision;");

    private static final Pattern TEXT_CLIP = Pattern.compile("(<text[^>]*?) clip-path='[^']*'");

    private SvgElement() {}

    static String accessible(String element, String id, ChartSpec.Caption caption) {
        int open = element.indexOf("<svg");
        int close = element.indexOf('>', open);
        String head = element.substring(open, close) + " font-family=\"" + FAMILY + "\" role=\"img\" aria-labelledby=\""
                + id + "-t " + id + "-d\">";
        String names = "<title id=\"" + id + "-t\">" + escape(caption.title()) + "</title><desc id=\"" + id + "-d\">"
                + escape(caption.finding()) + "</desc>";
        String body = TEXT_CLIP.matcher(element.substring(close + 1)).replaceAll("$1");
        return head + names + IDLE.matcher(body).replaceAll("");
    }

    /** One decimal is a tenth of a pixel. */
    static String coordinate(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
