package org.ipwarehouse.reports.superset.bundle;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;

/** The warehouse's own figures, asked without PostgreSQL and without SQL: what a chart is held against. */
public final class FigureShelf {
    private final Warehouse warehouse;
    private final Map<IndicatorId, List<Figure>> read = new HashMap<>();
    private final YearMonth newest;

    /** @param warehouse as the audience of the charts sees it */
    public FigureShelf(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.newest = warehouse.periods().stream()
                .map(Period::last)
                .max(Comparator.naturalOrder())
                .orElse(YearMonth.of(1, 1));
    }

    Warehouse warehouse() {
        return warehouse;
    }

    RegionCode district() {
        return warehouse.regions().get(0).code();
    }

    Passport passport(IndicatorId id) {
        return warehouse.indicator(id).orElseThrow();
    }

    private List<Figure> figures(IndicatorId id) {
        return read.computeIfAbsent(id, i -> warehouse.figures(new FigureQuery(Set.of(i), List.of(), Set.of(), null)));
    }

    /** The figure of the newest period of a length. */
    Optional<Figure> newest(IndicatorId id, Period.Kind kind, RegionCode region) {
        return figures(id).stream()
                .filter(f -> f.period().kind() == kind)
                .filter(f -> f.region().equals(region) && f.dimension().isEmpty())
                .max(Comparator.comparing(f -> f.period().last()));
    }

    /** Figures of one region that end in the last so many months, by period. */
    List<Figure> recent(IndicatorId id, Period.Kind kind, int months, String dimension) {
        List<Figure> recent = new ArrayList<>();
        for (Figure f : figures(id)) {
            boolean isRecent = f.period().last().isAfter(newest.minusMonths(months));
            if (f.period().kind() == kind && isRecent && f.dimension().equals(dimension)) {
                recent.add(f);
            }
        }
        return recent;
    }
}
