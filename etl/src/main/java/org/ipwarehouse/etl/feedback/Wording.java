package org.ipwarehouse.etl.feedback;

import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.ReasonCodes;

/**
 * What codes mean in the language of those who get the feedback.
 *
 * @param reasons reason and warning codes with what, how to correct it and an example
 * @param repairs id of a repair rule → what was repaired
 */
public record Wording(ReasonCodes reasons, Map<String, String> repairs) {
    public Wording {
        repairs = Map.copyOf(repairs);
    }

    /** Codes stay codes. */
    public static Wording none() {
        return new Wording(ReasonCodes.none(), Map.of());
    }

    /** From the lists {@code reason_codes} and {@code repair_rules} of an installation. */
    public static Wording of(CodeLists lists) {
        Map<String, String> repairs = new TreeMap<>();
        lists.list("repair_rules")
                .ifPresent(list -> list.entries().forEach(entry -> repairs.put(entry.code(), entry.label())));
        return new Wording(lists.reasons(), repairs);
    }

    String repair(String rule) {
        return repairs.getOrDefault(rule, rule);
    }
}
