package org.ipwarehouse.warehouse.internal.intake;

import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

/**
 * A file of the tests, drawn line by line: {@code key value}, {@code !} for a rejected row, {@code ?} for a
 * remark; a third word is what the row has sealed. At
 * {@code ~} the file breaks off, at {@code ~~} a reader fails in a way that nobody foresaw.
 */
record DrawnFile(List<String> lines) implements RowSource {
    static final TableShape SHAPE = new TableShape(
            TableName.parse("clean.penalty_case"),
            List.of(
                    Column.required("case_no", ColumnType.TEXT),
                    Column.of("party_name", ColumnType.TEXT),
                    Column.decimal("fine_yuan", 18, 2),
                    Column.of("decision_date", ColumnType.DATE),
                    Column.of("filed_at", ColumnType.TIMESTAMP),
                    Column.of("pieces", ColumnType.INTEGER),
                    Column.of("open", ColumnType.BOOLEAN)));

    /** A delivery whose SHA-256 is its name, padded; the later the month, the later the state it describes. */
    static Delivery of(String name, int month, String... lines) {
        String sha = (name + "0".repeat(64)).substring(0, 64);
        Submission submission = new Submission(
                sha,
                name + ".csv",
                "S02",
                Instant.parse("2026-11-01T02:00:00Z").plusSeconds(month),
                LocalDate.of(2026, month, 28),
                List.of("2026-0" + month));
        return new Delivery(submission, new DrawnFile(List.of(lines)));
    }

    @Override
    public TableShape shape() {
        return SHAPE;
    }

    @Override
    public long bytes() {
        return lines.stream().mapToLong(String::length).sum();
    }

    /** Two splits where there are two lines. */
    @Override
    public List<Split> splits(long targetBytes) {
        int half = lines.size() / 2;
        List<Split> splits = new ArrayList<>();
        if (half > 0) {
            splits.add(new Split(0, 0, half));
        }
        splits.add(new Split(splits.size(), half, lines.size()));
        return splits;
    }

    @Override
    public void read(Split split, RowSink sink) throws IOException {
        for (int i = (int) split.from(); i < split.to(); i++) {
            push(lines.get(i), new Origin("3月", i + 2L), sink);
        }
    }

    private static void push(String line, Origin origin, RowSink sink) throws IOException {
        if (line.equals("~")) {
            throw new EOFException("Unexpected end of ZLIB input stream");
        }
        if (line.equals("~~")) {
            throw new IllegalStateException("张三 640502199001011234");
        }
        String[] parts = line.split(" ", -1);
        if (line.startsWith("?")) {
            sink.warning("TOTAL_MISMATCH", origin, "合计与明细不符");
        } else if (line.startsWith("!")) {
            sink.rejected(
                    "{\"案号\":\"" + line + "\"}",
                    origin,
                    List.of(
                            new Rejection("DATE_INVALID", "decision_date", "2026-02-30", "没有这一天"),
                            new Rejection("DATE_INVALID", "filed_at", "x", "不是时间")),
                    sealed(parts));
        } else {
            sink.accepted(values(parts[0], parts[1]), parts[0], origin, RowNotes.NONE.withSealed(sealed(parts)));
        }
    }

    private static String sealed(String[] parts) {
        return parts.length > 2 ? parts[2] : "";
    }

    private static Object[] values(String key, String value) {
        int number = value.hashCode();
        return new Object[] {
            key,
            value.equals("-") ? null : "当事人" + value,
            value.equals("-") ? null : BigDecimal.valueOf(number, 2),
            LocalDate.of(2026, 1, 1).plusDays(Math.floorMod(number, 300)),
            Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number),
            (long) number,
            number % 2 == 0
        };
    }
}
