package org.ipwarehouse.warehouse.internal.linkage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.linkage.RecordsHere.Raw;
import org.ipwarehouse.warehouse.internal.reference.CsvFile;
import org.jspecify.annotations.Nullable;

/** CSV files (UTF-8, RFC 4180, one header line) of records that somebody has labelled. */
final class LabelledFiles {
    /** Files of fewer bytes are held in this process. */
    private static final long SMALL_BYTES = 4L << 20;

    private final Spec spec;
    private final List<Path> files;
    private final Set<String> needed;

    /**
     * @param files one or two
     * @param needed columns without which the linkage cannot be done
     */
    LabelledFiles(Spec spec, List<Path> files, Set<String> needed) {
        this.spec = spec;
        this.files = files;
        this.needed = needed;
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw WarehouseErrors.dataMissing(file);
            }
        }
    }

    boolean isSmall() {
        return files.stream().mapToLong(f -> f.toFile().length()).sum() < SMALL_BYTES;
    }

    List<Raw> here() {
        List<Raw> records = new ArrayList<>();
        for (int side = 0; side < files.size(); side++) {
            CsvFile file = CsvFile.read(files.get(side));
            List<String> names = file.header().stream().map(String::strip).toList();
            requireColumns(files.get(side), names);
            for (CsvFile.Line line : file.rows()) {
                Map<String, @Nullable String> cells = new HashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    cells.put(names.get(i), line.text(file.header().get(i)).strip());
                }
                records.add(new Raw(side, cells));
            }
        }
        return records;
    }

    PairsBySpark.Given bySpark(SparkSession spark, String truth) {
        return new PairsBySpark.Given(
                read(spark, files.get(0)), files.size() < 2 ? null : read(spark, files.get(1)), truth);
    }

    private Dataset<Row> read(SparkSession spark, Path file) {
        Dataset<Row> rows = spark.read()
                .option("header", true)
                .option("multiLine", true)
                .option("quote", "\"")
                .option("escape", "\"")
                .option("ignoreLeadingWhiteSpace", true)
                .option("ignoreTrailingWhiteSpace", true)
                .option("inferSchema", false)
                .csv(file.toString());
        String[] names = Arrays.stream(rows.columns())
                .map(n -> n.replace("\uFEFF", "").strip())
                .toArray(String[]::new);
        requireColumns(file, List.of(names));
        return rows.toDF(names);
    }

    private void requireColumns(Path file, List<String> names) {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(names);
        if (!missing.isEmpty()) {
            throw WarehouseErrors.columnsMissing(file, missing, names, spec.file());
        }
    }
}
