package org.ipwarehouse.warehouse.internal.refinery;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.model.Binding;
import org.ipwarehouse.warehouse.internal.model.SparkShape;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.RowConsumer;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a small build, held in this process: what models read is handed to Spark as rows, so that no query has
 * to open a Delta table, which for small tables costs far more than the query.
 */
final class HeldTables {
    private static final TableName CONTESTED = TableName.parse("control.contested_key");
    private static final TableName SIGHTINGS = TableName.parse("control.sighting");

    private final SparkSession spark;
    private final KernelTables tables;
    private final Binding binding = new Binding();
    private final Map<TableName, Dataset<Row>> held = new HashMap<>();

    HeldTables(SparkSession spark, KernelTables tables) {
        this.spark = spark;
        this.tables = tables;
    }

    Binding binding() {
        return binding;
    }

    Optional<Dataset<Row>> find(TableName table) {
        return Optional.ofNullable(held.get(table));
    }

    /** Makes rows known to the models under the name of their table. */
    void hold(TableName table, TableShape shape, List<Row> rows) {
        Dataset<Row> local = spark.createDataFrame(rows, SparkShape.of(shape));
        local.createOrReplaceTempView(binding.bind(table));
        held.put(table, local);
    }

    /** Holds a table that the lake has and that was not made again. */
    void load(TableShape shape) {
        List<Row> rows = new ArrayList<>();
        scan(shape.table(), shape.names(), Where.everything(), row -> rows.add(row(row)));
        hold(shape.table(), shape, rows);
    }

    /** Holds {@code current.<table>} for those of the tables that models read; empty where a source has not reported. */
    void current(List<SourceProfile> sources, Set<TableName> read) {
        for (TableName table : read) {
            if (table.layer().equals("current")) {
                SourceProfile source = sources.stream()
                        .filter(s -> s.table().table().name().equals(table.name()))
                        .findFirst()
                        .orElseThrow(() -> WarehouseErrors.noSourceShape(table));
                current(table, source);
            }
        }
    }

    private void current(TableName table, SourceProfile source) {
        TableName clean = source.table().table();
        TableShape shape = tables.shape(clean).orElseGet(() -> CurrentTables.shape(source.table()));
        List<Row> rows = new ArrayList<>();
        if (tables.lake().holds(clean)) {
            Map<String, Version> holding = holding(source, clean);
            int key = shape.position("row_key");
            int hash = shape.position("content_hash");
            scan(clean, shape.names(), Where.everything(), row -> {
                Version holds = holding.get(String.valueOf(row[key]));
                if (holds == null || holds.contentHash().equals(row[hash])) {
                    rows.add(row(row));
                }
            });
        }
        hold(table, shape, rows);
    }

    /** Rows of a table of the lake as they lie there, read once. @see VersionTables.Reading */
    Optional<Dataset<Row>> read(TableName table, List<String> columns, String source) {
        return tables.shape(table).map(shape -> {
            List<Column> asked = columns.isEmpty()
                    ? shape.columns()
                    : columns.stream()
                            .map(name -> shape.columns().get(shape.position(name)))
                            .toList();
            TableShape read = new TableShape(table, asked);
            List<Where> ofSource = source.isEmpty() ? Where.everything() : List.of(Where.equal("source", source));
            List<Row> rows = new ArrayList<>();
            scan(table, read.names(), ofSource, row -> rows.add(row(row)));
            return spark.createDataFrame(rows, SparkShape.of(read));
        });
    }

    /** One version of a row, as it was sent or seen again; the latest holds. */
    private record Version(LocalDate asOf, String submission, String contentHash) {
        static final Comparator<Version> LATEST =
                Comparator.comparing(Version::asOf).thenComparing(Version::submission);

        static Version later(Version a, Version b) {
            return LATEST.compare(a, b) >= 0 ? a : b;
        }
    }

    /** For each key that has several versions, the one that holds. */
    private Map<String, Version> holding(SourceProfile source, TableName clean) {
        Set<String> keys = new HashSet<>();
        List<Where> ofTable = List.of(Where.equal("table_name", clean.name()));
        scan(CONTESTED, List.of("row_key"), ofTable, row -> keys.add(String.valueOf(row[0])));
        Map<String, Version> holding = new HashMap<>();
        if (!keys.isEmpty()) {
            List<String> columns = List.of("row_key", "as_of", "submission", "content_hash");
            List<Where> ofSource = List.of(Where.equal("source", source.id()));
            RowConsumer seen = row -> {
                if (keys.contains(String.valueOf(row[0]))) {
                    holding.merge(String.valueOf(row[0]), version(row), Version::later);
                }
            };
            scan(clean, columns, Where.everything(), seen);
            scan(SIGHTINGS, columns, ofSource, seen);
        }
        return holding;
    }

    private static Version version(@Nullable Object[] row) {
        LocalDate asOf = row[1] instanceof LocalDate day ? day : LocalDate.MIN;
        return new Version(asOf, String.valueOf(row[2]), String.valueOf(row[3]));
    }

    private void scan(TableName table, List<String> columns, List<Where> conditions, RowConsumer rows) {
        if (tables.lake().holds(table)) {
            tables.scan(table, columns, conditions, rows);
        }
    }

    private static Row row(@Nullable Object[] values) {
        @Nullable Object[] row = new @Nullable Object[values.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = sparks(values[i]);
        }
        return RowFactory.create(row);
    }

    private static @Nullable Object sparks(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            return Date.valueOf(day);
        }
        return value instanceof Instant time ? Timestamp.from(time) : value;
    }
}
