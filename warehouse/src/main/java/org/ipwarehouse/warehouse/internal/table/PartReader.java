package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.jspecify.annotations.Nullable;

/** Reads a finished file back that is no part of a table yet. */
public final class PartReader {

    private PartReader() {}

    /** @throws org.ipwarehouse.warehouse.api.Fault where the file cannot be read */
    public static void read(Path file, TableShape shape, RowConsumer rows) {
        Engine engine = new LocalEngine(new LocalFiles());
        try (CloseableIterator<FileReadResult> batches = engine.getParquetHandler()
                .readParquetFiles(
                        Utils.singletonCloseableIterator(FileStatus.of(LocalFiles.location(file), Files.size(file), 0)),
                        KernelTypes.of(shape.columns()),
                        Optional.empty())) {
            while (batches.hasNext()) {
                deliver(batches.next().getData(), shape.columns(), rows);
            }
        } catch (IOException | UncheckedIOException | KernelEngineException failed) {
            throw WarehouseErrors.tableUnreadable(shape.table(), failed);
        }
    }

    private static void deliver(ColumnarBatch batch, List<Column> columns, RowConsumer rows) {
        for (int row = 0; row < batch.getSize(); row++) {
            @Nullable Object[] values = new @Nullable Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                ColumnVector vector = batch.getColumnVector(i);
                values[i] = vector.isNullAt(row)
                        ? null
                        : KernelTypes.value(vector, row, columns.get(i).type());
            }
            rows.row(values);
        }
    }
}
