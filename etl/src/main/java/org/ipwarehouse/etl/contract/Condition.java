package org.ipwarehouse.etl.contract;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field that a row must state in some cases: {@code fine_yuan required when penalty_kinds contains 罚款}, {@code uscc
 * required when party_kind = 法人及非法人组织}, {@code func_code required when equip is empty}, {@code actual required when
 * equip is stated}.
 *
 * @param field the field that must be stated
 * @param other the field that decides
 * @param test how the other field decides
 * @param values codes of the other field, any of which makes the field required; empty for EMPTY and STATED
 */
public record Condition(String field, String other, Test test, List<String> values) implements Serializable {
    private static final Pattern FORM =
            Pattern.compile("(\\w+) required when (\\w+) (?:(=|contains) (.+)|is (empty|stated))");

    /** How the other field decides. */
    public enum Test {
        /** It holds one of the values. */
        EQUALS,
        /** It holds several codes, one of the values among them. */
        CONTAINS,
        EMPTY,
        STATED
    }

    public Condition {
        values = List.copyOf(values);
    }

    /** Reads the form above; empty where the text has another. */
    public static Optional<Condition> parse(String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        if (m.group(5) != null) {
            Test test = m.group(5).equals("empty") ? Test.EMPTY : Test.STATED;
            return Optional.of(new Condition(m.group(1), m.group(2), test, List.of()));
        }
        List<String> values = Arrays.stream(m.group(4).split(",", -1))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
        Test test = m.group(3).equals("contains") ? Test.CONTAINS : Test.EQUALS;
        return Optional.of(new Condition(m.group(1), m.group(2), test, values));
    }
}
