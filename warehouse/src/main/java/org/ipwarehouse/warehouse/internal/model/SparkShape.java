package org.ipwarehouse.warehouse.internal.model;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.TableShape;

/** The shape of a table in Spark's words. */
public final class SparkShape {
    private SparkShape() {}

    public static StructType of(TableShape shape) {
        StructField[] fields = shape.columns().stream()
                .map(c -> DataTypes.createStructField(c.name(), type(c), c.nullable()))
                .toArray(StructField[]::new);
        return DataTypes.createStructType(fields);
    }

    public static DataType type(Column column) {
        return switch (column.type()) {
            case TEXT -> DataTypes.StringType;
            case INTEGER -> DataTypes.LongType;
            case DECIMAL -> DataTypes.createDecimalType(column.precision(), column.scale());
            case DATE -> DataTypes.DateType;
            case TIMESTAMP -> DataTypes.TimestampType;
            case BOOLEAN -> DataTypes.BooleanType;
        };
    }
}
