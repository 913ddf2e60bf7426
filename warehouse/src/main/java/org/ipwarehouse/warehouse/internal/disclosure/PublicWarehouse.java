package org.ipwarehouse.warehouse.internal.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Decomposition;
import org.ipwarehouse.warehouse.api.Doubt;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Expected;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.HotSpots;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Target;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.analysis.AnalysisRules;
import org.ipwarehouse.warehouse.internal.analysis.Contributions;
import org.ipwarehouse.warehouse.internal.analysis.Doubts;
import org.ipwarehouse.warehouse.internal.analysis.Expectations;
import org.ipwarehouse.warehouse.internal.analysis.HotSpotMaps;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse as the public sees it: figures that were decided on together, analyses made of nothing but these, and no
 * row, party, case, submission or warning. Definitions, regions, targets and the state of the tasks are public.
 */
public class PublicWarehouse implements Warehouse {
    private final Warehouse inside;
    private final Supplier<List<Figure>> decided;
    private final Supplier<AnalysisRules> rules;
    private @Nullable Map<IndicatorId, List<Figure>> figures;

    /** @param decided all figures as the public may see them, in their order; asked for once */
    public PublicWarehouse(Warehouse inside, Supplier<List<Figure>> decided, Supplier<AnalysisRules> rules) {
        this.inside = inside;
        this.decided = decided;
        this.rules = rules;
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        List<Figure> found = new ArrayList<>();
        decided().forEach((indicator, own) -> {
            if (query.indicators().isEmpty() || query.indicators().contains(indicator)) {
                own.stream().filter(query::admits).forEach(found::add);
            }
        });
        return List.copyOf(found);
    }

    /** By indicator: a page asks for one of two hundred, again and again. */
    private synchronized Map<IndicatorId, List<Figure>> decided() {
        Map<IndicatorId, List<Figure>> all = figures;
        if (all == null) {
            Map<IndicatorId, List<Figure>> read = new LinkedHashMap<>();
            decided.get().forEach(f -> read.computeIfAbsent(f.indicator(), id -> new ArrayList<>())
                    .add(f));
            all = read;
            figures = all;
        }
        return all;
    }

    @Override
    public Warehouse seenBy(Audience audience) {
        if (audience == Audience.PUBLIC) {
            return this;
        }
        throw WarehouseErrors.notPublic("内部数据");
    }

    @Override
    public Evidence why(IndicatorId indicator, Period period, RegionCode region) {
        throw WarehouseErrors.notPublic("指标 " + indicator + " 的明细");
    }

    @Override
    public List<Passport> indicators() {
        return inside.indicators();
    }

    @Override
    public List<Target> targets() {
        return inside.targets();
    }

    @Override
    public List<Period> periods() {
        return inside.periods();
    }

    @Override
    public List<Region> regions() {
        return inside.regions();
    }

    @Override
    public List<TaskState> taskBoard(Period period) {
        return inside.taskBoard(period);
    }

    /** Files and their rows are the departments' business. */
    @Override
    public List<SubmissionRecord> submissions() {
        return List.of();
    }

    @Override
    public List<ExpectedReport> expectedReports(Period period) {
        return List.of();
    }

    @Override
    public Optional<Decomposition> explain(
            IndicatorId indicator, Period period, Decomposition.Comparison comparison, String breakdown) {
        return new Contributions(this, rules.get())
                .of(new Contributions.Question(indicator, period, comparison, breakdown));
    }

    @Override
    public HotSpots hotSpots(IndicatorId indicator, Period period) {
        return new HotSpotMaps(this, rules.get()).of(indicator, period);
    }

    @Override
    public List<Expected> expected(IndicatorId indicator, RegionCode region) {
        return new Expectations(this).of(indicator, region);
    }

    @Override
    public Map<IndicatorId, List<Expected>> expectedRanges(RegionCode region) {
        return new Expectations(this).of(region);
    }

    @Override
    public List<Doubt> doubts(Period period) {
        return new Doubts(this).of(period);
    }

    @Override
    public Optional<Instant> builtAt() {
        return inside.builtAt();
    }

    @Override
    public boolean holdsSyntheticData() {
        return inside.holdsSyntheticData();
    }
}
