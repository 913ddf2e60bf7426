package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.Operation;
import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.Transaction;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/**
 * Puts new rows in the place of all rows of a table, or of some, in one commit: readers see the table as it was until
 * then. Files that an earlier replacement took out are deleted by the next one, so that who has just opened
 * the table can read it to its end.
 */
public final class Replacement {
    private final Engine engine;
    private final String folder;
    private final TableShape shape;
    private final Snapshot held;
    private final Transaction transaction;
    private final List<PartWriter.Part> parts = new ArrayList<>();

    Replacement(Engine engine, String folder, TableShape shape, Snapshot held) {
        this.engine = engine;
        this.folder = folder;
        this.shape = shape;
        this.held = held;
        transaction = Table.forPath(engine, folder)
                .createTransactionBuilder(engine, KernelWriter.ENGINE, Operation.WRITE)
                .build(engine);
    }

    /**
     * Writes rows into files of their own, which do not belong to the table yet.
     *
     * @return how many
     */
    public long add(Iterable<@Nullable Object[]> rows) {
        Iterator<RowBuffer.Selection> buffers = new RowBatches(shape, rows.iterator());
        if (!buffers.hasNext()) {
            return 0;
        }
        try {
            List<PartWriter.Part> written = KernelWriter.written(engine, transaction, shape, buffers);
            parts.addAll(written);
            return written.stream().mapToLong(PartWriter.Part::rows).sum();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @param replaced alternatives; rows that fulfil all conditions of any of them are taken out */
    void commit(List<List<Where>> replaced) throws IOException {
        List<Row> actions = new ArrayList<>();
        Set<String> inUse = new HashSet<>();
        KernelReader reader = new KernelReader(engine, held);
        Scan scan = held.getScanBuilder()
                .withReadSchema(KernelTypes.of(shape.columns()))
                .build();
        for (Row file : reader.files(scan, true)) {
            inUse.add(name(file));
            if (isTakenOut(scan, file, replaced, reader)) {
                actions.add(removal(file));
            }
        }
        parts.forEach(part -> inUse.add(String.valueOf(part.file().getFileName())));
        try (CloseableIterator<Row> added = KernelWriter.actions(engine, transaction, shape, parts)) {
            added.forEachRemaining(actions::add);
        }
        KernelWriter.commit(engine, transaction, Utils.toCloseableIterator(actions.iterator()));
        sweep(inUse);
    }

    /** Whether a file goes; the rows of it that stay are written anew. */
    private boolean isTakenOut(Scan scan, Row file, List<List<Where>> replaced, KernelReader reader)
            throws IOException {
        FileValues values = FileValues.of(file, shape);
        List<List<Where>> open = new ArrayList<>();
        for (List<Where> alternative : replaced) {
            Optional<Boolean> decided = values.decide(alternative);
            if (decided.isEmpty()) {
                open.add(alternative);
            } else if (decided.get()) {
                return true;
            }
        }
        return !open.isEmpty() && isAnyTakenOut(scan, file, open, reader);
    }

    private boolean isAnyTakenOut(Scan scan, Row file, List<List<Where>> replaced, KernelReader reader)
            throws IOException {
        RowBuffer rows = new RowBuffer(shape);
        reader.changed(scan, file, row -> row, rows);
        List<Conditions> conditions = replaced.stream()
                .map(alternative -> new Conditions(alternative, shape.columns()))
                .toList();
        BitSet staying = new BitSet();
        for (int i = 0; i < rows.size(); i++) {
            @Nullable Object[] row = rows.row(i);
            staying.set(i, conditions.stream().noneMatch(c -> c.admit(row)));
        }
        if (staying.cardinality() == rows.size()) {
            return false;
        }
        if (!staying.isEmpty()) {
            parts.addAll(KernelWriter.written(
                    engine, transaction, shape, List.of(rows.only(staying)).iterator()));
        }
        return true;
    }

    static Row removal(Row file) {
        AddFile added = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
        return SingleAction.createRemoveFileSingleAction(added.toRemoveFileRow(true, Optional.empty()));
    }

    private static String name(Row file) {
        Path path = LocalFiles.path(InternalScanFileUtils.getAddFileStatus(file).getPath());
        return String.valueOf(path.getFileName());
    }

    /** Deletes files that belonged neither to the table as it was nor belong to it now. */
    private void sweep(Set<String> inUse) throws IOException {
        Path place = LocalFiles.path(folder);
        PathMatcher parquet = place.getFileSystem().getPathMatcher("glob:*.parquet");
        List<Path> unused;
        try (Stream<Path> files = Files.list(place)) {
            unused = files.filter(file -> parquet.matches(file.getFileName()))
                    .filter(file -> !inUse.contains(String.valueOf(file.getFileName())))
                    .toList();
        }
        for (Path file : unused) {
            Files.deleteIfExists(file);
        }
    }
}
