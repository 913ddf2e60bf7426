package org.ipwarehouse.warehouse.internal.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** How Spark is set up: small work is dominated by start-up and compilation, large work by throughput. */
public enum Profile {
    SMALL("小数据"),
    LARGE("大数据");

    static final String SCRATCH = "spark.local.dir";

    /** Up to so many accepted rows each model is computed once and held in this process. */
    private static final long SMALL_ROWS = 200_000;

    /** Fewer bytes of compressed files than this are small work. */
    private static final long SMALL_BYTES = 4L << 20;

    private final String labelZh;

    Profile(String labelZh) {
        this.labelZh = labelZh;
    }

    /** @param accepted how many rows the lake has taken in */
    public static Profile ofRows(long accepted) {
        return accepted <= SMALL_ROWS ? SMALL : LARGE;
    }

    /** What the command says of its choice. */
    public String labelZh() {
        return labelZh;
    }

    /** The profile for one query of many. @param bytes of the files that it reads */
    public static Profile ofBytes(long bytes) {
        return bytes < SMALL_BYTES ? SMALL : LARGE;
    }

    /** Makes a running session work by this profile, as far as it can. */
    public void takeOver(SparkSession session) {
        changeable().forEach(session.conf()::set);
    }

    /** Settings that a session can take over while it runs. */
    Map<String, String> changeable() {
        boolean large = this == LARGE;
        int partitions = large ? 4 * Runtime.getRuntime().availableProcessors() : 2;
        return Map.of(
                "spark.sql.shuffle.partitions", Integer.toString(partitions),
                "spark.sql.adaptive.enabled", Boolean.toString(large),
                "spark.sql.codegen.wholeStage", Boolean.toString(large),
                "spark.sql.codegen.factoryMode", large ? "FALLBACK" : "NO_CODEGEN");
    }

    Map<String, String> settings(Path work) {
        Map<String, String> settings = new TreeMap<>(changeable());
        settings.putAll(local(work));
        settings.putAll(tables());
        return settings;
    }

    private static Map<String, String> local(Path work) {
        return Map.of(
                "spark.master",
                "local[*]",
                "spark.ui.enabled",
                "false",
                "spark.driver.host",
                "127.0.0.1",
                "spark.driver.bindAddress",
                "127.0.0.1",
                SCRATCH,
                work.resolve("spark").toString(),
                "spark.sql.warehouse.dir",
                work.resolve("spark-warehouse").toString(),
                "spark.sql.catalogImplementation",
                "in-memory",
                "spark.sql.sources.parallelPartitionDiscovery.parallelism",
                "2",
                "spark.sql.session.timeZone",
                "UTC",
                "spark.sql.ansi.enabled",
                "true");
    }

    private static Map<String, String> tables() {
        return Map.of(
                "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
                "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
                "spark.sql.parquet.compression.codec", "zstd",
                "spark.databricks.delta.snapshotPartitions", "2",
                // a MERGE that marks rows instead of copying files costs a quarter
                "spark.databricks.delta.properties.defaults.enableDeletionVectors", "true");
    }
}
