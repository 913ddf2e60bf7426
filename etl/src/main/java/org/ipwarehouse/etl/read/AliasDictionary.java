package org.ipwarehouse.etl.read;

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
 * before an alias, and that before a label without its bracket; a label that two fields claim at the same level is
 * nobody's.
 */
final class AliasDictionary {
    private static final Set<String> RUNNING_NUMBER = Set.of("序号", "序", "编号", "顺序号", "项次", "行号", "no", "no.", "№");
    private static final Pattern OTHER_FIGURE = Pattern.compile("[(\\[][^)\\]]*(上年|去年|同期|上月|上季|累计|同比|环比|增减|占比)");

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

    Set<String> keys() {
        return fieldByKey.keySet();
    }

    /** Name of the field that comes under exactly this key, null where there is none. */
    @Nullable
    String field(String key) {
        return fieldByKey.get(key);
    }

    /**
     * Name of the field that comes under this key when a note in brackets and the number of an enumeration are looked
     * through, or the department's own name for a running number; null where there is none. A bracket that speaks of
     * another time or of a comparison is no note: 罚款(上年同期) is not 罚款.
     */
    @Nullable
    String nearField(Near near) {
        if (near.isNone()) {
            return null;
        }
        String field = fieldByKey.get(near.bare());
        if (field == null) {
            field = fieldByKey.get(near.plain());
        }
        return field == null && RUNNING_NUMBER.contains(near.bare()) ? place : field;
    }

    /**
     * What is looked up of a key that no contract has exactly. It is the same for all contracts and is worked out once: a
     * sheet may have 16,384 columns.
     *
     * @param bare without the number of an enumeration
     * @param plain without a note in brackets either
     * @param isNone true for a text that cannot be a header
     */
    record Near(String bare, String plain, boolean isNone) {
        /** No label is so long; a cell may hold 32,767 characters and a text file's cell any number. */
        private static final int LONGEST = 300;

        private static final Near NONE = new Near("", "", true);

        static Near of(String key) {
            if (key.isEmpty() || key.length() > LONGEST) {
                return NONE;
            }
            String bare = Labels.withoutNumber(key);
            return OTHER_FIGURE.matcher(bare).find() ? NONE : new Near(bare, Labels.withoutBrackets(bare), false);
        }
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
