package org.ipwarehouse.warehouse.internal.session;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.TableShape;

/** The column types of the door as Spark's. */
public final class SparkTypes {

    private SparkTypes() {}

    public static StructType of(TableShape shape) {
        StructType type = new StructType();
        for (Column column : shape.columns()) {
            type = type.add(column.name(), of(column), column.nullable());
        }
        return type;
    }

    public static DataType of(Column column) {
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
