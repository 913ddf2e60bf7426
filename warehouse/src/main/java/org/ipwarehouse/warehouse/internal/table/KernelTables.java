package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.types.StructField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.jspecify.annotations.Nullable;

/**
 * Delta tables read and written in this process through Delta Kernel. What it writes, Spark reads and writes on, and
 * the other way round.
 */
public final class KernelTables {
    private final Lake lake;
    private final LocalEngine engine = new LocalEngine(new LocalFiles());

    public KernelTables(Lake lake) {
        this.lake = lake;
    }

    public Lake lake() {
        return lake;
    }

    /** Creates the table where there is none, and adds columns where the shape has grown. */
    public void ensure(TableShape shape) {
        written(shape, writer -> writer.ensure());
    }

    /**
     * Appends rows in one commit; creates the table or adds columns where that is needed.
     *
     * @param transaction names what is written: a second append by the same name to the same table writes nothing
     * @return rows written, 0 where the transaction was there already
     */
    public long append(TableShape shape, Iterable<@Nullable Object[]> rows, String transaction) {
        return appendBuffers(shape, () -> new RowBatches(shape, rows.iterator()), transaction);
    }

    /** Appends rows that stand in buffers of the same shape already. */
    public long appendBuffers(TableShape shape, Iterable<RowBuffer.Selection> rows, String transaction) {
        AtomicLong count = new AtomicLong();
        written(shape, writer -> count.set(writer.append(rows.iterator(), transaction)));
        return count.get();
    }

    /**
     * Makes finished files part of a table, in one commit, by moving them there.
     *
     * @param transaction as in {@link #append}
     */
    public void adopt(TableShape shape, List<PartWriter.Part> parts, String transaction) {
        written(shape, writer -> writer.adopt(parts, transaction));
    }

    /**
     * Replaces rows in one commit and deletes the files that held them. A file without changed rows stays.
     *
     * @param shape all columns of the table
     * @param change gives the same array where a row stays as it is, else another
     * @return rows changed, 0 where there is no table
     */
    public long rewrite(TableShape shape, UnaryOperator<@Nullable Object[]> change) {
        try {
            Optional<Snapshot> held = snapshot(shape.table());
            String folder = LocalFiles.location(lake.folder(shape.table()));
            return held.isEmpty() ? 0 : new KernelRewriter(engine, folder, shape, held.get()).rewrite(change);
        } catch (Fault known) {
            throw known;
        } catch (IOException | RuntimeException failed) {
            throw faultWithin(failed).orElseGet(() -> WarehouseErrors.tableUnwritable(shape.table(), failed));
        }
    }

    /** How the rows of a replacement come. */
    @FunctionalInterface
    public interface Replacing {
        /** @return alternatives; rows that fulfil all conditions of any of them are taken out */
        List<List<Where>> by(Replacement replacement);
    }

    /** Whether a table has exactly these columns, so that {@link #replace} can be used. */
    public boolean fits(TableShape shape) {
        return shape(shape.table())
                .map(held -> KernelTypes.of(held.columns())
                        .toString()
                        .equals(KernelTypes.of(shape.columns()).toString()))
                .orElse(false);
    }

    /**
     * Replaces rows of a table in one commit.
     *
     * @param shape the columns that the table has ({@link #fits})
     */
    public void replace(TableShape shape, Replacing replacing) {
        try {
            Snapshot held = snapshot(shape.table()).orElseThrow();
            String folder = LocalFiles.location(lake.folder(shape.table()));
            Replacement replacement = new Replacement(engine, folder, shape, held);
            replacement.commit(replacing.by(replacement));
        } catch (Fault known) {
            throw known;
        } catch (IOException | RuntimeException failed) {
            throw faultWithin(failed).orElseGet(() -> WarehouseErrors.tableUnwritable(shape.table(), failed));
        }
    }

    /** Reads the rows that fulfil all conditions. A table that does not exist has no rows. */
    public void scan(TableName table, List<String> columns, List<Where> conditions, RowConsumer rows) {
        read(table, snapshot -> {
            List<Column> read = columnsToRead(table, snapshot, columns, conditions);
            new KernelReader(engine, snapshot).scan(read, columns.size(), new Conditions(conditions, read), rows);
            return true;
        });
    }

    /**
     * Reads those rows of which the first column is wanted; far cheaper than {@link #scan} where these are few.
     *
     * @param columns text columns that are never null
     * @param range of the first column, by which whole files are left out; empty for all files
     */
    public void scanKeys(TableName table, List<String> columns, List<Where> range, KeyFilter filter, RowConsumer rows) {
        read(table, snapshot -> {
            List<Column> read = columnsToRead(table, snapshot, columns, range);
            new KernelReader(engine, snapshot)
                    .scanKeys(read, new Conditions(range, read), new KeyScan(columns, filter, rows));
            return true;
        });
    }

    /** Rows in the table, 0 where it does not exist; read from the log where it states them. */
    public long count(TableName table) {
        OptionalLong stated = read(table, snapshot -> new KernelReader(engine, snapshot).statedRows())
                .orElse(OptionalLong.of(0));
        return stated.isPresent() ? stated.getAsLong() : counted(table);
    }

    private long counted(TableName table) {
        AtomicLong rows = new AtomicLong();
        scan(table, List.of(), Where.everything(), row -> rows.incrementAndGet());
        return rows.get();
    }

    /** The columns of the table as stored, without those of types that the door does not know. */
    public Optional<TableShape> shape(TableName table) {
        return read(table, snapshot -> new TableShape(table, columns(snapshot)));
    }

    /** The table's version, -1 where it does not exist. Changes exactly when the table changes. */
    public long version(TableName table) {
        return read(table, Snapshot::getVersion).orElse(-1L);
    }

    private static List<Column> columns(Snapshot snapshot) {
        List<StructField> fields = snapshot.getSchema().fields();
        return fields.stream()
                .map(KernelTypes::column)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Column> columnsToRead(
            TableName table, Snapshot snapshot, List<String> wanted, List<Where> conditions) {
        List<Column> held = columns(snapshot);
        List<String> names = new ArrayList<>(wanted);
        conditions.stream().map(Where::column).filter(c -> !names.contains(c)).forEach(names::add);
        return names.stream()
                .map(name -> held.stream()
                        .filter(c -> c.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> WarehouseErrors.columnMissing(table, name)))
                .toList();
    }

    private <T> Optional<T> read(TableName table, Reading<T> reading) {
        try {
            Optional<Snapshot> snapshot = snapshot(table);
            return snapshot.isEmpty() ? Optional.empty() : Optional.of(reading.of(snapshot.get()));
        } catch (IOException | UncheckedIOException | KernelException | KernelEngineException failed) {
            throw WarehouseErrors.tableUnreadable(table, failed);
        }
    }

    private void written(TableShape shape, Writing writing) {
        try {
            String folder = LocalFiles.location(lake.folder(shape.table()));
            writing.by(new KernelWriter(engine, folder, shape, widened(shape)));
        } catch (Fault known) {
            throw known;
        } catch (IOException | RuntimeException failed) {
            throw faultWithin(failed).orElseGet(() -> WarehouseErrors.tableUnwritable(shape.table(), failed));
        }
    }

    /** A fault of a value comes back wrapped from within the writer. */
    private static Optional<Fault> faultWithin(Throwable failed) {
        Throwable cause = failed.getCause();
        return cause instanceof Fault fault
                ? Optional.of(fault)
                : Optional.ofNullable(cause).flatMap(KernelTables::faultWithin);
    }

    private Optional<Snapshot> widened(TableShape shape) throws IOException {
        Optional<Snapshot> held = snapshot(shape.table());
        return held.isPresent() && Evolution.widen(engine, held.get(), shape) ? snapshot(shape.table()) : held;
    }

    private Optional<Snapshot> snapshot(TableName table) {
        if (!lake.holds(table)) {
            return Optional.empty();
        }
        String folder = LocalFiles.location(lake.folder(table));
        return Optional.of(Table.forPath(engine, folder).getLatestSnapshot(engine));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(Snapshot snapshot) throws IOException;
    }

    @FunctionalInterface
    private interface Writing {
        void by(KernelWriter writer) throws IOException;
    }
}
