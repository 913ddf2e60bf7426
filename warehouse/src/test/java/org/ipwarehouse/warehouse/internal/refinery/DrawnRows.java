package org.ipwarehouse.warehouse.internal.refinery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.model.Drawing;
import org.jspecify.annotations.Nullable;

/** A drawn file of a source: the first drawn column is the key; a key that begins with "!" is a row to be rejected. */
record DrawnRows(TableShape shape, List<Map<String, String>> rows) implements RowSource {

    static Delivery of(String source, String table, String months, String drawing) {
        String sha = (source + months).replaceAll("[^0-9A-Za-z]", "").toLowerCase(java.util.Locale.ROOT);
        Submission submission = new Submission(
                (sha + "0".repeat(64)).substring(0, 64),
                table + ".csv",
                source,
                Instant.parse("2026-09-08T02:00:00Z"),
                LocalDate.of(2026, 8, 31),
                List.of(months.split(" ", -1)));
        return new Delivery(submission, new DrawnRows(Bench.shape(table), Drawing.rows(drawing)));
    }

    @Override
    public long bytes() {
        return 1000;
    }

    @Override
    public List<Split> splits(long targetBytes) {
        return List.of(new Split(0, 0, rows.size()));
    }

    @Override
    public void read(Split split, RowSink sink) {
        for (int i = 0; i < rows.size(); i++) {
            String key = rows.get(i).values().iterator().next();
            Origin origin = new Origin("明细", i + 2L);
            if (key.startsWith("!")) {
                sink.rejected("{}", origin, List.of(new Rejection("DATE_INVALID", "reg_time", "x", "不是日期")), "");
            } else {
                sink.accepted(values(rows.get(i)), key, origin, RowNotes.NONE);
            }
        }
    }

    /** Null stands for "not stated", as the sink's contract says of single values. */
    @SuppressWarnings("NullAway")
    private Object[] values(Map<String, String> row) {
        return shape.columns().stream()
                .map(c -> value(c, row.getOrDefault(c.name(), "")))
                .toArray();
    }

    private static @Nullable Object value(Column column, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> text;
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text).setScale(column.scale());
            case DATE -> LocalDate.parse(text);
            case TIMESTAMP -> Instant.parse(text.replace(' ', 'T') + "Z");
            case BOOLEAN -> Boolean.valueOf(text);
        };
    }
}
