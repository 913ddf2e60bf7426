package org.ipwarehouse.reports.superset.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values in rison, the form in which Superset takes the parameter {@code q}. */
public final class Rison {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Rison() {}

    /** A map, list, text, number, truth value or null. @throws IllegalArgumentException for anything else */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "!n";
        }
        if (value instanceof Boolean truth) {
            return truth ? "!t" : "!f";
        }
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(Rison::of).collect(Collectors.joining(",", "!(", ")"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> text(e.getKey().toString()) + ":" + of(e.getValue()))
                    .collect(Collectors.joining(",", "(", ")"));
        }
        throw new IllegalArgumentException("No rison for " + value.getClass());
    }

    private static String text(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        return "'" + text.replace("!", "!!").replace("'", "!'") + "'";
    }

    /** {@code ?q=…}, encoded for an address. */
    public static String query(Object value) {
        return "?q=" + URLEncoder.encode(of(value), StandardCharsets.UTF_8);
    }
}
