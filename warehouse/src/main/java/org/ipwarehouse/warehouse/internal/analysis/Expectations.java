package org.ipwarehouse.warehouse.internal.analysis;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Expected;
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
        NavigableMap<YearMonth, BigDecimal> series = new TreeMap<>();
        warehouse
                .figures(new FigureQuery(Set.of(indicator), List.of(), Set.of(region), ""))
                .forEach(figure -> {
                    BigDecimal value = figure.value();
                    boolean isWhole = figure.status() == FigureStatus.OK || figure.status() == FigureStatus.PROVISIONAL;
                    if (figure.period().kind() == Period.Kind.MONTH && value != null && isWhole) {
                        series.put(figure.period().first(), value);
                    }
                });
        boolean counts = warehouse
                .indicator(indicator)
                .filter(passport -> passport.kind() == Passport.Kind.COUNT)
                .isPresent();
        return counts ? SeasonalNaive.ofCounts(series) : SeasonalNaive.ofMeasures(series);
    }
}
