package org.ipwarehouse.warehouse.internal.refinery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.Refinery.TableCount;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.ipwarehouse.warehouse.internal.indicator.FigureTable;
import org.ipwarehouse.warehouse.internal.indicator.Indicators;
import org.ipwarehouse.warehouse.internal.indicator.Passports;
import org.ipwarehouse.warehouse.internal.indicator.Summing;
import org.ipwarehouse.warehouse.internal.indicator.Trust;
import org.ipwarehouse.warehouse.internal.linkage.LinkMerges;
import org.ipwarehouse.warehouse.internal.linkage.PartyLinkage;
import org.ipwarehouse.warehouse.internal.model.Binding;
import org.ipwarehouse.warehouse.internal.model.Model;
import org.ipwarehouse.warehouse.internal.model.ModelCatalogue;
import org.ipwarehouse.warehouse.internal.model.ModelRun;
import org.ipwarehouse.warehouse.internal.model.ReferenceViews;
import org.ipwarehouse.warehouse.internal.reference.Parameters;
import org.ipwarehouse.warehouse.internal.reference.Regions;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.jspecify.annotations.Nullable;

/** The work of one build: the tables and figures whose inputs are not as they were when they were made last. */
final class Build {
    private final LakeSettings settings;
    private final KernelTables tables;
    private final Sessions sessions;
    private final BuildRequest request;
    private final ModelCatalogue catalogue;
    private final List<Definition> definitions;
    private final MadeLedger ledger;
    private final RuleWork rules;
    private final Set<TableName> afterRules;
    private final List<MadeLedger.Made> made = new ArrayList<>();
    private @Nullable HeldTables held;
    private Binding binding = new Binding();

    Build(LakeSettings settings, KernelTables tables, Sessions sessions, BuildRequest request) {
        this.settings = settings;
        this.tables = tables;
        this.sessions = sessions;
        this.request = request;
        catalogue = ModelCatalogue.load(settings.home());
        definitions = Passports.load(settings.home()).definitions();
        ledger = new MadeLedger(tables);
        rules = new RuleWork(settings, tables, request);
        afterRules = RuleWork.after(catalogue);
    }

    /**
     * @param tables what was made again
     * @param figures how many the lake has
     */
    record Made(List<TableCount> tables, long figures) {}

    /** What is to be made, with what it will be made from. */
    private record Stale(
            Map<TableName, String> models, Map<String, String> indicators, Set<String> gone, String candidates) {
        boolean isNothing() {
            return models.isEmpty() && indicators.isEmpty() && gone.isEmpty() && candidates.isEmpty();
        }
    }

    Made run(Prints.Reported reported, Consumer<String> progress) {
        Map<String, MadeLedger.Made> before = ledger.held();
        FigureStore store = new FigureStore(tables, request.now());
        Prints prints = new Prints(settings, tables, catalogue, request, reported);
        rules.compare(prints, before);
        Stale stale = stale(prints, before, store);
        List<TableCount> counts = new ArrayList<>();
        if (!stale.isNothing() || !rules.isNothing()) {
            Profile profile = Profile.ofRows(reported.submissions().stream()
                    .mapToLong(SubmissionRecord::accepted)
                    .sum());
            boolean isHeld = profile == Profile.SMALL;
            progress.accept("打开 Spark（" + profile.labelZh() + "）");
            SparkSession spark = sessions.open(profile);
            prepare(spark, isHeld, stale, reported);
            counts.addAll(models(spark, stale, table -> !afterRules.contains(table), progress));
            if (!rules.isNothing()) {
                made.addAll(rules.judge(spark, binding, progress));
                LedgerViews.warnings(spark, tables);
                // what is made from the warnings is made from those just judged
                stale = stale(new Prints(settings, tables, catalogue, request, reported), before, store);
            }
            counts.addAll(models(spark, stale, afterRules::contains, progress));
            candidates(spark, stale, progress);
            figures(spark, stale, reported, store, progress);
        }
        Map<String, MadeLedger.Made> now = new HashMap<>(before);
        made.forEach(m -> now.put(m.name(), m));
        ledger.add(made, request.now());
        long figures = definitions.stream()
                .map(d -> now.get(d.passport().id().code()))
                .mapToLong(m -> m == null ? 0 : m.rows())
                .sum();
        counts.add(new TableCount(FigureTable.NAME, figures));
        return new Made(counts, figures);
    }

    private Stale stale(Prints prints, Map<String, MadeLedger.Made> before, FigureStore store) {
        Map<TableName, String> models = new HashMap<>();
        for (Model model : catalogue.models()) {
            String print = prints.of(model);
            boolean waits = !rules.isNothing() && afterRules.contains(model.table());
            if (waits
                    || !isMade(before, model.table().toString(), print)
                    || !tables.lake().holds(model.table())) {
                models.put(model.table(), print);
            }
        }
        Map<String, String> indicators = new HashMap<>();
        Set<String> gone = store.indicators();
        for (Definition definition : definitions) {
            String code = definition.passport().id().code();
            String print = prints.of(definition);
            if (!isMade(before, code, print) || !tables.lake().holds(FigureTable.NAME)) {
                indicators.put(code, print);
            }
            gone.remove(code);
        }
        String candidates = prints.of(catalogue.model(PartyLinkage.PARTY), PartyLinkage.FILE);
        boolean areMade = isMade(before, PartyLinkage.CANDIDATES.toString(), candidates)
                && tables.lake().holds(PartyLinkage.CANDIDATES);
        return new Stale(models, indicators, gone, areMade ? "" : candidates);
    }

    private static boolean isMade(Map<String, MadeLedger.Made> before, String name, String print) {
        MadeLedger.Made last = before.get(name);
        return last != null && last.fingerprint().equals(print);
    }

    private void prepare(SparkSession spark, boolean isHeld, Stale stale, Prints.Reported reported) {
        List<Model> toMake = catalogue.models().stream()
                .filter(model -> stale.models().containsKey(model.table()))
                .toList();
        Set<TableName> read = new TreeSet<>();
        toMake.forEach(model -> read.addAll(model.reads()));
        rules.models().forEach(model -> read.addAll(model.reads()));
        asked(stale).forEach(definition -> read.addAll(definition.facts()));
        read.addAll(stale.candidates().isEmpty() ? Set.of() : Set.of(PartyLinkage.PARTY));
        read.addAll(VersionTables.currentOf(read));
        Set<TableName> asTheyAre = catalogue.models().stream()
                .map(Model::table)
                .filter(table -> read.contains(table) && !stale.models().containsKey(table))
                .collect(Collectors.toCollection(TreeSet::new));
        if (isHeld) {
            held = new HeldTables(spark, tables);
            held.current(request.sources(), read);
            binding = held.binding();
            asTheyAre.forEach(table -> held.load(catalogue.model(table).shape()));
        } else {
            sessions.registerCurrent();
            sessions.register(asTheyAre);
            CurrentTables.complete(spark, request.sources(), read);
        }
        new VersionTables(
                        spark,
                        reading(spark),
                        request.sources(),
                        reported.submissions(),
                        Parameters.load(settings.home()))
                .bind(binding, read);
        ReferenceViews.create(
                spark,
                settings.home(),
                Stream.concat(toMake.stream(), rules.models().stream()).toList());
        ReferenceViews.parameters(
                spark,
                settings.home(),
                new ReferenceViews.Span(
                        request.from().atDay(1), request.through().atEndOfMonth()),
                settings.district());
        LedgerViews.create(spark, reported.submissions(), reported.expected());
        LedgerViews.warnings(spark, tables);
        LinkMerges.view(spark, tables);
    }

    private VersionTables.Reading reading(SparkSession spark) {
        HeldTables here = held;
        return here == null ? VersionTables.throughDelta(spark, tables.lake()) : here::read;
    }

    private List<Definition> asked(Stale stale) {
        return definitions.stream()
                .filter(d -> stale.indicators().containsKey(d.passport().id().code()))
                .toList();
    }

    private List<TableCount> models(
            SparkSession spark, Stale stale, Predicate<TableName> chosen, Consumer<String> progress) {
        List<TableCount> counts = new ArrayList<>();
        for (Model model : catalogue.models()) {
            String print = stale.models().get(model.table());
            if (print != null && chosen.test(model.table())) {
                progress.accept("计算 " + model.table());
                HeldTables here = held;
                long rows = here == null ? store(spark, model) : hold(spark, here, model);
                counts.add(new TableCount(model.table(), rows));
                made.add(new MadeLedger.Made(model.table().toString(), print, rows));
            }
        }
        return counts;
    }

    /** Parties that may be the same, for a person to confirm. */
    private void candidates(SparkSession spark, Stale stale, Consumer<String> progress) {
        if (!stale.candidates().isEmpty()) {
            progress.accept("查找可能的同一主体");
            long found = new PartyLinkage(settings.home(), tables)
                    .refresh(rows(spark, PartyLinkage.PARTY), writer(spark)::write);
            made.add(new MadeLedger.Made(PartyLinkage.CANDIDATES.toString(), stale.candidates(), found));
        }
    }

    private long hold(SparkSession spark, HeldTables here, Model model) {
        List<Row> rows = new ModelRun(spark, binding).rows(model);
        here.hold(model.table(), model.shape(), rows);
        writer(spark).write(model.shape(), rows);
        return rows.size();
    }

    private long store(SparkSession spark, Model model) {
        ModelRun run = new ModelRun(spark, binding);
        writer(spark).replace(model.table(), run.select(model));
        Dataset<Row> written = spark.table(model.table().toString());
        run.check(model, written);
        return written.count();
    }

    private TableWriter writer(SparkSession spark) {
        return new TableWriter(spark, tables, sessions);
    }

    private void figures(
            SparkSession spark, Stale stale, Prints.Reported reported, FigureStore store, Consumer<String> progress) {
        List<Definition> asked = asked(stale);
        progress.accept("计算指标 " + asked.size() + " 个");
        Indicators indicators = new Indicators(asked, scope(), held == null ? Summing.BY_SIZE : Summing.HERE);
        Indicators.Reports reports = new Indicators.Reports(request.sources(), reported.submissions());
        Prints prints = new Prints(settings, tables, catalogue, request, reported);
        Map<String, String> meanings = new HashMap<>();
        asked.forEach(d -> meanings.put(d.passport().id().code(), prints.ofMeaning(d)));
        FigureStore.Made figures = store.replace(
                meanings, stale.gone(), taking -> indicators.figures(fact -> rows(spark, fact), reports, taking));
        stale.indicators()
                .forEach((code, print) -> made.add(
                        new MadeLedger.Made(code, print, figures.figures().getOrDefault(code, 0L))));
        progress.accept("重算时期 " + figures.again() + " 个（指标×时期共 " + figures.periods() + " 个）");
    }

    private Indicators.Scope scope() {
        return new Indicators.Scope(
                Regions.codes(settings.home(), settings.district()),
                request.from(),
                request.through(),
                Trust.load(settings.home()));
    }

    private Dataset<Row> rows(SparkSession spark, TableName fact) {
        HeldTables here = held;
        return here == null
                ? spark.table(fact.toString())
                : here.find(fact).orElseGet(() -> spark.table(fact.toString()));
    }
}
