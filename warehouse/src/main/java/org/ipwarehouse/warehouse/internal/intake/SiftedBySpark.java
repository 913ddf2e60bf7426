package org.ipwarehouse.warehouse.internal.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.api.RowSource;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.session.SparkTypes;
import org.ipwarehouse.warehouse.internal.table.KernelTables;

/**
 * Large deliveries: the splits are read in Spark's tasks, each once, and staged; which rows are new is decided on keys
 * and fingerprints alone, and only rows that are not new are left out when the staged rows move to their tables.
 */
final class SiftedBySpark implements Sifted {
    private static final long SPLIT_BYTES = 32L << 20;

    private final KernelTables tables;
    private final Batch batch;
    private final Staging staging;
    private final SparkSession spark;
    private final List<SplitReader.Outcome> outcomes;
    private final Dataset<Row> decisions;
    private final List<Row> counts;

    SiftedBySpark(KernelTables tables, Sessions sessions, Path work, Batch batch) {
        this.tables = tables;
        this.batch = batch;
        this.spark = sessions.openApart(Profile.forBytes(batch.bytes()));
        this.staging = Staging.within(work);
        try {
            this.outcomes = read();
            requireWhole();
            this.decisions = decided();
            this.counts = spark.sql(SqlFiles.text("decision_counts")).collectAsList();
        } catch (RuntimeException failed) {
            staging.close();
            throw failed;
        }
    }

    private Dataset<Row> decided() {
        staged(SplitReader.ACCEPTED, SplitReader.staged(batch.clean())).createOrReplaceTempView("staged_accepted");
        staged(SplitReader.REJECTED, StoredShapes.arriving(StoredShapes.QUARANTINE))
                .createOrReplaceTempView("staged_rejected");
        spark.read().format("delta").load(folder(batch.clean())).createOrReplaceTempView("held_rows");
        Dataset<Row> decided = decide();
        decided.createOrReplaceTempView("decision");
        return decided;
    }

    private void requireWhole() {
        Map<String, String> broken = new TreeMap<>();
        for (SplitReader.Outcome outcome : outcomes) {
            if (!outcome.broken().isEmpty()) {
                broken.put(batch.submissions().get(outcome.delivery()).sha256(), outcome.broken());
            }
        }
        if (!broken.isEmpty()) {
            throw new BrokenFiles(broken);
        }
    }

    private String folder(TableShape shape) {
        return tables.lake().folder(shape.table()).toString();
    }

    private List<SplitReader.Outcome> read() {
        List<SplitReader.Task> tasks = new ArrayList<>();
        for (int number = 0; number < batch.deliveries().size(); number++) {
            Delivery delivery = batch.deliveries().get(number);
            for (RowSource.Split split : delivery.rows().splits(SPLIT_BYTES)) {
                tasks.add(SplitReader.Task.of(number, delivery, split));
            }
        }
        staging.folder(SplitReader.ACCEPTED);
        staging.folder(SplitReader.REJECTED);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return context.parallelize(tasks, Math.max(1, tasks.size()))
                .map(new SplitReader(staging.folder().toString()))
                .collect();
    }

    private Dataset<Row> staged(String folder, TableShape shape) {
        return spark.read()
                .schema(SparkTypes.of(shape))
                .parquet(staging.folder().resolve(folder).toString());
    }

    /** Only rows that are not simply new, so that what follows joins with little. */
    private Dataset<Row> decide() {
        String folder = staging.folder().resolve("decision").toString();
        Dataset<Row> decided = spark.sql(SqlFiles.text("decision"));
        StructType schema = decided.schema();
        decided.write().parquet(folder);
        return spark.read().schema(schema).parquet(folder);
    }

    @Override
    public Tally tally(Submission submission) {
        int number = batch.submissions().indexOf(submission);
        SortedMap<String, Long> reasons = new TreeMap<>();
        SortedMap<String, Long> warnings = new TreeMap<>();
        long arrived = 0;
        long rejected = 0;
        for (SplitReader.Outcome outcome : outcomes) {
            if (outcome.delivery() == number) {
                arrived += outcome.accepted();
                rejected += outcome.rejected();
                outcome.reasons().forEach((code, count) -> reasons.merge(code, count, Long::sum));
                outcome.warnings().forEach((code, count) -> warnings.merge(code, count, Long::sum));
            }
        }
        long conflicts = count(number, "conflict");
        long repeated = count(number, "repeated") + count(number, "held");
        if (conflicts > 0) {
            reasons.merge(KeyConflict.CODE, conflicts, Long::sum);
        }
        return new Tally(
                arrived + rejected, arrived - conflicts - repeated, rejected + conflicts, repeated, reasons, warnings);
    }

    private long count(int delivery, String decision) {
        return counts.stream()
                .filter(row -> row.getLong(0) == delivery && row.getString(1).equals(decision))
                .mapToLong(row -> row.getLong(2))
                .sum();
    }

    @Override
    public void writeContested() {
        Set<String> keys = new TreeSet<>();
        decisions
                .where(col("contested"))
                .select("row_key")
                .distinct()
                .toLocalIterator()
                .forEachRemaining(row -> keys.add(row.getString(0)));
        batch.writeContested(tables, keys);
    }

    @Override
    public void writeClean(Set<String> submissions) {
        append(spark.sql(SqlFiles.text("new_rows")), batch.clean(), submissions);
    }

    @Override
    public void writeQuarantine(Set<String> submissions) {
        TableShape contract = batch.contract();
        String source = batch.source();
        Dataset<Row> conflicts = spark.sql(SqlFiles.text("conflicting_rows"))
                .select(columns(batch.clean()))
                .map(new ConflictRows(contract, source), Encoders.row(SparkTypes.of(StoredShapes.QUARANTINE)));
        Dataset<Row> rejected = spark.table("staged_rejected").select(columns(StoredShapes.QUARANTINE));
        append(rejected.unionByName(conflicts), StoredShapes.QUARANTINE, submissions);
    }

    @Override
    public void writeRestricted(Set<String> submissions) {
        if (hasSealed()) {
            append(sealedRows(), StoredShapes.RESTRICTED, submissions);
        }
    }

    private boolean hasSealed() {
        return outcomes.stream().anyMatch(outcome -> outcome.sealed() > 0);
    }

    private Dataset<Row> sealedRows() {
        return spark.sql(SqlFiles.text("restricted_rows")).withColumn("source", lit(batch.source()));
    }

    @Override
    public long sealed(Submission submission) {
        return hasSealed()
                ? sealedRows()
                        .where(col("submission").equalTo(submission.sha256()))
                        .count()
                : 0;
    }

    @Override
    public void writeSightings(Set<String> submissions) {
        Dataset<Row> sightings = spark.sql(SqlFiles.text("rows_seen_again")).withColumn("source", lit(batch.source()));
        append(sightings, StoredShapes.SIGHTING, submissions);
    }

    private void append(Dataset<Row> rows, TableShape shape, Set<String> submissions) {
        tables.ensure(shape);
        if (submissions.isEmpty()) {
            return;
        }
        String[] held = tables.shape(shape.table())
                .map(StoredShapes::names)
                .orElseThrow()
                .toArray(String[]::new);
        rows.where(col("submission").isin(submissions.toArray()))
                .select(Stream.of(held).map(name -> col(name)).toArray(org.apache.spark.sql.Column[]::new))
                .write()
                .format("delta")
                .mode(SaveMode.Append)
                .option("txnAppId", batch.transaction(submissions))
                .option("txnVersion", "1")
                .save(folder(shape));
    }

    private static org.apache.spark.sql.Column[] columns(TableShape shape) {
        return StoredShapes.names(shape).stream().map(name -> col(name)).toArray(org.apache.spark.sql.Column[]::new);
    }

    @Override
    public void close() {
        staging.close();
    }
}
