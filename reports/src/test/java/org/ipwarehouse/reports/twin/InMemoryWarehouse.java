package org.ipwarehouse.reports.twin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Warehouse;

/** The twin: 26 indicators, 36 months, 11 townships and the unknown one, 17 tasks, a dozen submissions. */
public final class InMemoryWarehouse implements Warehouse {
    private static final String[] NAMES = {
        "滨河镇", "文昌镇", "东园镇", "柔远镇", "镇罗镇", "宣和镇", "永康镇", "常乐镇", "迎水桥镇", "兴仁镇", "香山乡", "乡镇不详"
    };

    private final List<Passport> passports;
    private final List<Figure> figures;
    private final boolean synthetic;

    /** Synthetic, as all that is made up must be. */
    public InMemoryWarehouse() {
        this(true);
    }

    private InMemoryWarehouse(boolean synthetic) {
        List<TwinIndicator> indicators = TwinIndicator.all();
        this.passports = indicators.stream().map(TwinIndicator::passport).toList();
        this.figures = TwinFigures.of(indicators);
        this.synthetic = synthetic;
    }

    /** As if its figures came from departments, for the one test that wants no banner. */
    public static InMemoryWarehouse withoutSyntheticData() {
        return new InMemoryWarehouse(false);
    }

    @Override
    public List<Passport> indicators() {
        return passports;
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        return figures.stream().filter(query::admits).toList();
    }

    @Override
    public List<Period> periods() {
        return TwinFigures.periods();
    }

    @Override
    public List<Region> regions() {
        List<Region> regions = new ArrayList<>();
        regions.add(new Region(TwinFigures.DISTRICT, "沙坡头区"));
        for (int i = 0; i < NAMES.length; i++) {
            regions.add(new Region(new RegionCode("640502" + TwinFigures.TOWNSHIPS[i]), NAMES[i]));
        }
        return List.copyOf(regions);
    }

    @Override
    public List<TaskState> taskBoard(Period period) {
        return TwinPapers.tasks();
    }

    @Override
    public List<SubmissionRecord> submissions() {
        return TwinPapers.submissions();
    }

    @Override
    public List<ExpectedReport> expectedReports(Period period) {
        return TwinPapers.expected(period);
    }

    @Override
    public Evidence why(IndicatorId indicator, Period period, RegionCode region) {
        Passport passport = indicator(indicator).orElseThrow(() -> new IllegalArgumentException("没有指标 " + indicator));
        Figure figure = figures.stream()
                .filter(f -> f.indicator().equals(indicator) && f.period().equals(period))
                .filter(f -> f.region().equals(region) && f.dimension().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("没有数值 " + indicator + " " + period));
        Evidence.Row row = new Evidence.Row("numerator", "行政案件台账_演示数据.xlsx", "0".repeat(64), "7月", 17, new TreeMap<>());
        return new Evidence(passport, figure, List.of(row));
    }

    @Override
    public Optional<Instant> builtAt() {
        return Optional.of(Instant.parse("2026-10-12T01:30:00Z"));
    }

    @Override
    public boolean holdsSyntheticData() {
        return synthetic;
    }
}
