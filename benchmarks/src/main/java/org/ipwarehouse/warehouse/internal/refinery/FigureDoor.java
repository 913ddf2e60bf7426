package org.ipwarehouse.warehouse.internal.refinery;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ipwarehouse.warehouse.internal.indicator.Indicators;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.jspecify.annotations.NullMarked;

/** Lets the measures store figures as a build stores them, with their vintages; it is not shipped. */
@NullMarked
public final class FigureDoor {

    private FigureDoor() {}

    /**
     * @param codes of the indicators, whose definitions are those of the run before
     * @return how many figures the lake has of each indicator
     */
    public static Map<String, Long> replace(
            KernelTables tables, Instant now, Set<String> codes, Consumer<Indicators.Taking> making) {
        Map<String, String> meanings = new TreeMap<>();
        codes.forEach(code -> meanings.put(code, "as before"));
        return new FigureStore(tables, now)
                .replace(meanings, Set.of(), making::accept)
                .figures();
    }
}
