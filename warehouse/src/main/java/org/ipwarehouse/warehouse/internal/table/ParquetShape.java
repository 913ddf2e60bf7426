package org.ipwarehouse.warehouse.internal.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.TableShape;

/** The columns of a table as Parquet has them, in the form that Delta and Spark expect. */
final class ParquetShape {
    /** Bytes of a decimal of up to 38 digits. */
    static final int LONG_DECIMAL_BYTES = 16;

    private ParquetShape() {}

    static MessageType of(TableShape shape) {
        List<Type> fields = new ArrayList<>();
        for (Column column : shape.columns()) {
            Types.PrimitiveBuilder<? extends Type> field = field(column);
            fields.add(field.named(column.name()));
        }
        return new MessageType("row", fields);
    }

    private static Types.PrimitiveBuilder<? extends Type> field(Column column) {
        return switch (column.type()) {
            case TEXT -> typed(column, PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
            case INTEGER -> typed(column, PrimitiveTypeName.INT64);
            case DATE -> typed(column, PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType());
            case TIMESTAMP ->
                typed(column, PrimitiveTypeName.INT64).as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS));
            case BOOLEAN -> typed(column, PrimitiveTypeName.BOOLEAN);
            case DECIMAL -> decimal(column);
        };
    }

    private static Types.PrimitiveBuilder<? extends Type> decimal(Column column) {
        boolean isShort = column.precision() <= ColumnBuffer.MOST_DIGITS_OF_LONG;
        Types.PrimitiveBuilder<? extends Type> field = isShort
                ? typed(column, PrimitiveTypeName.INT64)
                : typed(column, PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY).length(LONG_DECIMAL_BYTES);
        return field.as(LogicalTypeAnnotation.decimalType(column.scale(), column.precision()));
    }

    private static Types.PrimitiveBuilder<? extends Type> typed(Column column, PrimitiveTypeName type) {
        return column.nullable() ? Types.optional(type) : Types.required(type);
    }
}
