package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A folder of Parquet files without a log, for rows on their way. */
public final class ParquetFolder {

    private ParquetFolder() {}

    /** Adds the rows as a file of their own; nothing where there are none. */
    public static void write(String folder, RowBuffer rows) {
        if (rows.size() == 0) {
            return;
        }
        Engine engine = new LocalEngine(new LocalFiles());
        FilteredColumnarBatch batch =
                rows.all().batch(KernelTypes.of(rows.shape().columns()));
        try (CloseableIterator<DataFileStatus> files = engine.getParquetHandler()
                .writeParquetFiles(
                        LocalFiles.location(Path.of(folder)), Utils.singletonCloseableIterator(batch), List.of())) {
            files.forEachRemaining(written -> {});
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
