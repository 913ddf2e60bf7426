package org.ipwarehouse.warehouse.internal.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds few rows among many by the text of one column: that column is gone through byte by byte without making a text or
 * a row of it, the others are decoded only where a row is wanted.
 */
final class KeyScan {
    private final List<String> columns;
    private final KeyFilter filter;
    private final RowConsumer rows;

    /** @param columns text columns without nulls, the first the one to filter by */
    KeyScan(List<String> columns, KeyFilter filter, RowConsumer rows) {
        this.columns = List.copyOf(columns);
        this.filter = filter;
        this.rows = rows;
    }

    void read(Path file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = new ParquetFileReader(new ParquetInput(file), options)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            List<Type> fields = new ArrayList<>();
            columns.forEach(column -> fields.add(schema.getType(column)));
            MessageType asked = new MessageType(schema.getName(), fields);
            String writtenBy = reader.getFooter().getFileMetaData().getCreatedBy();
            reader.setRequestedSchema(asked);
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                ColumnReadStoreImpl store = new ColumnReadStoreImpl(group, new NoConversion(), asked, writtenBy);
                group(store, asked, Math.toIntExact(group.getRowCount()));
            }
        }
    }

    /** Takes a row that was read in another way. */
    void offer(@Nullable Object[] values) {
        if (filter.isWanted(String.valueOf(values[0]).getBytes(StandardCharsets.UTF_8))) {
            rows.row(values);
        }
    }

    private void group(ColumnReadStoreImpl store, MessageType schema, int count) {
        BitSet wanted = new BitSet();
        List<byte[]> keys = new ArrayList<>();
        ColumnReader key = store.getColumnReader(described(schema, 0));
        for (int row = 0; row < count; row++) {
            byte[] text = key.getBinary().getBytesUnsafe();
            if (filter.isWanted(text)) {
                wanted.set(row);
                keys.add(text);
            }
            key.consume();
        }
        if (!wanted.isEmpty()) {
            deliver(keys, others(store, schema, wanted));
        }
    }

    private List<List<String>> others(ColumnReadStoreImpl store, MessageType schema, BitSet wanted) {
        List<List<String>> others = new ArrayList<>();
        for (int column = 1; column < columns.size(); column++) {
            ColumnReader reader = store.getColumnReader(described(schema, column));
            List<String> values = new ArrayList<>();
            for (int row = 0; row < wanted.length(); row++) {
                if (wanted.get(row)) {
                    values.add(reader.getBinary().toStringUsingUTF8());
                } else {
                    reader.skip();
                }
                reader.consume();
            }
            others.add(values);
        }
        return others;
    }

    private void deliver(List<byte[]> keys, List<List<String>> others) {
        for (int row = 0; row < keys.size(); row++) {
            @Nullable Object[] values = new @Nullable Object[columns.size()];
            values[0] = new String(keys.get(row), StandardCharsets.UTF_8);
            for (int column = 1; column < values.length; column++) {
                values[column] = others.get(column - 1).get(row);
            }
            rows.row(values);
        }
    }

    private ColumnDescriptor described(MessageType schema, int column) {
        return schema.getColumnDescription(new String[] {columns.get(column)});
    }

    /** Values are asked for one by one; nothing is pushed. */
    private static final class NoConversion extends GroupConverter {
        @Override
        public org.apache.parquet.io.api.Converter getConverter(int field) {
            return new PrimitiveConverter() {};
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}
