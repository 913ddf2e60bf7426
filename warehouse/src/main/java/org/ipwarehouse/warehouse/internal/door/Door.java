package org.ipwarehouse.warehouse.internal.door;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Deadline;
import org.ipwarehouse.warehouse.api.Decomposition;
import org.ipwarehouse.warehouse.api.Deterrence;
import org.ipwarehouse.warehouse.api.Doubt;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Expected;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.GiBook;
import org.ipwarehouse.warehouse.api.HotSpots;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.PartyHistory;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.Revised;
import org.ipwarehouse.warehouse.api.Revision;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Superseded;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.api.Target;
import org.ipwarehouse.warehouse.api.TaskUnit;
import org.ipwarehouse.warehouse.api.Trial;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.WarningQuery;
import org.ipwarehouse.warehouse.api.WarningRule;
import org.ipwarehouse.warehouse.internal.analysis.AnalysisRules;
import org.ipwarehouse.warehouse.internal.analysis.Contributions;
import org.ipwarehouse.warehouse.internal.analysis.Doubts;
import org.ipwarehouse.warehouse.internal.analysis.Expectations;
import org.ipwarehouse.warehouse.internal.analysis.HotSpotMaps;
import org.ipwarehouse.warehouse.internal.disclosure.PublicFigures;
import org.ipwarehouse.warehouse.internal.disclosure.PublicWarehouse;
import org.ipwarehouse.warehouse.internal.indicator.Contributed;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.ipwarehouse.warehouse.internal.indicator.FigureTable;
import org.ipwarehouse.warehouse.internal.indicator.Indicators;
import org.ipwarehouse.warehouse.internal.indicator.Passports;
import org.ipwarehouse.warehouse.internal.intake.SubmissionLedger;
import org.ipwarehouse.warehouse.internal.lineage.Lineage;
import org.ipwarehouse.warehouse.internal.reference.Regions;
import org.ipwarehouse.warehouse.internal.reference.Targets;
import org.ipwarehouse.warehouse.internal.refinery.BuildLedger;
import org.ipwarehouse.warehouse.internal.release.ReleaseLedger;
import org.ipwarehouse.warehouse.internal.release.Told;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.ipwarehouse.warehouse.internal.warning.WarningReader;
import org.jspecify.annotations.Nullable;

/** The way out of the warehouse. */
public sealed class Door implements Warehouse permits RememberingDoor {
    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");

    private final LakeSettings settings;
    private final KernelTables tables;
    private final Sessions sessions;
    private final SubmissionLedger ledger;
    private final BuildLedger builds;
    private final ReleaseLedger releases;
    private @Nullable Passports passports;

    public Door(LakeSettings settings, KernelTables tables, Sessions sessions) {
        this.settings = settings;
        this.tables = tables;
        this.sessions = sessions;
        ledger = new SubmissionLedger(tables);
        builds = new BuildLedger(tables);
        releases = new ReleaseLedger(tables);
    }

    /** Read when they are asked for: a mistake in one must not keep exports out. */
    private synchronized Passports passports() {
        Passports read = passports;
        if (read == null) {
            read = Passports.load(settings.home());
            passports = read;
        }
        return read;
    }

    @Override
    public List<Passport> indicators() {
        return passports().passports();
    }

    @Override
    public List<Target> targets() {
        return Targets.load(settings.home().resolve("warehouse/reference"));
    }

    @Override
    public List<AmountRange> usualAmounts() {
        return UsualAmounts.of(tables);
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        List<Figure> figures = new ArrayList<>();
        tables.scan(FigureTable.NAME, FigureTable.columns(), conditions(query), row -> {
            Figure figure = FigureTable.figure(row);
            if (query.admits(figure)) {
                figures.add(figure);
            }
        });
        figures.sort(Indicators.ORDER);
        return List.copyOf(figures);
    }

    private static List<Where> conditions(FigureQuery query) {
        List<Where> conditions = new ArrayList<>();
        if (!query.indicators().isEmpty()) {
            conditions.add(Where.anyOf("indicator", texts(query.indicators())));
        }
        if (!query.periods().isEmpty()) {
            conditions.add(Where.anyOf("period", texts(query.periods())));
        }
        if (!query.regions().isEmpty()) {
            conditions.add(Where.anyOf("region", texts(query.regions())));
        }
        if (query.dimension() != null) {
            conditions.add(Where.equal("dimension", query.dimension()));
        }
        return conditions;
    }

    private static List<String> texts(java.util.Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.toList());
    }

    @Override
    public List<Period> periods() {
        return builds.last()
                .map(build -> Indicators.periods(build.from(), build.through()))
                .orElse(List.of());
    }

    @Override
    public List<Region> regions() {
        return Regions.list(settings.home(), settings.district());
    }

    @Override
    public List<TaskState> taskBoard(Period period) {
        return new TaskBoard(settings.home(), tables, passports().passports()).at(period);
    }

    @Override
    public List<SubmissionRecord> submissions() {
        return ledger.submissions();
    }

    @Override
    public List<Unfinished> unfinished() {
        return ledger.unfinished();
    }

    @Override
    public List<ExpectedReport> expectedReports(Period period) {
        return ledger.expectedReports(period, settings.sources(), LocalDate.ofInstant(settings.now(), BUSINESS));
    }

    @Override
    public Evidence why(IndicatorId indicator, Period period, RegionCode region) {
        Definition definition =
                passports().find(indicator).orElseThrow(() -> new IllegalArgumentException("没有指标 " + indicator + "。"));
        FigureQuery query = new FigureQuery(java.util.Set.of(indicator), List.of(period), java.util.Set.of(region), "");
        Figure figure = figures(query).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "没有 " + indicator + " " + period + " " + region + " 的数字：尚未构建，或该指标不分乡镇。"));
        SparkSession spark = sessions.open(Profile.SMALL);
        sessions.register(definition.facts());
        return new Lineage(definition, figure).evidence(fact -> spark.table(fact.toString()));
    }

    @Override
    public List<Instant> vintages() {
        return builds.all().stream().map(BuildLedger.Build::builtAt).toList();
    }

    @Override
    public List<Revision> revisions(Instant from, Instant to) {
        return new Revisions(tables).between(from, to);
    }

    @Override
    public List<Warning> warnings(WarningQuery query) {
        return new WarningReader(settings.home(), tables).warnings(query);
    }

    @Override
    public List<WarningRule> warningRules() {
        return new WarningReader(settings.home(), tables).rules();
    }

    @Override
    public Optional<Decomposition> explain(
            IndicatorId indicator, Period period, Decomposition.Comparison comparison, String breakdown) {
        return new Contributions(this, AnalysisRules.load(settings.home()))
                .of(new Contributions.Question(indicator, period, comparison, breakdown));
    }

    @Override
    public HotSpots hotSpots(IndicatorId indicator, Period period) {
        return new HotSpotMaps(this, AnalysisRules.load(settings.home())).of(indicator, period);
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
    public List<Superseded> superseded(FigureQuery query) {
        List<Superseded> values = new ArrayList<>();
        List<String> columns = FigureTable.SUPERSEDED.names();
        if (tables.version(FigureTable.SUPERSEDED.table()) >= 0) {
            tables.scan(FigureTable.SUPERSEDED.table(), columns, conditions(query), row -> {
                Figure figure = FigureTable.figure(row);
                if (query.admits(figure)) {
                    int since = FigureTable.FIGURE_COLUMNS;
                    Instant from = row[since] instanceof Instant made ? made : Instant.EPOCH;
                    values.add(new Superseded(figure, from, (Instant) Objects.requireNonNull(row[since + 1])));
                }
            });
        }
        values.sort(Comparator.comparing(Superseded::figure, Indicators.ORDER).thenComparing(Superseded::until));
        return List.copyOf(values);
    }

    @Override
    public List<TaskUnit> taskUnits() {
        return TaskUnits.of(tables);
    }

    @Override
    public List<Doubt> doubts(Period period) {
        return new Doubts(this).of(period);
    }

    @Override
    public List<Deadline> deadlines() {
        return Deadlines.of(tables);
    }

    @Override
    public List<FunnelStage> transferFunnel(Period period) {
        return TransferFunnel.of(tables, period);
    }

    @Override
    public Trial trial(Path passport, List<Period> periods) {
        return new Trials(this, settings, sessions).of(passport, periods);
    }

    @Override
    public List<PartyHistory.KeyParty> keyParties() {
        return Parties.key(tables);
    }

    @Override
    public Optional<PartyHistory> party(String partyKey) {
        return Parties.history(tables, partyKey);
    }

    @Override
    public List<GiBook> giBooks() {
        return Meetings.books(tables);
    }

    @Override
    public List<Deterrence> deterrence() {
        return Meetings.deterrence(tables);
    }

    @Override
    public Optional<Instant> builtAt() {
        return builds.last().map(BuildLedger.Build::builtAt);
    }

    @Override
    public Warehouse remembering() {
        return new RememberingDoor(settings, tables, sessions);
    }

    @Override
    public Warehouse seenBy(Audience audience) {
        LocalDate today = LocalDate.ofInstant(settings.now(), BUSINESS);
        return audience == Audience.INTERNAL
                ? this
                : new PublicWarehouse(
                        this,
                        () -> new PublicFigures(settings.home(), today, Told.by(releases)::knows, this::contributed)
                                .of(this),
                        () -> AnalysisRules.load(settings.home()));
    }

    private List<Contributed> contributed() {
        List<Contributed> all = new ArrayList<>();
        TableShape shape = Contributed.SHAPE;
        tables.scan(shape.table(), shape.names(), Where.everything(), row -> all.add(Contributed.of(row)));
        return all;
    }

    @Override
    public List<Release> releases() {
        return releases.releases();
    }

    @Override
    public Warehouse released(String id) {
        Release release = releases.release(id);
        return releases.frozen(this, release, () -> AnalysisRules.load(settings.home()));
    }

    @Override
    public List<Revised> revisedIn(String id) {
        return releases.revisedIn(id);
    }

    @Override
    public boolean holdsSyntheticData() {
        return ledger.holdsSyntheticData();
    }
}
