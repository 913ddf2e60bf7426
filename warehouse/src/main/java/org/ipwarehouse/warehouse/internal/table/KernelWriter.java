package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionBuilder;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ipwarehouse.warehouse.api.TableShape;

/** Writes one table, one commit a call. */
final class KernelWriter {
    static final String ENGINE = "ip-warehouse";
    private static final long ONCE = 1;

    private final Engine engine;
    private final String folder;
    private final TableShape shape;
    private final Optional<Snapshot> held;

    /** @param held the table as it is, empty where there is none */
    KernelWriter(Engine engine, String folder, TableShape shape, Optional<Snapshot> held) {
        this.engine = engine;
        this.folder = folder;
        this.shape = shape;
        this.held = held;
    }

    /** Creates the table where there is none. */
    void ensure() throws IOException {
        if (held.isEmpty()) {
            finish(engine, builder().build(engine).commit(engine, CloseableIterable.emptyIterable()));
        }
    }

    /** @return rows written, 0 where the transaction was there already */
    long append(Iterator<RowBuffer.Selection> rows, String name) throws IOException {
        if (wrote(name) || !rows.hasNext()) {
            ensure();
            return 0;
        }
        AtomicLong count = new AtomicLong();
        Transaction transaction =
                builder().withTransactionId(engine, name, ONCE).build(engine);
        finish(
                engine,
                transaction.commit(
                        engine, CloseableIterable.inMemoryIterable(written(engine, transaction, rows, count))));
        return count.get();
    }

    private boolean wrote(String transaction) {
        return held.flatMap(snapshot -> snapshot.getLatestTransactionVersion(engine, transaction))
                .isPresent();
    }

    private TransactionBuilder builder() {
        Table table = Table.forPath(engine, folder);
        return held.isPresent()
                ? table.createTransactionBuilder(engine, ENGINE, Operation.WRITE)
                : table.createTransactionBuilder(engine, ENGINE, Operation.CREATE_TABLE)
                        .withSchema(engine, KernelTypes.of(shape.columns()))
                        .withTableProperties(engine, TableProperties.of(shape));
    }

    /** Writes rows into files of their own, not yet part of the table: the actions that add them. */
    static CloseableIterator<Row> written(
            Engine engine, Transaction transaction, Iterator<RowBuffer.Selection> rows, AtomicLong count)
            throws IOException {
        Iterator<FilteredColumnarBatch> batches = new Batches(rows, transaction.getSchema(engine), count);
        Row state = transaction.getTransactionState(engine);
        CloseableIterator<FilteredColumnarBatch> physical =
                Transaction.transformLogicalData(engine, state, Utils.toCloseableIterator(batches), Map.of());
        DataWriteContext context = Transaction.getWriteContext(engine, state, Map.of());
        CloseableIterator<DataFileStatus> files = engine.getParquetHandler()
                .writeParquetFiles(context.getTargetDirectory(), physical, statistics(context));
        return Transaction.generateAppendActions(engine, state, files, context);
    }

    /** Kernel would keep the least and greatest value of every column in the log, whatever the table's property says. */
    private static List<Column> statistics(DataWriteContext context) {
        return context.getStatisticsColumns().stream()
                .filter(column -> TableProperties.isFoundBy(column.getNames()[0]))
                .toList();
    }

    static void finish(Engine engine, TransactionCommitResult result) throws IOException {
        for (PostCommitHook hook : result.getPostCommitHooks()) {
            if (hook.getType() == PostCommitHook.PostCommitHookType.CHECKPOINT) {
                hook.threadSafeInvoke(engine);
            }
        }
    }

    private record Batches(Iterator<RowBuffer.Selection> rows, StructType order, AtomicLong count)
            implements Iterator<FilteredColumnarBatch> {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public FilteredColumnarBatch next() {
            RowBuffer.Selection next = rows.next();
            count.addAndGet(next.size());
            return next.batch(order);
        }
    }
}
