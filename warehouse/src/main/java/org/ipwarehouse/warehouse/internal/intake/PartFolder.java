package org.ipwarehouse.warehouse.internal.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.table.PartReader;
import org.ipwarehouse.warehouse.internal.table.PartWriter;
import org.ipwarehouse.warehouse.internal.table.PartWriter.Part;
import org.ipwarehouse.warehouse.internal.table.RowBuffer;
import org.jspecify.annotations.Nullable;

/** Files of one table on their way, written by several threads, each with a writer of its own. */
final class PartFolder implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 16_384;

    private final Path folder;
    private final TableShape shape;
    private final List<PartWriter> writers = new ArrayList<>();
    private List<Part> parts = List.of();

    PartFolder(Path folder, TableShape shape) {
        this.folder = folder;
        this.shape = shape;
    }

    /** A writer for one thread. */
    synchronized PartWriter writer() {
        PartWriter writer = new PartWriter(folder, shape);
        writers.add(writer);
        return writer;
    }

    /** Ends all files. */
    synchronized void finish() {
        List<Part> all = new ArrayList<>(parts);
        writers.forEach(writer -> all.addAll(writer.finish()));
        close();
        parts = List.copyOf(all);
    }

    List<Part> parts() {
        return parts;
    }

    /**
     * Takes rows out of the finished files; files without such rows stay as they are.
     *
     * @param columns by which rows are known
     * @param unwanted tells by the values of these columns
     * @return how many rows were taken out
     */
    long remove(List<String> columns, Predicate<@Nullable Object[]> unwanted) {
        List<Part> before = parts;
        parts = List.of();
        PartWriter kept = writer();
        long removed = 0;
        List<Part> untouched = new ArrayList<>();
        for (Part part : before) {
            long here = count(part, columns, unwanted);
            if (here == 0) {
                untouched.add(part);
            } else {
                removed += here;
                copy(part, row -> !unwanted.test(chosen(row, columns)), kept);
            }
        }
        parts = untouched;
        finish();
        return removed;
    }

    private long count(Part part, List<String> columns, Predicate<@Nullable Object[]> unwanted) {
        TableShape narrow = new TableShape(
                shape.table(),
                columns.stream()
                        .map(name -> shape.columns().get(shape.position(name)))
                        .toList());
        long[] found = {0};
        PartReader.read(part.file(), narrow, row -> found[0] += unwanted.test(row) ? 1 : 0);
        return found[0];
    }

    private @Nullable Object[] chosen(@Nullable Object[] row, List<String> columns) {
        return columns.stream().map(name -> row[shape.position(name)]).toArray();
    }

    private void copy(Part part, Predicate<@Nullable Object[]> wanted, PartWriter to) {
        RowBuffer[] rows = {new RowBuffer(shape)};
        PartReader.read(part.file(), shape, row -> {
            if (wanted.test(row)) {
                rows[0].add(row);
            }
            if (rows[0].size() == ROWS_AT_ONCE) {
                to.write(rows[0].all());
                rows[0] = new RowBuffer(shape);
            }
        });
        to.write(rows[0].all());
    }

    @Override
    public synchronized void close() {
        writers.forEach(PartWriter::close);
        writers.clear();
    }
}
