package org.ipwarehouse.warehouse.api;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which figures to read. An empty collection or null means no restriction on that axis.
 *
 * @param dimension "" for totals only; a name for that breakdown; null for all
 */
public record FigureQuery(
        Set<IndicatorId> indicators,
        List<Period> periods,
        Set<RegionCode> regions,
        @Nullable String dimension) {

    public FigureQuery {
        indicators = Set.copyOf(indicators);
        periods = List.copyOf(periods);
        regions = Set.copyOf(regions);
    }

    public static FigureQuery all() {
        return new FigureQuery(Set.of(), List.of(), Set.of(), null);
    }

    public static FigureQuery totals(List<Period> periods) {
        return new FigureQuery(Set.of(), periods, Set.of(), "");
    }

    public boolean admits(Figure f) {
        return (indicators.isEmpty() || indicators.contains(f.indicator()))
                && (periods.isEmpty() || periods.contains(f.period()))
                && (regions.isEmpty() || regions.contains(f.region()))
                && (dimension == null || dimension.equals(f.dimension()));
    }
}
