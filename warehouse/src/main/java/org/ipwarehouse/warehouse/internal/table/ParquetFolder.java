package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;

/** A folder of Parquet files without a log, for rows on their way. */
public final class ParquetFolder {

    private ParquetFolder() {}

    /**
     * Adds the rows as a file of their own; nothing where there are none.
     *
     * @throws org.ipwarehouse.warehouse.api.Fault where the folder cannot be written
     */
    public static void write(String folder, RowBuffer rows) {
        try {
            if (rows.size() > 0) {
                writeSome(folder, rows);
            }
        } catch (IOException | UncheckedIOException | KernelEngineException failed) {
            throw WarehouseErrors.folderUnwritable(folder, failed);
        }
    }

    private static void writeSome(String folder, RowBuffer rows) throws IOException {
        Engine engine = new LocalEngine(new LocalFiles());
        FilteredColumnarBatch batch =
                rows.all().batch(KernelTypes.of(rows.shape().columns()));
        try (CloseableIterator<DataFileStatus> files = engine.getParquetHandler()
                .writeParquetFiles(
                        LocalFiles.location(Path.of(folder)), Utils.singletonCloseableIterator(batch), List.of())) {
            files.forEachRemaining(written -> {});
        }
    }
}
