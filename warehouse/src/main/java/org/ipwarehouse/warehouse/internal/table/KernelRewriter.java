package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.Operation;
import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.Transaction;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/** Replaces rows of a table file by file, in one commit; the files that held them are deleted after it. */
final class KernelRewriter {
    private final Engine engine;
    private final String folder;
    private final TableShape shape;
    private final Snapshot held;

    KernelRewriter(Engine engine, String folder, TableShape shape, Snapshot held) {
        this.engine = engine;
        this.folder = folder;
        this.shape = shape;
        this.held = held;
    }

    /**
     * @param change gives a row as it is, the same array, or another in its place
     * @return rows that were changed
     */
    long rewrite(UnaryOperator<@Nullable Object[]> change) throws IOException {
        Transaction transaction = Table.forPath(engine, folder)
                .createTransactionBuilder(engine, KernelWriter.ENGINE, Operation.WRITE)
                .build(engine);
        List<Row> actions = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        long changed = 0;
        Scan scan = held.getScanBuilder()
                .withReadSchema(KernelTypes.of(shape.columns()))
                .build();
        KernelReader reader = new KernelReader(engine, held);
        for (Row file : reader.files(scan, false)) {
            RowBuffer rows = new RowBuffer(shape);
            long here = reader.changed(scan, file, change, rows);
            if (here > 0) {
                changed += here;
                actions.add(Replacement.removal(file));
                addFiles(transaction, rows, actions);
                FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
                replaced.add(status.getPath());
            }
        }
        if (changed > 0) {
            KernelWriter.commit(engine, transaction, Utils.toCloseableIterator(actions.iterator()));
            for (String file : replaced) {
                engine.getFileSystemClient().delete(file);
            }
        }
        return changed;
    }

    private void addFiles(Transaction transaction, RowBuffer rows, List<Row> actions) throws IOException {
        List<PartWriter.Part> parts = KernelWriter.written(
                engine, transaction, shape, List.of(rows.all()).iterator());
        try (CloseableIterator<Row> added = KernelWriter.actions(engine, transaction, shape, parts)) {
            added.forEachRemaining(actions::add);
        }
    }
}
