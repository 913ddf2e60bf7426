package org.ipwarehouse.warehouse.internal.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;

/**
 * Writes rows that stand by column into Parquet files of a fair size, as they come: columns go straight into pages, no
 * value passes through a row. The files are no part of a table before {@link KernelTables#adopt}. One thread at a time.
 */
public final class PartWriter implements AutoCloseable {
    /** A larger file is not read faster, a smaller one costs an entry in the log and an opening. */
    private static final long FILE_BYTES = 128L << 20;

    private static final long ROW_GROUP_BYTES = 24L << 20;
    private static final int PAGE_BYTES = 1 << 20;
    /** Rows written of one column before the next: few enough for the processor's cache. */
    private static final int RUN = 1024;

    private final Path folder;
    private final TableShape shape;
    private final MessageType schema;
    private final List<Part> parts = new ArrayList<>();
    private final DictionaryChoice dictionaries;
    private final ZstdCompressor compressor = new ZstdCompressor();
    private int[] positions = new int[0];
    private @org.jspecify.annotations.Nullable Open open;

    /** @param shape what is stored of the rows: buffers may have further columns */
    public PartWriter(Path folder, TableShape shape) {
        this.folder = folder;
        this.shape = shape;
        this.schema = ParquetShape.of(shape);
        this.dictionaries = new DictionaryChoice(shape);
    }

    /**
     * A finished file.
     *
     * @param least and {@code most} values of the columns by which scans leave out files
     */
    public record Part(Path file, long rows, long bytes, Map<String, Object> least, Map<String, Object> most) {
        Part at(Path place) {
            return new Part(place, rows, bytes, least, most);
        }
    }

    /** Adds the rows to the open file. @return the file's place in {@link #finish()} */
    public int write(RowBuffer.Selection rows) {
        try {
            return writeRows(rows);
        } catch (IOException failed) {
            throw WarehouseErrors.folderUnwritable(folder.toString(), failed);
        }
    }

    private int writeRows(RowBuffer.Selection rows) throws IOException {
        if (rows.size() == 0) {
            return parts.size();
        }
        RowBuffer buffer = rows.buffer();
        positions = shape.columns().stream()
                .mapToInt(column -> buffer.shape().position(column.name()))
                .toArray();
        if (open == null) {
            dictionaries.sample(buffer, positions);
            open = new Open();
        }
        int part = parts.size();
        open.add(rows);
        if (open.bytes() >= FILE_BYTES) {
            end(open);
        }
        return part;
    }

    private void end(Open file) throws IOException {
        parts.add(file.end());
        open = null;
    }

    /** Ends the open file. @return all files, in the order in which they were begun */
    public List<Part> finish() {
        try {
            if (open != null) {
                end(open);
            }
        } catch (IOException failed) {
            throw WarehouseErrors.folderUnwritable(folder.toString(), failed);
        }
        return List.copyOf(parts);
    }

    @Override
    public void close() {
        compressor.release();
    }

    /** The file that is being written. */
    private final class Open {
        private final Path file = folder.resolve(UUID.randomUUID() + ".parquet");
        private final ParquetFileWriter target;
        private final ParquetProperties properties = properties();
        private ColumnChunkPageWriteStore pages = pages();
        private ColumnWriteStore columns = properties.newColumnWriteStore(schema, pages);
        private long rows;
        private long rowsInGroup;

        Open() throws IOException {
            target = new ParquetFileWriter(
                    new LocalOutputFile(file), schema, ParquetFileWriter.Mode.CREATE, ROW_GROUP_BYTES, 0);
            target.start();
        }

        private ParquetProperties properties() {
            ParquetProperties.Builder builder = ParquetProperties.builder()
                    .withPageSize(PAGE_BYTES)
                    .withAllocator(new HeapByteBufferAllocator())
                    .withDictionaryPageSize(PAGE_BYTES)
                    .withStatisticsEnabled(false)
                    .withSizeStatisticsEnabled(false)
                    .withPageWriteChecksumEnabled(false)
                    .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0);
            for (Column column : shape.columns()) {
                builder.withDictionaryEncoding(column.name(), dictionaries.isWorthwhile(column.name()));
                builder.withStatisticsEnabled(column.name(), TableProperties.isFoundBy(column.name()));
            }
            return builder.build();
        }

        private ColumnChunkPageWriteStore pages() {
            return new ColumnChunkPageWriteStore(compressor, schema, new HeapByteBufferAllocator(), 64, false);
        }

        long bytes() throws IOException {
            return target.getPos() + columns.getBufferedSize();
        }

        void add(RowBuffer.Selection selection) throws IOException {
            RowBuffer buffer = selection.buffer();
            Optional<BitSet> chosen = selection.chosen();
            List<ColumnDescriptor> described = schema.getColumns();
            for (int from = 0; from < buffer.size(); from += RUN) {
                int to = Math.min(from + RUN, buffer.size());
                for (int i = 0; i < positions.length; i++) {
                    buffer.column(positions[i]).write(columns.getColumnWriter(described.get(i)), from, to, chosen);
                }
                int count = chosen.isPresent() ? chosen.get().get(from, to).cardinality() : to - from;
                for (int row = 0; row < count; row++) {
                    columns.endRecord();
                }
                rows += count;
                rowsInGroup += count;
            }
            if (columns.getBufferedSize() >= ROW_GROUP_BYTES) {
                endGroup();
            }
        }

        private void endGroup() throws IOException {
            if (rowsInGroup > 0) {
                target.startBlock(rowsInGroup);
                columns.flush();
                pages.flushToFileWriter(target);
                target.endBlock();
            }
            columns.close();
            pages.close();
            rowsInGroup = 0;
            pages = pages();
            columns = properties.newColumnWriteStore(schema, pages);
        }

        Part end() throws IOException {
            endGroup();
            target.end(new HashMap<>());
            target.close();
            Ranges ranges = Ranges.of(target.getFooter(), shape);
            long bytes = java.nio.file.Files.size(file);
            return new Part(file, rows, bytes, ranges.least(), ranges.most());
        }
    }
}
