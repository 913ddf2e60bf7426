package org.ipwarehouse.etl.contract;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field that a row must state in some cases: {@code fine_yuan required when penalty_kinds contains 罚款}, {@code uscc
 * required when party_kind = 法人及非法人组织}.
 *
 * @param field the field that must be stated
 * @param other the field that decides
 * @param contains true where the other field holds several codes
 * @param values codes of the other field, any of which makes the field required
 */
public record Condition(String field, String other, boolean contains, List<String> values) implements Serializable {
    private static final Pattern FORM = Pattern.compile("(\\w+) required when (\\w+) (=|contains) (.+)");

    public Condition {
        values = List.copyOf(values);
    }

    /** Reads the form above; empty where the text has another. */
    public static Optional<Condition> parse(String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        List<String> values = Arrays.stream(m.group(4).split(",", -1))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
        boolean contains = m.group(3).equals("contains");
        return Optional.of(new Condition(m.group(1), m.group(2), contains, values));
    }
}
