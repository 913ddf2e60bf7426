package org.ipwarehouse.warehouse.internal.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A condition of SQL as the conditions that must all hold. */
final class Conditions {
    private static final String AND = " and ";
    private static final String BETWEEN = " between ";

    private final String text;
    private final List<String> parts = new ArrayList<>();
    private int start;

    private Conditions(String text) {
        this.text = text;
    }

    /** @return the parts of a conjunction in their order; the condition itself where it is none */
    static List<String> of(String condition) {
        return new Conditions(condition.strip()).split();
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
        // and binds closer than or: a condition with or outside parentheses is no conjunction
        return hasOr() ? List.of(text) : List.copyOf(parts);
    }

    /** The and of {@code x between a and b} belongs to it. */
    private boolean isOfBetween(int at) {
        String part = text.substring(start, at).toLowerCase(Locale.ROOT);
        int between = part.lastIndexOf(BETWEEN);
        return between >= 0 && part.indexOf(AND, between) < 0;
    }

    private boolean hasOr() {
        return parts.stream().anyMatch(part -> outside(part).contains(" or "));
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
