package org.ipwarehouse.etl.feedback;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.etl.contract.CodeList;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.ReasonCodes;

/**
 * What codes mean in the language of those who get the feedback.
 *
 * @param reasons reason and warning codes with what, how to correct it and an example
 * @param repairs id of a repair rule → what was repaired
 * @param names name of a code list → its codes → what people call them
 */
public record Wording(ReasonCodes reasons, Map<String, String> repairs, Map<String, Map<String, String>> names) {
    public Wording {
        repairs = Map.copyOf(repairs);
        names = Map.copyOf(names);
    }

    /** Codes stay codes. */
    public static Wording none() {
        return new Wording(ReasonCodes.none(), Map.of(), Map.of());
    }

    /** From the lists {@code reason_codes} and {@code repair_rules} of an installation. */
    public static Wording of(CodeLists lists) {
        Map<String, String> repairs = new TreeMap<>();
        lists.list("repair_rules")
                .ifPresent(list -> list.entries().forEach(entry -> repairs.put(entry.code(), entry.label())));
        Map<String, Map<String, String>> names = new TreeMap<>();
        lists.names().forEach(list -> names.put(list, names(lists.require(list))));
        return new Wording(lists.reasons(), repairs, names);
    }

    /** A code that was given two names in the course of time goes by its last one. */
    private static Map<String, String> names(CodeList list) {
        Map<String, String> names = new HashMap<>();
        list.entries().forEach(entry -> names.put(entry.code(), entry.label()));
        return names;
    }

    /** A stored value as people know it: the name with the code behind it, where its field has a code list. */
    String value(String codeList, String value) {
        String name = names.getOrDefault(codeList, Map.of()).getOrDefault(value, value);
        return name.equals(value) ? value : name + "（" + value + "）";
    }

    String repair(String rule) {
        return repairs.getOrDefault(rule, rule);
    }
}
