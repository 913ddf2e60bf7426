package org.ipwarehouse.warehouse.internal.refinery;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.model.SparkShape;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/**
 * Writes whole tables. A small table that does not exist yet is written in this process, which costs a fraction of a
 * Spark write; one that exists is replaced by Spark in one commit, so that readers see the old table or the new one.
 */
final class TableWriter {
    private final SparkSession spark;
    private final KernelTables tables;
    private final Sessions sessions;

    TableWriter(SparkSession spark, KernelTables tables, Sessions sessions) {
        this.spark = spark;
        this.tables = tables;
        this.sessions = sessions;
    }

    /** Writes rows that are held in this process. */
    void write(TableShape shape, List<Row> rows) {
        boolean isHeld = tables.lake().holds(shape.table());
        if (isHeld && !tables.fits(shape)) {
            replace(
                    shape.table(),
                    spark.createDataFrame(rows, SparkShape.of(shape)).coalesce(1));
            return;
        }
        tables.ensure(shape);
        tables.replace(shape, replacement -> {
            replacement.add(rows.stream().map(TableWriter::values).toList());
            return List.of(Where.everything());
        });
    }

    /** Writes rows that Spark computes. */
    void replace(TableName table, Dataset<Row> rows) {
        rows.write()
                .format("delta")
                .mode("overwrite")
                .option("overwriteSchema", "true")
                .save(tables.lake().folder(table).toString());
        sessions.register(List.of(table));
    }

    private static @Nullable Object[] values(Row row) {
        @Nullable Object[] values = new @Nullable Object[row.length()];
        for (int i = 0; i < values.length; i++) {
            Object value = row.get(i);
            values[i] = value instanceof Date day
                    ? day.toLocalDate()
                    : value instanceof Timestamp time ? time.toInstant() : value;
        }
        return values;
    }
}
