package org.ipwarehouse.warehouse.internal.analysis;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Expected;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;

/** The expected range of each month of an indicator in a region. Months whose reports are not all in are left out. */
public final class Expectations {
    private final Warehouse warehouse;

    public Expectations(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Months ascending; empty where the indicator has no monthly figures. */
    public List<Expected> of(IndicatorId indicator, RegionCode region) {
        List<Figure> months = warehouse.figures(new FigureQuery(Set.of(indicator), List.of(), Set.of(region), ""));
        return warehouse.indicator(indicator).map(p -> of(p, months)).orElse(List.of());
    }

    /** All indicators in one reading. */
    public Map<IndicatorId, List<Expected>> of(RegionCode region) {
        Map<IndicatorId, List<Figure>> figures =
                warehouse.figures(new FigureQuery(Set.of(), List.of(), Set.of(region), "")).stream()
                        .collect(Collectors.groupingBy(Figure::indicator));
        Map<IndicatorId, List<Expected>> ranges = new LinkedHashMap<>();
        for (Passport passport : warehouse.indicators()) {
            List<Expected> months = of(passport, figures.getOrDefault(passport.id(), List.of()));
            if (!months.isEmpty()) {
                ranges.put(passport.id(), months);
            }
        }
        return ranges;
    }

    private static List<Expected> of(Passport passport, List<Figure> figures) {
        NavigableMap<YearMonth, BigDecimal> series = new TreeMap<>();
        for (Figure figure : figures) {
            BigDecimal value = figure.value();
            boolean isWhole = figure.status() == FigureStatus.OK || figure.status() == FigureStatus.PROVISIONAL;
            if (figure.period().kind() == Period.Kind.MONTH && value != null && isWhole) {
                series.put(figure.period().first(), value);
            }
        }
        boolean counts = passport.kind() == Passport.Kind.COUNT;
        return counts ? SeasonalNaive.ofCounts(series) : SeasonalNaive.ofMeasures(series);
    }
}
