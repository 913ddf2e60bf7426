package org.ipwarehouse.reports.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Warehouse;

/** The twin, until somebody asks for the figures of a bulletin: all dimensions of a list of periods. */
final class DyingWarehouse implements Warehouse {
    private final Warehouse twin;

    DyingWarehouse(Warehouse twin) {
        this.twin = twin;
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        if (query.dimension() == null && query.periods().size() > 1) {
            throw new IllegalStateException("磁盘满了");
        }
        return twin.figures(query);
    }

    @Override
    public Warehouse seenBy(Audience audience) {
        return audience == Audience.INTERNAL ? this : twin.seenBy(audience);
    }

    @Override
    public List<Passport> indicators() {
        return twin.indicators();
    }

    @Override
    public List<Period> periods() {
        return twin.periods();
    }

    @Override
    public List<Region> regions() {
        return twin.regions();
    }

    @Override
    public List<TaskState> taskBoard(Period period) {
        return twin.taskBoard(period);
    }

    @Override
    public List<SubmissionRecord> submissions() {
        return twin.submissions();
    }

    @Override
    public List<ExpectedReport> expectedReports(Period period) {
        return twin.expectedReports(period);
    }

    @Override
    public Evidence why(IndicatorId indicator, Period period, RegionCode region) {
        return twin.why(indicator, period, region);
    }

    @Override
    public Optional<Instant> builtAt() {
        return twin.builtAt();
    }

    @Override
    public boolean holdsSyntheticData() {
        return twin.holdsSyntheticData();
    }
}
