package org.ipwarehouse.reports.chart;

/** Makes an SVG element readable without eyes: role, title and description. */
final class SvgElement {
    /** Families of the machine that shows the page; the layout was measured with Noto Sans SC, which they resemble. */
    static final String FAMILY =
            "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

    private SvgElement() {}

    static String accessible(String element, String id, ChartSpec.Caption caption) {
        int open = element.indexOf("<svg");
        int close = element.indexOf('>', open);
        String head = element.substring(open, close) + " role=\"img\" aria-labelledby=\"" + id + "-t " + id + "-d\">";
        String names = "<title id=\"" + id + "-t\">" + escape(caption.title()) + "</title><desc id=\"" + id + "-d\">"
                + escape(caption.finding()) + "</desc>";
        return head + names + element.substring(close + 1);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
