package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.jspecify.annotations.Nullable;

/** The column types of the door as Delta types, and the values of both. */
final class KernelTypes {

    private KernelTypes() {}

    static DataType of(Column column) {
        return switch (column.type()) {
            case TEXT -> StringType.STRING;
            case INTEGER -> LongType.LONG;
            case DECIMAL -> new DecimalType(column.precision(), column.scale());
            case DATE -> DateType.DATE;
            case TIMESTAMP -> TimestampType.TIMESTAMP;
            case BOOLEAN -> BooleanType.BOOLEAN;
        };
    }

    static StructType of(List<Column> columns) {
        StructType type = new StructType();
        for (Column column : columns) {
            type = type.add(column.name(), of(column), column.nullable());
        }
        return type;
    }

    /** The column of a stored field; empty for types that the door does not know (arrays, structures). */
    static Optional<Column> column(StructField field) {
        DataType type = field.getDataType();
        if (type instanceof DecimalType decimal) {
            return Optional.of(new Column(
                    field.getName(),
                    ColumnType.DECIMAL,
                    decimal.getPrecision(),
                    decimal.getScale(),
                    field.isNullable()));
        }
        return Optional.ofNullable(plainType(type))
                .map(known -> new Column(field.getName(), known, 0, 0, field.isNullable()));
    }

    private static @Nullable ColumnType plainType(DataType type) {
        if (type instanceof StringType) {
            return ColumnType.TEXT;
        }
        if (type instanceof LongType || type instanceof IntegerType) {
            return ColumnType.INTEGER;
        }
        if (type instanceof DateType) {
            return ColumnType.DATE;
        }
        if (type instanceof TimestampType) {
            return ColumnType.TIMESTAMP;
        }
        return type instanceof BooleanType ? ColumnType.BOOLEAN : null;
    }

    /** The value of a vector's row, which is not null. */
    static Object value(ColumnVector vector, int row, ColumnType type) {
        return switch (type) {
            case TEXT -> vector.getString(row);
            case INTEGER ->
                vector.getDataType() instanceof IntegerType ? (long) vector.getInt(row) : vector.getLong(row);
            case DECIMAL -> vector.getDecimal(row);
            case DATE -> LocalDate.ofEpochDay(vector.getInt(row));
            case TIMESTAMP -> Instant.EPOCH.plus(vector.getLong(row), ChronoUnit.MICROS);
            case BOOLEAN -> vector.getBoolean(row);
        };
    }

    static Literal literal(Object value, Column column) {
        return switch (column.type()) {
            case TEXT -> Literal.ofString((String) value);
            case INTEGER -> Literal.ofLong((Long) value);
            case DECIMAL -> Literal.ofDecimal((BigDecimal) value, column.precision(), column.scale());
            case DATE -> Literal.ofDate(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case TIMESTAMP -> Literal.ofTimestamp(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
            case BOOLEAN -> Literal.ofBoolean((Boolean) value);
        };
    }

    /**
     * The decimal in exactly the column's scale: a digit is never dropped in silence.
     *
     * @throws ArithmeticException if it has more digits than the column
     */
    static BigDecimal fitted(BigDecimal value, Column column) {
        BigDecimal scaled = value.scale() == column.scale() ? value : value.setScale(column.scale());
        if (scaled.precision() > column.precision()) {
            throw new ArithmeticException(value + " has more than " + column.precision() + " digits");
        }
        return scaled;
    }
}
