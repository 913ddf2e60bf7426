package org.ipwarehouse.etl.read;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.jspecify.annotations.Nullable;

/**
 * Every label under which a contract's fields come. The department's own label goes before the physical name, that
 * before an alias, that before a label without its bracket, and that before a physical name without its low lines; a
 * label that two fields claim at the same level is nobody's.
 */
final class AliasDictionary {
    private static final Pattern PHYSICAL = Pattern.compile("[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+");

    private final Contract contract;
    private final Map<String, String> fieldByKey = new HashMap<>();
    private final Set<String> claimedTwice = new HashSet<>();
    private final @Nullable String place;

    AliasDictionary(Contract contract) {
        this.contract = contract;
        level(Field::labelZh);
        level(Field::name);
        int aliases = contract.fields().stream()
                .mapToInt(f -> f.aliases().size())
                .max()
                .orElse(0);
        Map<String, String> before = Map.copyOf(fieldByKey);
        for (int i = 0; i < aliases; i++) {
            int at = i;
            claim(f -> at < f.aliases().size() ? f.aliases().get(at) : "", before);
        }
        level(f -> Labels.withoutBrackets(Labels.key(f.labelZh())));
        level(f -> camel(f.name()));
        for (int i = 0; i < aliases; i++) {
            int at = i;
            level(f -> at < f.aliases().size() ? camel(f.aliases().get(at)) : "");
        }
        claimedTwice.forEach(fieldByKey::remove);
        this.place = contract.fields().stream()
                .filter(f -> f.has(FieldRule.PLACE))
                .map(Field::name)
                .findFirst()
                .orElse(null);
    }

    Contract contract() {
        return contract;
    }

    /** Name of the field that comes under exactly this key, by key. */
    Map<String, String> fieldsByKey() {
        return Collections.unmodifiableMap(fieldByKey);
    }

    /** The field of the department's own running number, null where the contract has none. */
    @Nullable
    String place() {
        return place;
    }

    /** A physical name as services in Java write it, caseNo for case_no; letters' case does not count. "" for a label. */
    private static String camel(String name) {
        return PHYSICAL.matcher(name).matches() ? name.replace("_", "") : "";
    }

    private void level(LabelOf label) {
        claim(label, Map.copyOf(fieldByKey));
    }

    private void claim(LabelOf label, Map<String, String> before) {
        for (Field field : contract.fields()) {
            String key = Labels.key(label.of(field));
            if (key.isEmpty() || before.containsKey(key)) {
                continue;
            }
            String other = fieldByKey.putIfAbsent(key, field.name());
            if (other != null && !other.equals(field.name())) {
                claimedTwice.add(key);
            }
        }
    }

    /** Names of required fields and key parts that a header must have, as the department calls them. */
    List<String> missing(Set<String> present) {
        Set<String> missing = new LinkedHashSet<>();
        for (Field field : contract.fields()) {
            if (field.required() == Field.Required.YES && !present.contains(field.name())) {
                missing.add(field.labelZh());
            }
        }
        for (String part : contract.key()) {
            List<String> alternatives = List.of(part.split("\\|"));
            if (alternatives.stream().noneMatch(present::contains)) {
                missing.add(label(alternatives.get(0)));
            }
        }
        return List.copyOf(missing);
    }

    private String label(String field) {
        return contract.field(field).map(Field::labelZh).orElse(field);
    }

    private interface LabelOf {
        String of(Field field);
    }
}
