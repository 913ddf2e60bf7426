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
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ipwarehouse.warehouse.api.TableShape;

/** Writes one table, one commit a call. */
final class KernelWriter {
    private static final String ENGINE = "ip-warehouse";
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

    /** Commits the table's columns where they are new. */
    void ensure() throws IOException {
        StructType wanted = wanted();
        if (isNew(wanted)) {
            Transaction transaction = builder(wanted).build(engine);
            finish(transaction.commit(engine, CloseableIterable.emptyIterable()));
        }
    }

    /** @return rows written, 0 where the transaction was there already */
    long append(Iterator<RowBuffer.Selection> rows, String name) throws IOException {
        if (wrote(name) || !rows.hasNext()) {
            ensure();
            return 0;
        }
        StructType wanted = wanted();
        AtomicLong count = new AtomicLong();
        Transaction transaction =
                builder(wanted).withTransactionId(engine, name, ONCE).build(engine);
        Iterator<FilteredColumnarBatch> batches = new Batches(rows, wanted, count);
        finish(transaction.commit(engine, CloseableIterable.inMemoryIterable(files(transaction, batches))));
        return count.get();
    }

    private boolean wrote(String transaction) {
        return held.flatMap(snapshot -> snapshot.getLatestTransactionVersion(engine, transaction))
                .isPresent();
    }

    private boolean isNew(StructType wanted) {
        return held.isEmpty() || held.get().getSchema().length() < wanted.length();
    }

    /** The columns held, then those that are new: a column never moves. */
    private StructType wanted() {
        List<StructField> fields = new ArrayList<>();
        StructType asked = KernelTypes.of(shape.columns());
        held.ifPresent(snapshot -> fields.addAll(snapshot.getSchema().fields()));
        Evolution.check(shape, fields);
        for (StructField field : asked.fields()) {
            if (fields.stream().noneMatch(f -> f.getName().equals(field.getName()))) {
                fields.add(held.isEmpty() ? field : new StructField(field.getName(), field.getDataType(), true));
            }
        }
        return new StructType(fields);
    }

    private TransactionBuilder builder(StructType wanted) {
        Operation operation = held.isPresent() ? Operation.WRITE : Operation.CREATE_TABLE;
        TransactionBuilder builder = Table.forPath(engine, folder).createTransactionBuilder(engine, ENGINE, operation);
        if (held.isEmpty()) {
            builder = builder.withTableProperties(engine, TableProperties.of(shape));
        }
        return isNew(wanted) ? builder.withSchema(engine, wanted) : builder;
    }

    private CloseableIterator<Row> files(Transaction transaction, Iterator<FilteredColumnarBatch> batches)
            throws IOException {
        Row state = transaction.getTransactionState(engine);
        CloseableIterator<FilteredColumnarBatch> physical =
                Transaction.transformLogicalData(engine, state, Utils.toCloseableIterator(batches), Map.of());
        DataWriteContext context = Transaction.getWriteContext(engine, state, Map.of());
        CloseableIterator<DataFileStatus> files = engine.getParquetHandler()
                .writeParquetFiles(context.getTargetDirectory(), physical, context.getStatisticsColumns());
        return Transaction.generateAppendActions(engine, state, files, context);
    }

    private void finish(TransactionCommitResult result) throws IOException {
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
