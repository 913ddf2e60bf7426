package org.ipwarehouse.warehouse.internal.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.api.Binary;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/** Least and greatest value of the columns by which scans leave out files, as Parquet counted them while it wrote. */
record Ranges(Map<String, Object> least, Map<String, Object> most) {

    static Ranges of(ParquetMetadata footer, TableShape shape) {
        Ranges ranges = new Ranges(new HashMap<>(), new HashMap<>());
        for (BlockMetaData block : footer.getBlocks()) {
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                Column column =
                        shape.columns().get(shape.position(chunk.getPath().toDotString()));
                if (TableProperties.isFoundBy(column.name())) {
                    ranges.add(column, chunk.getStatistics());
                }
            }
        }
        return ranges;
    }

    private void add(Column column, @Nullable Statistics<?> statistics) {
        if (statistics == null || !statistics.hasNonNullValue()) {
            return;
        }
        Object low = value(column, statistics.genericGetMin());
        Object high = value(column, statistics.genericGetMax());
        least.merge(column.name(), low, (a, b) -> Conditions.ORDER.compare(a, b) <= 0 ? a : b);
        most.merge(column.name(), high, (a, b) -> Conditions.ORDER.compare(a, b) >= 0 ? a : b);
    }

    private static Object value(Column column, Object stored) {
        if (stored instanceof Binary text) {
            return text.toStringUsingUTF8();
        }
        if (column.type() == ColumnType.TIMESTAMP) {
            return Instant.EPOCH.plus((Long) stored, ChronoUnit.MICROS);
        }
        return column.type() == ColumnType.DATE ? LocalDate.ofEpochDay((Integer) stored) : stored;
    }
}
