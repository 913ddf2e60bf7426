package org.ipwarehouse.reports.twin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Audience;
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

/**
 * The twin with a public face: there a count from 1 to 4 is not shown and no submission is told. A plain rule for tests, not
 * the disclosure rules of the product.
 */
public final class TwoFaced implements Warehouse {
    private final Warehouse inner;
    private final Audience audience;
    private final List<Figure> figures;
    private final boolean breaks;

    public TwoFaced(Warehouse inner) {
        this(inner, Audience.INTERNAL, inner.figures(FigureQuery.all()), false);
    }

    private TwoFaced(Warehouse inner, Audience audience, List<Figure> figures, boolean breaks) {
        this.inner = inner;
        this.audience = audience;
        this.figures = List.copyOf(figures);
        this.breaks = breaks;
    }

    /** A warehouse that goes away after its figures were read. */
    public TwoFaced breakingAtTasks() {
        return new TwoFaced(inner, audience, figures, true);
    }

    /** As if one figure had been corrected since. */
    public TwoFaced with(Figure corrected) {
        List<Figure> changed = new ArrayList<>(figures);
        changed.replaceAll(f -> isSameCell(f, corrected) ? corrected : f);
        return new TwoFaced(inner, audience, changed, breaks);
    }

    private static boolean isSameCell(Figure a, Figure b) {
        return a.indicator().equals(b.indicator())
                && a.period().equals(b.period())
                && a.region().equals(b.region())
                && a.dimension().equals(b.dimension())
                && a.dimensionValue().equals(b.dimensionValue());
    }

    @Override
    public Warehouse seenBy(Audience seer) {
        return seer == audience
                ? this
                : new TwoFaced(
                        inner, seer, figures.stream().map(TwoFaced::hidden).toList(), breaks);
    }

    /** Whether the public face does not show it. */
    public static boolean isHidden(Figure f) {
        return f.value() != null
                && f.denominator() == null
                && f.value().signum() > 0
                && f.value().intValue() < 5;
    }

    private static Figure hidden(Figure f) {
        if (!isHidden(f)) {
            return f;
        }
        return new Figure(
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
                f.note());
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        return figures.stream().filter(query::admits).toList();
    }

    @Override
    public List<SubmissionRecord> submissions() {
        return audience == Audience.PUBLIC ? List.of() : inner.submissions();
    }

    @Override
    public List<Passport> indicators() {
        return inner.indicators();
    }

    @Override
    public List<Period> periods() {
        return inner.periods();
    }

    @Override
    public List<Region> regions() {
        return inner.regions();
    }

    @Override
    public List<TaskState> taskBoard(Period period) {
        if (breaks) {
            throw new IllegalStateException("the lake went away");
        }
        return inner.taskBoard(period);
    }

    @Override
    public List<ExpectedReport> expectedReports(Period period) {
        return inner.expectedReports(period);
    }

    @Override
    public Evidence why(IndicatorId indicator, Period period, RegionCode region) {
        return inner.why(indicator, period, region);
    }

    @Override
    public Optional<Instant> builtAt() {
        return inner.builtAt();
    }

    @Override
    public boolean holdsSyntheticData() {
        return inner.holdsSyntheticData();
    }
}
