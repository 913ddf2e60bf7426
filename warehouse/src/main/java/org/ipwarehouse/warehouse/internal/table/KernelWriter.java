package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionBuilder;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Transaction transaction =
                builder().withTransactionId(engine, name, ONCE).build(engine);
        List<PartWriter.Part> parts = written(engine, transaction, shape, rows);
        commit(engine, transaction, actions(engine, transaction, shape, parts));
        return parts.stream().mapToLong(PartWriter.Part::rows).sum();
    }

    /** Writes rows into files in the table's folder that are not yet part of the table. */
    static List<PartWriter.Part> written(
            Engine engine, Transaction transaction, TableShape shape, Iterator<RowBuffer.Selection> rows)
            throws IOException {
        Path folder = folder(engine, transaction);
        Files.createDirectories(folder);
        try (PartWriter writer = new PartWriter(folder, shape)) {
            rows.forEachRemaining(writer::write);
            return writer.finish();
        }
    }

    private static Path folder(Engine engine, Transaction transaction) {
        Row state = transaction.getTransactionState(engine);
        return LocalFiles.path(
                Transaction.getWriteContext(engine, state, Map.of()).getTargetDirectory());
    }

    /** What adds files that lie in the table's folder to the table. */
    static CloseableIterator<Row> actions(
            Engine engine, Transaction transaction, TableShape shape, List<PartWriter.Part> parts) throws IOException {
        List<DataFileStatus> files = new ArrayList<>();
        for (PartWriter.Part part : parts) {
            files.add(status(shape, part));
        }
        Row state = transaction.getTransactionState(engine);
        DataWriteContext context = Transaction.getWriteContext(engine, state, Map.of());
        return Transaction.generateAppendActions(engine, state, Utils.toCloseableIterator(files.iterator()), context);
    }

    static void commit(Engine engine, Transaction transaction, CloseableIterator<Row> actions) throws IOException {
        finish(engine, transaction.commit(engine, CloseableIterable.inMemoryIterable(actions)));
    }

    /** Moves finished files into the table's folder and makes them part of it. */
    void adopt(List<PartWriter.Part> parts, String name) throws IOException {
        if (wrote(name) || parts.isEmpty()) {
            ensure();
            return;
        }
        Transaction transaction =
                builder().withTransactionId(engine, name, ONCE).build(engine);
        Path target = folder(engine, transaction);
        Files.createDirectories(target);
        List<PartWriter.Part> moved = new ArrayList<>();
        for (PartWriter.Part part : parts) {
            Path place = target.resolve(String.valueOf(part.file().getFileName()));
            Files.move(part.file(), place);
            moved.add(part.at(place));
        }
        commit(engine, transaction, actions(engine, transaction, shape, moved));
    }

    private static DataFileStatus status(TableShape shape, PartWriter.Part part) throws IOException {
        return new DataFileStatus(
                LocalFiles.location(part.file()),
                part.bytes(),
                Files.getLastModifiedTime(part.file()).toMillis(),
                Optional.of(new DataFileStatistics(
                        part.rows(),
                        literals(shape, part.least()),
                        literals(shape, part.most()),
                        Map.of(),
                        Optional.empty())));
    }

    private static Map<Column, Literal> literals(TableShape shape, Map<String, Object> values) {
        Map<Column, Literal> literals = new HashMap<>();
        values.forEach((name, value) -> literals.put(
                new Column(name), KernelTypes.literal(value, shape.columns().get(shape.position(name)))));
        return literals;
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

    static void finish(Engine engine, TransactionCommitResult result) throws IOException {
        for (PostCommitHook hook : result.getPostCommitHooks()) {
            if (hook.getType() == PostCommitHook.PostCommitHookType.CHECKPOINT) {
                hook.threadSafeInvoke(engine);
            }
        }
    }
}
