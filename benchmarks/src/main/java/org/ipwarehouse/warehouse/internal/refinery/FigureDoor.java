package org.ipwarehouse.warehouse.internal.refinery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.jspecify.annotations.NullMarked;

/** Lets the measures store figures as a build stores them, with their vintages; it is not shipped. */
@NullMarked
public final class FigureDoor {

    private FigureDoor() {}

    /** @return how many figures were stored of each indicator */
    public static Map<String, Long> replace(
            KernelTables tables, Instant now, Set<String> codes, Consumer<Consumer<List<Figure>>> making) {
        return new FigureStore(tables, now).replace(codes, making::accept);
    }
}
