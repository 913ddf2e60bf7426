package org.ipwarehouse.reports.twin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Warehouse;

/** The twin as the public sees it: counts of one or two are not shown, nor months of TS05, and there are no lists at all. */
final class PublicTwin implements Warehouse {
    private final InMemoryWarehouse inside;
    private final List<Figure> figures;

    PublicTwin(InMemoryWarehouse inside) {
        this.inside = inside;
        this.figures = inside.figures(FigureQuery.all()).stream()
                .filter(f -> !isMonthOfSettling(f))
                .map(PublicTwin::shown)
                .toList();
    }

    private static boolean isMonthOfSettling(Figure f) {
        return f.indicator().code().equals("TS05") && f.period().kind() == Period.Kind.MONTH;
    }

    private static Figure shown(Figure f) {
        boolean few = f.value() != null
                && f.numerator() != null
                && f.numerator().signum() > 0
                && f.numerator().doubleValue() < 3;
        return few
                ? new Figure(
                        f.indicator(),
                        f.period(),
                        f.region(),
                        f.dimension(),
                        f.dimensionValue(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        FigureStatus.SUPPRESSED,
                        f.completeness(),
                        f.definition(),
                        "为保护可识别主体，不公布。")
                : f;
    }

    @Override
    public List<Passport> indicators() {
        return inside.indicators();
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        return figures.stream().filter(query::admits).toList();
    }

    @Override
    public List<Period> periods() {
        return inside.periods();
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
        throw new IllegalStateException("The public has no rows");
    }

    @Override
    public Optional<Instant> builtAt() {
        return inside.builtAt();
    }

    @Override
    public boolean holdsSyntheticData() {
        return inside.holdsSyntheticData();
    }
}
