package org.ipwarehouse.warehouse.internal.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Target;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;

/**
 * What an edition rests on: frozen figures, their periods and their moment. Names and definitions are those of the files of
 * today; the edition's context tells whether they are those of then.
 */
public final class ReleasedWarehouse implements Warehouse {
    private final Warehouse inside;
    private final Release release;
    private final List<Figure> figures;

    public ReleasedWarehouse(Warehouse inside, Release release, List<Figure> figures) {
        this.inside = inside;
        this.release = release;
        this.figures = List.copyOf(figures);
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        return figures.stream().filter(query::admits).toList();
    }

    @Override
    public List<Period> periods() {
        return figures.stream().map(Figure::period).distinct().sorted().toList();
    }

    @Override
    public Optional<Instant> builtAt() {
        return Optional.of(release.vintage());
    }

    @Override
    public boolean holdsSyntheticData() {
        return release.isSynthetic();
    }

    @Override
    public List<Passport> indicators() {
        return inside.indicators();
    }

    @Override
    public List<Target> targets() {
        return inside.targets();
    }

    @Override
    public List<Region> regions() {
        return inside.regions();
    }

    @Override
    public List<TaskState> taskBoard(Period period) {
        return inside.taskBoard(period);
    }

    @Override
    public List<SubmissionRecord> submissions() {
        return List.of();
    }

    @Override
    public List<ExpectedReport> expectedReports(Period period) {
        return List.of();
    }

    @Override
    public Evidence why(IndicatorId indicator, Period period, RegionCode region) {
        throw WarehouseErrors.notPublic("指标 " + indicator + " 的明细");
    }
}
