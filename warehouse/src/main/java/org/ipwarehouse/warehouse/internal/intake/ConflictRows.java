package org.ipwarehouse.warehouse.internal.intake;

import java.sql.Date;
import java.sql.Timestamp;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/** Runs in Spark's tasks: clean rows in conflict to rows of the quarantine. */
final class ConflictRows implements MapFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final TableShape contract;
    private final String source;

    ConflictRows(TableShape contract, String source) {
        this.contract = contract;
        this.source = source;
    }

    @Override
    public Row call(Row clean) {
        TableShape shape = StoredShapes.clean(contract);
        @Nullable Object[] values = new @Nullable Object[shape.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = clean.isNullAt(i)
                    ? null
                    : value(clean.get(i), shape.columns().get(i));
        }
        @Nullable Object[] quarantined = KeyConflict.quarantined(contract, source, values);
        for (int i = 0; i < quarantined.length; i++) {
            quarantined[i] =
                    quarantined[i] instanceof java.time.Instant instant ? Timestamp.from(instant) : quarantined[i];
        }
        return RowFactory.create(quarantined);
    }

    /** Spark's value as the door has it. */
    private static Object value(Object value, Column column) {
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return column.scale() > 0 && value instanceof java.math.BigDecimal decimal
                ? decimal.setScale(column.scale())
                : value;
    }
}
