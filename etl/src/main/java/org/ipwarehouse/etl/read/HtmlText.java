package org.ipwarehouse.etl.read;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;

/** What a person reads in a cell: runs of blanks are one, a line break or a block begins a line, tables within are not its text. */
final class HtmlText implements NodeFilter {
    private static final Set<String> UNSEEN = Set.of("table", "script", "style", "select", "template", "noscript");
    private static final Set<String> BLOCKS = Set.of("p", "div", "li", "h1", "h2", "h3", "h4");

    private final Element root;
    private final StringBuilder text = new StringBuilder();
    private long left;

    private HtmlText(Element root, long most) {
        this.root = root;
        this.left = most;
    }

    static String of(Element element) {
        HtmlText seen = new HtmlText(element, Long.MAX_VALUE);
        element.filter(seen);
        return strip(seen.text);
    }

    /** The text of an element of few parts, "" where it has more: then it is no title, but what holds half a page. */
    static String ofFew(Element element, int most) {
        HtmlText seen = new HtmlText(element, most);
        element.filter(seen);
        return seen.left < 0 ? "" : strip(seen.text);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (--left < 0) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode part) {
            append(part.getWholeText());
        } else if (node instanceof Element element && element != root) {
            if (UNSEEN.contains(element.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (element.nameIs("br") || BLOCKS.contains(element.normalName())) {
                line();
            }
            if (element.nameIs("input") && element.attr("type").equalsIgnoreCase("text")) {
                append(element.attr("value"));
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        return FilterResult.CONTINUE;
    }

    private void line() {
        while (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        if (text.length() > 0) {
            text.append('\n');
        }
    }

    /** Blanks of markup are one blank; a no-break space is a character and stays. */
    private void append(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean blank = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
            char last = text.length() == 0 ? '\n' : text.charAt(text.length() - 1);
            if (!blank) {
                text.append(c);
            } else if (last != ' ' && last != '\n') {
                text.append(' ');
            }
        }
    }

    private static String strip(StringBuilder text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\n')) {
            end--;
        }
        return text.substring(0, end);
    }
}
