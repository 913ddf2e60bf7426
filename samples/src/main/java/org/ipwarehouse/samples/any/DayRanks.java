package org.ipwarehouse.samples.any;

import java.util.HashMap;
import java.util.Map;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.DateOrder;

/** How many dates of a row must come before a field's own, by the contract's orders of dates. */
final class DayRanks {
    private final Map<String, Integer> ranks = new HashMap<>();

    DayRanks(Contract contract) {
        // as many rounds as there are fields: the longest chain of orders cannot be longer
        for (int round = 0; round < contract.fields().size(); round++) {
            contract.orders().stream()
                    .flatMap(text -> DateOrder.parse(text).stream())
                    .forEach(order -> ranks.merge(order.later(), of(order.earlier()) + 1, Math::max));
        }
    }

    int of(String field) {
        return ranks.getOrDefault(field, 0);
    }
}
