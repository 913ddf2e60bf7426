package org.ipwarehouse.reports.figure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;

/** All totals of the warehouse, read once, and the breakdowns that are asked for, each read once. */
public final class FigureBook {
    private final Warehouse warehouse;
    private final Map<IndicatorId, Passport> passports = new HashMap<>();
    private final Map<FigureRef, Figure> totals = new HashMap<>();
    private final Map<String, List<Figure>> breakdowns = new HashMap<>();
    private final List<Warehouse.Region> regions;

    private FigureBook(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.regions = warehouse.regions();
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where the warehouse has no regions or figures yet */
    public static FigureBook read(Warehouse warehouse) {
        return read(warehouse, Set.of());
    }

    /** @param indicators whose totals are read; empty for all */
    public static FigureBook read(Warehouse warehouse, Set<IndicatorId> indicators) {
        FigureBook book = new FigureBook(warehouse);
        warehouse.indicators().forEach(p -> book.passports.put(p.id(), p));
        warehouse
                .figures(new FigureQuery(indicators, List.of(), Set.of(), ""))
                .forEach(f -> book.totals.put(FigureRef.of(f), f));
        if (book.regions.isEmpty() || book.totals.isEmpty()) {
            throw ReportErrors.noFigures("任何期间");
        }
        return book;
    }

    public Optional<Passport> find(IndicatorId indicator) {
        return Optional.ofNullable(passports.get(indicator));
    }

    /** @throws IllegalArgumentException where there is no such indicator */
    public Passport passport(IndicatorId indicator) {
        return find(indicator).orElseThrow(() -> new IllegalArgumentException("No indicator " + indicator));
    }

    /** By code. */
    public List<Passport> passports() {
        return passports.values().stream()
                .sorted(Comparator.comparing(Passport::id))
                .toList();
    }

    /** The figure of the district as a whole; empty where the warehouse holds none, not even a missing one. */
    public Optional<Figure> district(IndicatorId indicator, Period period) {
        return total(indicator, period, district());
    }

    public Optional<Figure> total(IndicatorId indicator, Period period, RegionCode region) {
        return Optional.ofNullable(totals.get(FigureRef.total(indicator, period, region)));
    }

    /** The parts of an indicator by one dimension, all periods, the district as a whole. */
    public List<Figure> breakdown(IndicatorId indicator, String dimension) {
        return breakdowns.computeIfAbsent(
                indicator + "|" + dimension,
                key -> warehouse.figures(new FigureQuery(Set.of(indicator), List.of(), Set.of(district()), dimension)));
    }

    public boolean covers(Period period) {
        return totals.keySet().stream().anyMatch(ref -> ref.period().equals(period));
    }

    public RegionCode district() {
        return regions.get(0).code();
    }

    public String districtName() {
        return regions.get(0).nameZh();
    }

    /** Townships by code, the unknown township last. */
    public List<Warehouse.Region> townships() {
        return regions.stream().filter(r -> r.code().isTownship()).toList();
    }
}
