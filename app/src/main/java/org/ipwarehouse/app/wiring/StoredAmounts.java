package org.ipwarehouse.app.wiring;

import java.util.HashMap;
import java.util.Map;
import org.ipwarehouse.etl.check.ContractJudges.AmountHistory;
import org.ipwarehouse.etl.check.UsualAmount;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.Warehouse.AmountRange;

/** What amounts were like at the last build: the same for all files of a run, whatever the run itself stores. */
record StoredAmounts(Map<String, Map<String, UsualAmount>> bySource) implements AmountHistory {

    static StoredAmounts of(Warehouse door) {
        Map<String, Map<String, UsualAmount>> bySource = new HashMap<>();
        for (AmountRange range : door.usualAmounts()) {
            bySource.computeIfAbsent(range.source(), s -> new HashMap<>())
                    .put(range.column(), new UsualAmount(range.low(), range.high(), range.amounts()));
        }
        return new StoredAmounts(bySource);
    }

    @Override
    public Map<String, UsualAmount> of(String source) {
        return bySource.getOrDefault(source, Map.of());
    }
}
