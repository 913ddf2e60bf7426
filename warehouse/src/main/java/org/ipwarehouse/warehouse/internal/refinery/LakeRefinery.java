package org.ipwarehouse.warehouse.internal.refinery;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Refinery;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.api.Warehouse.ExpectedReport;
import org.ipwarehouse.warehouse.internal.indicator.FigureTable;
import org.ipwarehouse.warehouse.internal.indicator.Indicators;
import org.ipwarehouse.warehouse.internal.indicator.Passports;
import org.ipwarehouse.warehouse.internal.indicator.Summing;
import org.ipwarehouse.warehouse.internal.intake.SubmissionLedger;
import org.ipwarehouse.warehouse.internal.linkage.LinkMerges;
import org.ipwarehouse.warehouse.internal.linkage.PartyLinkage;
import org.ipwarehouse.warehouse.internal.model.Binding;
import org.ipwarehouse.warehouse.internal.model.Model;
import org.ipwarehouse.warehouse.internal.model.ModelCatalogue;
import org.ipwarehouse.warehouse.internal.model.ModelRun;
import org.ipwarehouse.warehouse.internal.model.ReferenceViews;
import org.ipwarehouse.warehouse.internal.reference.Regions;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.jspecify.annotations.Nullable;

/** Rebuilds dimensions, facts and figures from the clean layer, where anything has changed. */
public final class LakeRefinery implements Refinery {
    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");

    /** Up to so many accepted rows each model is computed once and held in this process. */
    private static final long HELD_ROWS = 200_000;

    private final LakeSettings settings;
    private final KernelTables tables;
    private final Sessions sessions;
    private final SubmissionLedger ledger;
    private final BuildLedger builds;

    public LakeRefinery(LakeSettings settings, KernelTables tables, Sessions sessions) {
        this.settings = settings;
        this.tables = tables;
        this.sessions = sessions;
        ledger = new SubmissionLedger(tables);
        builds = new BuildLedger(tables);
    }

    @Override
    public boolean isStale(BuildRequest request) {
        return builds.last()
                .map(last -> !last.fingerprint().equals(fingerprint(request, expected(request))))
                .orElse(true);
    }

    @Override
    public BuildOutcome build(BuildRequest request, Consumer<String> progress) {
        List<ExpectedReport> expected = expected(request);
        String fingerprint = fingerprint(request, expected);
        BuildLedger.Build last = builds.last().orElse(null);
        if (last != null && last.fingerprint().equals(fingerprint)) {
            return new BuildOutcome(List.of(), last.figures(), true);
        }
        List<SubmissionRecord> submissions = ledger.submissions();
        Build build = new Build(request, submissions, progress);
        progress.accept("打开 Spark（" + build.profile().labelZh() + "）");
        SparkSession spark = sessions.open(build.profile());
        build.prepare(spark, expected);
        List<TableCount> counts = new ArrayList<>(build.models(spark));
        build.candidates(spark);
        long figures = build.figures(spark);
        counts.add(new TableCount(FigureTable.NAME, figures));
        builds.add(new BuildLedger.Build(request.now(), fingerprint, request.from(), request.through(), figures));
        return new BuildOutcome(counts, figures, false);
    }

    private List<ExpectedReport> expected(BuildRequest request) {
        LocalDate today = LocalDate.ofInstant(request.now(), BUSINESS);
        Map<String, ExpectedReport> expected = new TreeMap<>();
        for (Period year : years(request)) {
            for (ExpectedReport report : ledger.expectedReports(year, request.sources(), today)) {
                expected.put(report.source() + " " + report.month(), report);
            }
        }
        return List.copyOf(expected.values());
    }

    private static List<Period> years(BuildRequest request) {
        List<Period> years = new ArrayList<>();
        for (int year = request.from().getYear(); year < request.through().getYear(); year++) {
            years.add(Period.year(year));
        }
        years.add(Period.toDate(request.through()));
        return years;
    }

    private String fingerprint(BuildRequest request, List<ExpectedReport> expected) {
        Fingerprint print = new Fingerprint().definitions(settings.home());
        print.text(request.from()).text(request.through()).text(request.sources());
        print.text(settings.district()).text(expected);
        for (String layer : List.of("clean", "control")) {
            for (TableName table : tables.lake().tables(layer)) {
                if (!table.toString().equals("control.build")) {
                    print.text(table).text(tables.version(table));
                }
            }
        }
        return print.hex();
    }

    private Indicators.Scope scope(BuildRequest request) {
        return new Indicators.Scope(
                Regions.codes(settings.home(), settings.district()), request.from(), request.through());
    }

    /** The work of one build. */
    private final class Build {
        private final BuildRequest request;
        private final List<SubmissionRecord> submissions;
        private final Consumer<String> progress;
        private final boolean isHeld;
        private @Nullable HeldTables held;
        private Binding binding = new Binding();
        private final ModelCatalogue catalogue = ModelCatalogue.load(settings.home());

        Build(BuildRequest request, List<SubmissionRecord> submissions, Consumer<String> progress) {
            this.request = request;
            this.submissions = submissions;
            this.progress = progress;
            isHeld = submissions.stream().mapToLong(SubmissionRecord::accepted).sum() <= HELD_ROWS;
        }

        Profile profile() {
            return isHeld ? Profile.SMALL : Profile.LARGE;
        }

        void prepare(SparkSession spark, List<ExpectedReport> expected) {
            Set<TableName> read = new TreeSet<>();
            catalogue.models().forEach(model -> read.addAll(model.reads()));
            read.addAll(VersionTables.currentOf(read));
            if (isHeld) {
                held = new HeldTables(spark, tables);
                held.current(request.sources(), read);
                binding = held.binding();
            } else {
                sessions.registerCurrent();
                CurrentTables.complete(spark, request.sources(), read);
            }
            new VersionTables(spark, tables.lake(), request.sources(), submissions).bind(binding, read);
            ReferenceViews.create(spark, settings.home(), catalogue.models());
            ReferenceViews.parameters(
                    spark,
                    settings.home(),
                    new ReferenceViews.Span(
                            request.from().atDay(1), request.through().atEndOfMonth()),
                    settings.district());
            LedgerViews.create(spark, submissions, expected);
            LinkMerges.view(spark, tables);
        }

        List<TableCount> models(SparkSession spark) {
            List<TableCount> counts = new ArrayList<>();
            HeldTables here = held;
            for (Model model : catalogue.models()) {
                progress.accept("计算 " + model.table());
                long rows = here == null ? store(spark, new ModelRun(spark, binding), model) : hold(spark, here, model);
                counts.add(new TableCount(model.table(), rows));
            }
            return counts;
        }

        /** Parties that may be the same, for a person to confirm. */
        void candidates(SparkSession spark) {
            progress.accept("查找可能的同一主体");
            new PartyLinkage(settings.home(), tables).refresh(rows(spark, PartyLinkage.PARTY), writer(spark)::write);
        }

        private long hold(SparkSession spark, HeldTables here, Model model) {
            List<Row> rows = new ModelRun(spark, binding).rows(model);
            here.hold(model.table(), model.shape(), rows);
            writer(spark).write(model.shape(), rows);
            return rows.size();
        }

        private long store(SparkSession spark, ModelRun run, Model model) {
            writer(spark).replace(model.table(), run.select(model));
            Dataset<Row> written = spark.table(model.table().toString());
            run.check(model, written);
            return written.count();
        }

        long figures(SparkSession spark) {
            progress.accept("计算指标");
            Indicators indicators = new Indicators(
                    Passports.load(settings.home()).definitions(),
                    scope(request),
                    isHeld ? Summing.HERE : Summing.BY_SPARK);
            List<Figure> figures = indicators.figures(
                    fact -> rows(spark, fact), new Indicators.Reports(request.sources(), submissions));
            progress.accept("写入指标 " + figures.size() + " 个");
            TableShape shape = FigureTable.SHAPE;
            List<Row> rows = figures.stream()
                    .map(figure -> RowFactory.create(FigureTable.row(figure)))
                    .toList();
            writer(spark).write(shape, rows);
            return figures.size();
        }

        private Dataset<Row> rows(SparkSession spark, TableName fact) {
            HeldTables here = held;
            return here == null
                    ? spark.table(fact.toString())
                    : here.find(fact).orElseGet(() -> spark.table(fact.toString()));
        }

        private TableWriter writer(SparkSession spark) {
            return new TableWriter(spark, tables, sessions);
        }
    }
}
