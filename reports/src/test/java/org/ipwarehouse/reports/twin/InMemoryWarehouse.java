package org.ipwarehouse.reports.twin;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Deadline;
import org.ipwarehouse.warehouse.api.Doubt;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Expected;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.HotSpots;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Superseded;
import org.ipwarehouse.warehouse.api.TaskUnit;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.WarningQuery;
import org.ipwarehouse.warehouse.api.WarningRule;

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
        return new Evidence(passport, figure, TwinLists.evidence(), TwinLists.left());
    }

    @Override
    public Optional<Instant> builtAt() {
        return Optional.of(Instant.parse("2026-10-12T01:30:00Z"));
    }

    @Override
    public boolean holdsSyntheticData() {
        return synthetic;
    }

    @Override
    public Warehouse seenBy(Audience audience) {
        return audience == Audience.INTERNAL ? this : new PublicTwin(this);
    }

    @Override
    public List<Warning> warnings(WarningQuery query) {
        return TwinLists.warnings().stream().filter(query::admits).toList();
    }

    @Override
    public List<WarningRule> warningRules() {
        return TwinLists.rules();
    }

    @Override
    public List<Deadline> deadlines() {
        return TwinLists.deadlines();
    }

    @Override
    public List<TaskUnit> taskUnits() {
        return TwinLists.taskUnits();
    }

    @Override
    public HotSpots hotSpots(IndicatorId indicator, Period period) {
        return TwinLists.spots(indicator, period, this);
    }

    /** Ten to either side of the same month a year before, for counts of the last twelve months. */
    @Override
    public List<Expected> expected(IndicatorId indicator, RegionCode region) {
        List<Expected> ranges = new ArrayList<>();
        for (Figure f : figures(new FigureQuery(Set.of(indicator), List.of(), Set.of(region), ""))) {
            BigDecimal base = f.yoyBase();
            if (f.period().kind() == Period.Kind.MONTH
                    && base != null
                    && f.period().first().getYear() == 2026) {
                ranges.add(new Expected(
                        f.period(),
                        base.subtract(BigDecimal.TEN).max(BigDecimal.ZERO),
                        base,
                        base.add(BigDecimal.TEN),
                        Expected.Method.SEASONAL_NAIVE_POISSON));
            }
        }
        return ranges;
    }

    /** The quarter's filed cases were 7 before a correction. */
    @Override
    public List<Superseded> superseded(FigureQuery query) {
        IndicatorId id = new IndicatorId("XZ01");
        FigureQuery one =
                new FigureQuery(Set.of(id), List.of(Period.quarter(2026, 3)), Set.of(TwinFigures.DISTRICT), "");
        Figure now = figures(one).get(0);
        BigDecimal seven = new BigDecimal(7);
        Figure before = new Figure(
                id,
                now.period(),
                now.region(),
                "",
                "",
                seven,
                seven,
                null,
                null,
                null,
                null,
                null,
                now.status(),
                now.completeness(),
                now.definition(),
                "");
        return List.of(
                new Superseded(before, Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-10-08T00:00:00Z")));
    }

    @Override
    public List<Doubt> doubts(Period period) {
        return figures(new FigureQuery(Set.of(), List.of(period), Set.of(TwinFigures.DISTRICT), "")).stream()
                .filter(f -> f.status() != FigureStatus.OK)
                .map(f -> new Doubt(
                        f.indicator(),
                        "",
                        period,
                        Doubt.Gravity.REFERENCE,
                        List.of("状态：" + f.status().text())))
                .toList();
    }
}
