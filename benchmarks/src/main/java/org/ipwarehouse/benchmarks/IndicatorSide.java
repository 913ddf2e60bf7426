package org.ipwarehouse.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.ipwarehouse.warehouse.internal.indicator.DuckIndicators;
import org.ipwarehouse.warehouse.internal.indicator.Indicators;
import org.ipwarehouse.warehouse.internal.indicator.Passports;
import org.ipwarehouse.warehouse.internal.indicator.Summing;
import org.ipwarehouse.warehouse.internal.indicator.Trust;
import org.ipwarehouse.warehouse.internal.model.ModelCatalogue;
import org.ipwarehouse.warehouse.internal.reference.Regions;
import org.ipwarehouse.warehouse.internal.refinery.FigureDoor;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;

/** All passports of the installation over made-up rows of their facts: by the product, and by DuckDB. */
final class IndicatorSide {
    private static final RegionCode DISTRICT = new RegionCode("640502");
    private static final YearMonth FIRST = YearMonth.of(2023, 1);
    private static final YearMonth LAST = YearMonth.of(2025, 12);
    private static final Instant NOW = Instant.parse("2026-02-01T02:00:00Z");
    private static final TableName LATE = TableName.parse("fact.penalty_case");

    private final Path data;
    private final List<Definition> definitions;
    private final Indicators.Scope scope;
    private final Map<TableName, TableShape> shapes = new TreeMap<>();

    /** @param data folder of the lake */
    IndicatorSide(Path home, Path data) {
        this.data = data;
        definitions = Passports.load(home).definitions();
        scope = new Indicators.Scope(Regions.codes(home, DISTRICT), FIRST, LAST, Trust.load(home));
        ModelCatalogue catalogue = ModelCatalogue.load(home);
        definitions.forEach(
                d -> d.facts().forEach(f -> shapes.put(f, catalogue.model(f).shape())));
    }

    /** Writes the rows and makes each folder a table of the lake; nothing of it is measured. */
    void draw(long rows) throws Exception {
        List<String> regions =
                scope.regions().stream().skip(1).map(RegionCode::value).toList();
        FactRows drawn = new FactRows(shapes, definitions, regions);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            Map<TableName, Long> shares = drawn.shares(rows);
            for (Map.Entry<TableName, Long> fact : shares.entrySet()) {
                drawn.write(duck, fact.getKey(), fact.getValue(), folder(fact.getKey()), 0);
            }
            drawn.write(duck, LATE, shares.getOrDefault(LATE, 0L), corrected(), 1);
            Child.say("facts", shares.size());
            Child.say(
                    "rows", shares.values().stream().mapToLong(Long::longValue).sum());
            Child.say("late_rows", shares.getOrDefault(LATE, 0L));
        }
        SparkSession spark = sessions().open(Profile.SMALL);
        List<Path> folders =
                new ArrayList<>(shapes.keySet().stream().map(this::folder).toList());
        folders.add(corrected());
        folders.forEach(folder -> spark.sql("CONVERT TO DELTA parquet.`" + folder + "`"));
    }

    /** All figures, stored with their vintages. */
    void full() {
        figures(definitions, "");
    }

    /** What a build makes again after rows of one fact have changed: the indicators that read it. */
    void late() {
        figures(definitions.stream().filter(d -> d.facts().contains(LATE)).toList(), LATE.name());
    }

    private void figures(List<Definition> asked, String late) {
        SparkSession spark = sessions().open(Profile.LARGE);
        Child.sayCost("opened_");
        Indicators indicators = new Indicators(asked, scope, Summing.BY_SIZE);
        Set<String> codes = new TreeSet<>();
        asked.forEach(d -> codes.add(d.passport().id().code()));
        Map<String, Long> counts = FigureDoor.replace(
                new KernelTables(new Lake(data.resolve("lake"))),
                late.isEmpty() ? NOW : NOW.plusSeconds(86_400),
                codes,
                each -> indicators.figures(
                        fact -> rows(spark, fact.name().equals(late) ? corrected() : folder(fact)), reports(), each));
        Child.say("figures", counts.values().stream().mapToLong(Long::longValue).sum());
        Child.say("indicators", asked.size());
    }

    private static Dataset<Row> rows(SparkSession spark, Path folder) {
        return spark.read().format("delta").load(folder.toString());
    }

    /** Every source has reported on every month, so that no figure is missing for want of a report. */
    private Indicators.Reports reports() {
        List<String> months = new ArrayList<>();
        for (YearMonth month = FIRST.minusYears(1); !month.isAfter(LAST); month = month.plusMonths(1)) {
            months.add(month.toString());
        }
        Set<String> sources = new TreeSet<>();
        definitions.forEach(d -> sources.addAll(d.passport().sources()));
        List<SubmissionRecord> submissions = sources.stream()
                .map(source ->
                        new Submission(source, "synthetic.csv", source, NOW, LocalDate.of(2026, 1, 31), months, true))
                .map(submission -> new SubmissionRecord(
                        submission,
                        SubmissionRecord.Verdict.ACCEPTED,
                        0,
                        0,
                        0,
                        0,
                        new TreeMap<>(),
                        new TreeMap<>(),
                        ""))
                .toList();
        return new Indicators.Reports(List.of(), submissions);
    }

    /** The same definitions in DuckDB's SQL, over the same files. */
    void duck(Path results, boolean isLate) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement run = duck.createStatement()) {
            run.execute("SET memory_limit = '" + System.getProperty("bench.duck.memory", "8GB") + "'");
            run.execute("SET temp_directory = '" + data.resolve("duck-work") + "'");
            for (TableName fact : shapes.keySet()) {
                Path folder = isLate && fact.equals(LATE) ? corrected() : folder(fact);
                run.execute("CREATE VIEW " + fact.layer() + "_" + fact.name() + " AS SELECT * FROM read_parquet('"
                        + folder + "/*.parquet')");
            }
            for (String statement : DuckIndicators.statements(definitions, scope)) {
                try {
                    run.execute(statement);
                } catch (SQLException refused) {
                    throw new SQLException(refused.getMessage() + "\nin " + statement, refused);
                }
            }
            run.execute("COPY figure TO '" + results + "' (FORMAT parquet, COMPRESSION zstd)");
        }
    }

    private Path folder(TableName fact) {
        return data.resolve("lake").resolve(fact.layer()).resolve(fact.name()).toAbsolutePath();
    }

    private Path corrected() {
        return data.resolve("corrected").resolve(LATE.name()).toAbsolutePath();
    }

    private Sessions sessions() {
        return new Sessions(new Lake(data.resolve("lake")), data.resolve("work"));
    }
}
