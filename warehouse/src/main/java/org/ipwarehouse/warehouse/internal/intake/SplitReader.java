package org.ipwarehouse.warehouse.internal.intake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.Function;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.table.ParquetFolder;
import org.ipwarehouse.warehouse.internal.table.RowBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Runs in Spark's tasks: reads one split of a file once and stages its accepted and rejected rows, with their place in
 * the delivery, in the same pass.
 */
final class SplitReader implements Function<SplitReader.Task, SplitReader.Outcome> {
    private static final long serialVersionUID = 1L;

    static final String ACCEPTED = "accepted";
    static final String REJECTED = "rejected";
    /** Bounds the memory of a task; a staged file has about so many rows. */
    private static final int ROWS_IN_MEMORY = 100_000;
    /** Rows of one split have positions below this. */
    private static final long POSITIONS = 1L << 40;

    private final String folder;

    /** @param folder where to stage, in {@link #ACCEPTED} and {@link #REJECTED} */
    SplitReader(String folder) {
        this.folder = folder;
    }

    /** The clean table's columns, what is sealed, and the place of the row: number of the delivery, position in it. */
    static TableShape staged(TableShape clean) {
        List<Column> columns = new ArrayList<>(StoredShapes.arriving(clean).columns());
        columns.add(Column.required("staged_delivery", ColumnType.INTEGER));
        columns.add(Column.required("staged_position", ColumnType.INTEGER));
        return new TableShape(TableName.parse("staged.accepted"), columns);
    }

    @Override
    public Outcome call(Task task) {
        Staging staging = new Staging(task);
        staging.read();
        return staging.outcome();
    }

    /** One split of one delivery. */
    record Task(int delivery, Submission submission, RowSource source, RowSource.Split split) implements Serializable {
        static Task of(int number, Delivery delivery, RowSource.Split split) {
            return new Task(number, delivery.submission(), delivery.rows(), split);
        }
    }

    /**
     * What a split had.
     *
     * @param broken what the sender is to do where the file is broken, else {@link BrokenFiles#NOTHING}
     */
    record Outcome(
            int delivery,
            long accepted,
            long rejected,
            long sealed,
            String broken,
            SortedMap<String, Long> reasons,
            SortedMap<String, Long> warnings)
            implements Serializable {}

    private final class Staging implements RowSink {
        private final Task task;
        private final TableShape shape;
        private final SortedMap<String, Long> reasons = new TreeMap<>();
        private final SortedMap<String, Long> warnings = new TreeMap<>();
        private ReceivedRows rows;
        private long accepted;
        private long rejected;
        private long sealed;
        private String broken = BrokenFiles.NOTHING;

        Staging(Task task) {
            this.task = task;
            this.shape = staged(StoredShapes.clean(task.source().shape()));
            this.rows = new ReceivedRows(task.submission(), task.source().shape());
        }

        void read() {
            broken = BrokenFiles.read(task.submission(), task.source(), task.split(), this);
            flush();
        }

        Outcome outcome() {
            return new Outcome(task.delivery(), accepted, rejected, sealed, broken, reasons, warnings);
        }

        @Override
        public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
            rows.accepted(values, key, origin, notes);
            flushIfFull();
        }

        @Override
        public void rejected(String cells, Origin origin, List<Rejection> why, String sealed) {
            rows.rejected(cells, origin, why, sealed);
            flushIfFull();
        }

        @Override
        public void warning(String code, Origin origin, String message) {
            rows.warning(code, origin, message);
        }

        private void flushIfFull() {
            if (rows.acceptedRows().size() + rows.rejectedRows().size() >= ROWS_IN_MEMORY) {
                flush();
            }
        }

        private void flush() {
            ParquetFolder.write(folder + "/" + ACCEPTED, placed());
            ParquetFolder.write(folder + "/" + REJECTED, rows.rejectedRows());
            accepted += rows.acceptedRows().size();
            rejected += rows.rejectedRows().size();
            sealed += rows.sealed();
            rows.reasons().forEach((code, count) -> reasons.merge(code, count, Long::sum));
            rows.warnings().forEach((code, count) -> warnings.merge(code, count, Long::sum));
            rows = new ReceivedRows(task.submission(), task.source().shape());
        }

        private RowBuffer placed() {
            long first = task.split().index() * POSITIONS + accepted;
            return rows.acceptedRows().widened(shape, row -> new Object[] {(long) task.delivery(), first + row});
        }
    }
}
