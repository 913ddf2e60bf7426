package org.ipwarehouse.reports.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
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

/** One quarter of XZ01: 36 cases in eight parts, A with 8 down to H with 1. */
final class EightParts implements Warehouse {
    private static final Period QUARTER = Period.quarter(2026, 3);
    private final Warehouse twin = new InMemoryWarehouse();

    @Override
    public List<Figure> figures(FigureQuery query) {
        List<Figure> figures = new ArrayList<>(List.of(figure("", "", 36)));
        for (int i = 0; i < 8; i++) {
            figures.add(figure("ip_type", String.valueOf((char) ('A' + i)), 8 - i));
        }
        return figures.stream().filter(query::admits).toList();
    }

    private Figure figure(String dimension, String value, int count) {
        BigDecimal number = BigDecimal.valueOf(count);
        return new Figure(
                new IndicatorId("XZ01"),
                QUARTER,
                new RegionCode("640502"),
                dimension,
                value,
                number,
                number,
                null,
                null,
                null,
                null,
                null,
                FigureStatus.OK,
                BigDecimal.ONE,
                1,
                "");
    }

    @Override
    public List<Passport> indicators() {
        return twin.indicators();
    }

    @Override
    public List<Period> periods() {
        return List.of(QUARTER);
    }

    @Override
    public List<Region> regions() {
        return twin.regions();
    }

    @Override
    public List<TaskState> taskBoard(Period period) {
        return List.of();
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
        throw new IllegalArgumentException("no rows behind " + indicator);
    }

    @Override
    public Optional<Instant> builtAt() {
        return Optional.empty();
    }

    @Override
    public boolean holdsSyntheticData() {
        return true;
    }
}
