package org.ipwarehouse.warehouse.internal.refinery;

import java.sql.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.model.Binding;
import org.ipwarehouse.warehouse.internal.model.SparkShape;
import org.ipwarehouse.warehouse.internal.reference.Parameters;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.ipwarehouse.warehouse.internal.version.Versions;

/**
 * Makes {@code history.<table>}, {@code difference.<table>} and {@code effective.<table>} known to models, for those that
 * a model names: each costs a pass over all versions of the source.
 */
final class VersionTables {
    private static final TableName SIGHTINGS = TableName.parse("control.sighting");
    private static final List<String> VERSION = List.of("row_key", "content_hash", "as_of", "submission");
    private static final Set<String> LAYERS = Set.of("history", "difference", "effective");

    private final SparkSession spark;
    private final Reading reading;
    private final List<SourceProfile> sources;
    private final List<SubmissionRecord> submissions;
    private final Versions versions;

    /** How tables of the lake are read; empty where the lake has none of that name. */
    interface Reading {
        /** @param source of whose rows the table is to be read, empty for all rows */
        Optional<Dataset<Row>> rows(TableName table, List<String> columns, String source);
    }

    /** Through Delta, for large work. */
    static Reading throughDelta(SparkSession spark, Lake lake) {
        return (table, columns, source) -> {
            if (!lake.holds(table)) {
                return Optional.empty();
            }
            Dataset<Row> rows =
                    spark.read().format("delta").load(lake.folder(table).toString());
            Dataset<Row> asked =
                    source.isEmpty() ? rows : rows.where(functions.col("source").equalTo(source));
            return Optional.of(
                    columns.isEmpty()
                            ? asked
                            : asked.select(columns.stream().map(functions::col).toArray(Column[]::new)));
        };
    }

    /** @param parameters of the analysts: when a report of a register counts as whole */
    VersionTables(
            SparkSession spark,
            Reading reading,
            List<SourceProfile> sources,
            List<SubmissionRecord> submissions,
            Parameters parameters) {
        this.spark = spark;
        this.reading = reading;
        this.sources = sources;
        this.submissions = submissions;
        versions = new Versions(spark, parameters.number("register_whole_percent"));
    }

    /** The tables of {@code current} that those of {@code effective} are made of. */
    static Set<TableName> currentOf(Set<TableName> read) {
        return read.stream()
                .filter(table -> table.layer().equals("effective"))
                .map(table -> new TableName("current", table.name()))
                .collect(Collectors.toSet());
    }

    void bind(Binding binding, Set<TableName> read) {
        for (TableName table : read) {
            if (LAYERS.contains(table.layer())) {
                table(table, binding).createOrReplaceTempView(binding.bind(table));
            }
        }
    }

    private Dataset<Row> table(TableName table, Binding binding) {
        SourceProfile source = sources.stream()
                .filter(s -> s.table().table().name().equals(table.name()))
                .findFirst()
                .orElseThrow(() -> WarehouseErrors.noSourceShape(table));
        return switch (table.layer()) {
            case "history" -> versions.history(source.updating(), known(source));
            case "difference" -> versions.difference(source.updating(), known(source));
            default -> versions.effective(source.updating(), current(table, binding));
        };
    }

    private Dataset<Row> current(TableName table, Binding binding) {
        return spark.table(binding.of(new TableName("current", table.name())));
    }

    private Versions.Known known(SourceProfile source) {
        Dataset<Row> rows = reading.rows(source.table().table(), List.of(), "")
                .orElseGet(() -> spark.createDataFrame(List.of(), SparkShape.of(CurrentTables.shape(source.table()))));
        Dataset<Row> first =
                rows.select("row_key", VERSION.subList(1, VERSION.size()).toArray(String[]::new));
        Dataset<Row> seen = reading.rows(SIGHTINGS, VERSION, source.id())
                .map(first::unionByName)
                .orElse(first);
        return new Versions.Known(rows, seen, reports(source));
    }

    private Dataset<Row> reports(SourceProfile source) {
        List<Row> reports = submissions.stream()
                .filter(r -> r.submission().source().equals(source.id()) && r.verdict() != Verdict.REFUSED)
                .map(r -> RowFactory.create(Date.valueOf(r.submission().asOf()), r.quarantined()))
                .toList();
        return spark.createDataFrame(
                reports, new StructType().add("as_of", DataTypes.DateType).add("quarantined", DataTypes.LongType));
    }
}
