package org.ipwarehouse.samples.any;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;

/**
 * Spreads seeds over the fields of a natural key as digits of a mixed-radix number, so that a key of codes alone does not
 * repeat before all its combinations are used.
 */
final class KeySpread {
    private static final long ENDLESS = Long.MAX_VALUE;

    private final Map<String, Long> steps = new LinkedHashMap<>();
    private final long combinations;

    /** @param choices how many different cells a field can have, {@link Long#MAX_VALUE} where the seed itself stands in it */
    KeySpread(Contract contract, ToLongFunction<Field> choices) {
        long step = 1;
        boolean endless = false;
        for (String part : contract.key()) {
            String name = part.split("\\|", -1)[0];
            Field field = contract.field(name).orElseThrow();
            long count = choices.applyAsLong(field);
            if (count == ENDLESS) {
                endless = true;
            } else {
                steps.put(name, step);
                step = Math.multiplyExact(step, count);
            }
        }
        this.combinations = endless ? ENDLESS : step;
    }

    /** Which of a field's choices a seed takes. */
    int choice(Field field, long seed, int choices) {
        long step = combinations == ENDLESS ? 1 : steps.getOrDefault(field.name(), 1L);
        return (int) Math.floorMod(seed / step, (long) choices);
    }

    long combinations() {
        return combinations;
    }
}
