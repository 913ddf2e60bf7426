package org.ipwarehouse.warehouse.internal.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.Target;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.disclosure.PublicWarehouse;

/**
 * What an edition rests on: the public's view with frozen figures, their periods and their moment, and the definitions,
 * names and tasks that were frozen with them.
 */
final class ReleasedWarehouse extends PublicWarehouse {
    private final Release release;
    private final List<Figure> frozen;
    private final Definitions definitions;

    ReleasedWarehouse(Warehouse inside, Release release, List<Figure> frozen, Definitions definitions) {
        super(inside, () -> frozen, definitions::rules);
        this.release = release;
        this.frozen = List.copyOf(frozen);
        this.definitions = definitions;
    }

    @Override
    public List<Passport> indicators() {
        return definitions.passports();
    }

    @Override
    public List<Region> regions() {
        return definitions.regions();
    }

    @Override
    public List<Target> targets() {
        return definitions.targets();
    }

    /** The board as it was at the draft; of other periods than the edition's none is kept. */
    @Override
    public List<TaskState> taskBoard(Period period) {
        return period.equals(release.period()) ? definitions.tasks() : List.of();
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
