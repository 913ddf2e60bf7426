package org.ipwarehouse.reports.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.warehouse.api.Decomposition;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Expected;
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
 * One quarter of XZ01: 36 cases in eight parts, A with 8 down to H with 1, of two countries 20 and 7
 * (the others are not told); 10, 12 and 14 of them in its three months.
 * The month July had no range to be expected in, August 5 to 15, September 3.2 to 13.4.
 */
final class EightParts implements Warehouse {
    private static final Period QUARTER = Period.quarter(2026, 3);
    private final Warehouse twin = new InMemoryWarehouse();

    @Override
    public List<Figure> figures(FigureQuery query) {
        List<Figure> figures = new ArrayList<>(List.of(figure("", "", 36)));
        for (int i = 0; i < 8; i++) {
            figures.add(figure("ip_type", String.valueOf((char) ('A' + i)), 8 - i));
        }
        figures.add(figure("holder_country", "CHN", 20));
        figures.add(figure("holder_country", "USA", 7));
        int[] months = {10, 12, 14};
        for (int i = 0; i < 3; i++) {
            figures.add(figure(Period.month(QUARTER.first().plusMonths(i)), "", "", months[i]));
        }
        return figures.stream().filter(query::admits).toList();
    }

    @Override
    public List<Expected> expected(IndicatorId indicator, RegionCode region) {
        return List.of(
                new Expected(Period.parse("2026-07"), null, null, null, Expected.Method.TOO_SHORT),
                range("2026-08", "5", "15"),
                range("2026-09", "3.2", "13.4"));
    }

    private static Expected range(String month, String low, String high) {
        return new Expected(
                Period.parse(month),
                new BigDecimal(low),
                new BigDecimal(low).add(new BigDecimal(high)).divide(BigDecimal.valueOf(2)),
                new BigDecimal(high),
                Expected.Method.SEASONAL_NAIVE_NORMAL);
    }

    /** 30 became 36: one township has 8 more, one 2 less. */
    @Override
    public Optional<Decomposition> explain(
            IndicatorId indicator, Period period, Decomposition.Comparison comparison, String breakdown) {
        return Optional.of(new Decomposition(
                indicator,
                period,
                period.yearBefore(),
                breakdown,
                BigDecimal.valueOf(36),
                BigDecimal.valueOf(30),
                List.of(part("滨河镇", 20, 12), part("文昌镇", 16, 18)),
                new Decomposition.Reading("", Decomposition.Certainty.NONE),
                List.of()));
    }

    private static Decomposition.Part part(String name, int now, int before) {
        return new Decomposition.Part(name, name, BigDecimal.valueOf(now), BigDecimal.valueOf(before), null);
    }

    @Override
    public List<FunnelStage> transferFunnel(Period period) {
        return List.of(
                new FunnelStage("reached", "应进入", 10),
                new FunnelStage("transferred", "移送", 4),
                new FunnelStage("received", "接收", 4),
                new FunnelStage("filed", "立案", 3),
                new FunnelStage("prosecuted", "起诉", 1),
                new FunnelStage("judged", "判决", 0));
    }

    private Figure figure(String dimension, String value, int count) {
        return figure(QUARTER, dimension, value, count);
    }

    private static Figure figure(Period period, String dimension, String value, int count) {
        BigDecimal number = BigDecimal.valueOf(count);
        return new Figure(
                new IndicatorId("XZ01"),
                period,
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
