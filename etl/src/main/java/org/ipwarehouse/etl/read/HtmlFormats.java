package org.ipwarehouse.etl.read;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Number formats of a page that Excel wrote: {@code mso-number-format} of a cell's own style or of its class. */
final class HtmlFormats {
    private static final int LONGEST_SHEET = 1 << 20;
    private static final Pattern CLASS = Pattern.compile("\\.([\\w-]+)\\s*\\{([^}]*)\\}");
    private static final Pattern FORMAT =
            Pattern.compile("mso-number-format\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|([^;\"'}]*))");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9A-Fa-f]{4})\\s?|(.))");

    private final Map<String, String> byClass = new HashMap<>();

    /** Reads a style sheet. */
    void add(String css) {
        if (css.length() > LONGEST_SHEET) {
            return;
        }
        for (Matcher rule = CLASS.matcher(css); rule.find(); ) {
            String format = format(rule.group(2));
            if (format != null) {
                byClass.put(rule.group(1), format);
            }
        }
    }

    /** The number format of a cell, null where it names none. */
    @Nullable
    String of(Element cell) {
        String own = format(cell.attr("style"));
        if (own != null) {
            return own;
        }
        for (String name : cell.classNames()) {
            String format = byClass.get(name);
            if (format != null) {
                return format;
            }
        }
        return null;
    }

    private static @Nullable String format(String style) {
        Matcher found = FORMAT.matcher(style);
        if (!found.find()) {
            return null;
        }
        for (int group = 1; group <= 3; group++) {
            String text = found.group(group);
            if (text != null) {
                return unescaped(text.strip());
            }
        }
        return null;
    }

    /** Style sheets write yyyy\-mm\-dd, and other letters by their code: yyyy\0022年\0022. */
    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) != null
                                ? String.valueOf((char) Integer.parseInt(escape.group(1), 16))
                                : escape.group(2)));
    }
}
