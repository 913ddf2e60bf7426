package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.Scan;
import io.delta.kernel.ScanBuilder;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.DeletionVectorDescriptor;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.ipwarehouse.warehouse.api.Column;
import org.jspecify.annotations.Nullable;

/** Reads rows of one version of a table. */
final class KernelReader {
    private final Engine engine;
    private final Snapshot snapshot;

    KernelReader(Engine engine, Snapshot snapshot) {
        this.engine = engine;
        this.snapshot = snapshot;
    }

    /**
     * @param columns what to read
     * @param wanted how many of them, from the first, the consumer gets; the others are for the conditions
     */
    void scan(List<Column> columns, int wanted, Conditions conditions, RowConsumer rows) throws IOException {
        ScanBuilder builder = snapshot.getScanBuilder().withReadSchema(KernelTypes.of(columns));
        Scan scan =
                conditions.forFiles().map(builder::withFilter).orElse(builder).build();
        Row state = scan.getScanState(engine);
        for (Row file : files(scan, false)) {
            try (CloseableIterator<FilteredColumnarBatch> batches = read(state, file)) {
                while (batches.hasNext()) {
                    deliver(batches.next(), columns, wanted, conditions, rows);
                }
            }
        }
    }

    /** @param columns all text, the first the one to filter by */
    void scanKeys(List<Column> columns, Conditions conditions, KeyScan keys) throws IOException {
        ScanBuilder builder = snapshot.getScanBuilder().withReadSchema(KernelTypes.of(columns));
        Scan scan =
                conditions.forFiles().map(builder::withFilter).orElse(builder).build();
        Row state = scan.getScanState(engine);
        for (Row file : files(scan, false)) {
            if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file) == null) {
                keys.read(LocalFiles.path(
                        InternalScanFileUtils.getAddFileStatus(file).getPath()));
                continue;
            }
            try (CloseableIterator<FilteredColumnarBatch> batches = read(state, file)) {
                while (batches.hasNext()) {
                    deliver(batches.next(), columns, columns.size(), new Conditions(List.of(), columns), keys::offer);
                }
            }
        }
    }

    List<Row> files(Scan scan, boolean withStatistics) throws IOException {
        List<Row> files = new ArrayList<>();
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine, withStatistics)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> rows = batches.next().getRows()) {
                    rows.forEachRemaining(files::add);
                }
            }
        }
        return files;
    }

    /**
     * Reads one file's rows of the scan's columns, changed.
     *
     * @param into takes every row of the file, changed or not
     * @return rows for which another array came back
     */
    long changed(Scan scan, Row file, UnaryOperator<@Nullable Object[]> change, RowBuffer into) throws IOException {
        AtomicLong changed = new AtomicLong();
        List<Column> columns = into.shape().columns();
        RowConsumer rows = row -> {
            @Nullable Object[] result = change.apply(row);
            changed.addAndGet(result == row ? 0 : 1);
            into.add(result);
        };
        try (CloseableIterator<FilteredColumnarBatch> batches = read(scan.getScanState(engine), file)) {
            while (batches.hasNext()) {
                deliver(batches.next(), columns, columns.size(), new Conditions(List.of(), columns), rows);
            }
        }
        return changed.get();
    }

    private CloseableIterator<FilteredColumnarBatch> read(Row state, Row file) throws IOException {
        StructType physical = ScanStateRow.getPhysicalDataReadSchema(state);
        CloseableIterator<ColumnarBatch> data = engine.getParquetHandler()
                .readParquetFiles(
                        Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                        physical,
                        Optional.empty())
                .map(FileReadResult::getData);
        return Scan.transformPhysicalData(engine, state, file, data);
    }

    private static void deliver(
            FilteredColumnarBatch batch, List<Column> columns, int wanted, Conditions conditions, RowConsumer rows) {
        ColumnarBatch data = batch.getData();
        for (int row = 0; row < data.getSize(); row++) {
            if (!chosen(batch, row)) {
                continue;
            }
            @Nullable Object[] values = values(data, columns, row);
            if (conditions.admit(values)) {
                rows.row(wanted == values.length ? values : java.util.Arrays.copyOf(values, wanted));
            }
        }
    }

    private static boolean chosen(FilteredColumnarBatch batch, int row) {
        Optional<ColumnVector> selection = batch.getSelectionVector();
        return selection.isEmpty()
                || (!selection.get().isNullAt(row) && selection.get().getBoolean(row));
    }

    private static @Nullable Object[] values(ColumnarBatch data, List<Column> columns, int row) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            ColumnVector vector = data.getColumnVector(i);
            values[i] = vector.isNullAt(row)
                    ? null
                    : KernelTypes.value(vector, row, columns.get(i).type());
        }
        return values;
    }

    /** Rows of the table as its log states them, empty where a file has no such statistics. */
    OptionalLong statedRows() throws IOException {
        long rows = 0;
        Scan scan = snapshot.getScanBuilder().withReadSchema(new StructType()).build();
        for (Row file : files(scan, true)) {
            Row add = file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL);
            Optional<Long> stated = add.isNullAt(InternalScanFileUtils.ADD_FILE_STATS_ORDINAL)
                    ? Optional.empty()
                    : DataFileStatistics.getNumRecords(add.getString(InternalScanFileUtils.ADD_FILE_STATS_ORDINAL));
            if (stated.isEmpty()) {
                return OptionalLong.empty();
            }
            DeletionVectorDescriptor deleted = InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file);
            rows += stated.get() - (deleted == null ? 0 : deleted.getCardinality());
        }
        return OptionalLong.of(rows);
    }
}
