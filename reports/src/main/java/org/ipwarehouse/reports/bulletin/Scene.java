package org.ipwarehouse.reports.bulletin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;

/** All that one edition is made of, read once: what is to be said, of which period, and what the warehouse knows. */
record Scene(
        BulletinSpec spec,
        Period period,
        Map<IndicatorId, Passport> passports,
        EditionFigures figures,
        ChartDesk charts,
        PartNames parts,
        Map<RegionCode, String> regionNames,
        List<Warehouse.Region> townships,
        List<Warehouse.TaskState> tasks,
        boolean synthetic) {

    /** Quarters that a trend may reach back. */
    private static final int REACH = 20;

    /** @param indicators that the edition speaks of: only their figures are read */
    static Scene of(
            Warehouse warehouse, BulletinSpec spec, PartNames parts, Period period, Set<IndicatorId> indicators) {
        Map<IndicatorId, Passport> passports = new TreeMap<>();
        warehouse.indicators().forEach(passport -> passports.put(passport.id(), passport));
        List<Figure> figures = warehouse.figures(new FigureQuery(indicators, periods(period), Set.of(), null));
        List<Warehouse.Region> townships = warehouse.regions().stream()
                .filter(region -> region.code().isTownship())
                .filter(region -> region.code().district().equals(spec.region()))
                .toList();
        return new Scene(
                spec,
                period,
                passports,
                new EditionFigures(figures),
                new ChartDesk(warehouse, parts.labels(), indicators),
                parts,
                names(warehouse),
                townships,
                warehouse.taskBoard(period),
                warehouse.holdsSyntheticData());
    }

    private static Map<RegionCode, String> names(Warehouse warehouse) {
        Map<RegionCode, String> names = new java.util.HashMap<>();
        warehouse.regions().forEach(region -> names.put(region.code(), region.nameZh()));
        return Map.copyOf(names);
    }

    String regionName(RegionCode region) {
        return regionNames.getOrDefault(region, region.value());
    }

    private static List<Period> periods(Period period) {
        List<Period> periods = new java.util.ArrayList<>(back(period, REACH));
        periods.add(period.cumulative());
        periods.add(period.yearBefore());
        periods.add(period.cumulative().yearBefore());
        return periods.stream().distinct().toList();
    }

    /** The periods up to and including this one, oldest first. */
    static List<Period> back(Period period, int count) {
        java.util.LinkedList<Period> periods = new java.util.LinkedList<>();
        java.util.Optional<Period> current = java.util.Optional.of(period);
        for (int i = 0; i < count && current.isPresent(); i++) {
            periods.addFirst(current.get());
            current = current.get().previous();
        }
        return List.copyOf(periods);
    }

    /** The same edition as a loop over townships sees it: what is said is said of this one. */
    Scene in(RegionCode region) {
        return new Scene(
                spec.in(region), period, passports, figures, charts, parts, regionNames, townships, tasks, synthetic);
    }

    Passport passport(IndicatorId indicator) {
        Passport passport = passports.get(indicator);
        if (passport == null) {
            throw new IllegalArgumentException("No passport of " + indicator);
        }
        return passport;
    }

    /** The total of the district in the period of this edition. */
    Figure total(IndicatorId indicator) {
        return figures.total(indicator, period, spec.region());
    }

    Figure toDate(IndicatorId indicator) {
        return figures.total(indicator, period.cumulative(), spec.region());
    }

    Figure township(IndicatorId indicator, RegionCode township) {
        return figures.total(indicator, period, township);
    }
}
