package org.ipwarehouse.warehouse.internal.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A condition of SQL as the conditions that must all hold. */
public final class Conjunction {
    private static final String AND = " and ";
    private static final Pattern TOGETHER = Pattern.compile("\\b(or|case)\\b");
    private static final String BETWEEN = " between ";

    private final String text;
    private final List<String> parts = new ArrayList<>();
    private int start;

    private Conjunction(String text) {
        this.text = text;
    }

    /** @return the parts of a conjunction in their order; the condition itself where it is none */
    public static List<String> of(String condition) {
        return new Conjunction(condition.strip()).split();
    }

    private List<String> split() {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (!quoted && depth == 0 && text.regionMatches(true, i, AND, 0, AND.length()) && !isOfBetween(i)) {
                parts.add(text.substring(start, i).strip());
                start = i + AND.length();
            }
        }
        parts.add(text.substring(start).strip());
        return isOne() ? List.of(text) : List.copyOf(parts);
    }

    /** The and of {@code x between a and b} belongs to it. */
    private boolean isOfBetween(int at) {
        String part = text.substring(start, at).toLowerCase(Locale.ROOT);
        int between = part.lastIndexOf(BETWEEN);
        return between >= 0 && part.indexOf(AND, between) < 0;
    }

    /** And binds closer than or; what stands between case and end belongs together. */
    private boolean isOne() {
        return parts.stream().anyMatch(part -> TOGETHER.matcher(outside(part)).find());
    }

    /** Without what stands in parentheses or quotes. */
    private static String outside(String part) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (char c : part.toLowerCase(Locale.ROOT).toCharArray()) {
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (!quoted && depth == 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
