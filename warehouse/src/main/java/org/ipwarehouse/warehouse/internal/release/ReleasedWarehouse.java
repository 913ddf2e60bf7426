package org.ipwarehouse.warehouse.internal.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.analysis.AnalysisRules;
import org.ipwarehouse.warehouse.internal.disclosure.PublicWarehouse;

/**
 * What an edition rests on: the public's view with frozen figures, their periods and their moment. Names and definitions are
 * those of the files of today; the edition's context tells whether they are those of then.
 */
public final class ReleasedWarehouse extends PublicWarehouse {
    private final Release release;
    private final List<Figure> frozen;

    public ReleasedWarehouse(Warehouse inside, Release release, List<Figure> frozen, Supplier<AnalysisRules> rules) {
        super(inside, () -> frozen, rules);
        this.release = release;
        this.frozen = List.copyOf(frozen);
    }

    @Override
    public List<Period> periods() {
        return frozen.stream().map(Figure::period).distinct().sorted().toList();
    }

    @Override
    public Optional<Instant> builtAt() {
        return Optional.of(release.vintage());
    }

    @Override
    public boolean holdsSyntheticData() {
        return release.isSynthetic();
    }
}
