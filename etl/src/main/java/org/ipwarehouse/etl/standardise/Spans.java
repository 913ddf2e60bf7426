package org.ipwarehouse.etl.standardise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places of a text that are to be replaced. Where two overlap, the one that begins first counts, then the longer. */
final class Spans {
    private final List<Span> found = new ArrayList<>(2);

    private record Span(int from, int to, String replacement) {}

    void add(int from, int to, String replacement) {
        found.add(new Span(from, to, replacement));
    }

    /** The text with all replacements; the same object where there are none. */
    String applied(String text) {
        if (found.isEmpty()) {
            return text;
        }
        found.sort(Comparator.comparingInt(Span::from)
                .thenComparing(Comparator.comparingInt(Span::to).reversed()));
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        for (Span span : found) {
            if (span.to <= copied) {
                continue;
            }
            if (span.from >= copied) {
                masked.append(text, copied, span.from);
            }
            masked.append(span.replacement);
            copied = span.to;
        }
        return masked.append(text, copied, text.length()).toString();
    }
}
