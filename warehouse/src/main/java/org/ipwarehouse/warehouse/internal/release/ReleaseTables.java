package org.ipwarehouse.warehouse.internal.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.indicator.FigureTable;
import org.jspecify.annotations.Nullable;

/** How editions lie in the lake: a row for each step, and the figures that were frozen at the draft. */
final class ReleaseTables {
    static final TableShape ENTRY = new TableShape(
            new TableName("release", "entry"),
            List.of(
                    Column.required("release_id", ColumnType.TEXT),
                    Column.required("entry", ColumnType.INTEGER),
                    Column.required("state", ColumnType.TEXT),
                    Column.required("done_by", ColumnType.TEXT),
                    Column.required("at", ColumnType.TIMESTAMP),
                    Column.required("reason", ColumnType.TEXT),
                    Column.required("series", ColumnType.TEXT),
                    Column.required("period", ColumnType.TEXT),
                    Column.required("number", ColumnType.INTEGER),
                    Column.required("corrects", ColumnType.TEXT),
                    Column.required("vintage", ColumnType.TIMESTAMP),
                    Column.of("embargo", ColumnType.TIMESTAMP),
                    Column.required("figures", ColumnType.INTEGER),
                    Column.required("figure_digest", ColumnType.TEXT),
                    Column.required("documents", ColumnType.TEXT),
                    Column.required("software", ColumnType.TEXT),
                    Column.required("policy", ColumnType.TEXT),
                    Column.required("writers_files", ColumnType.TEXT),
                    Column.required("definitions", ColumnType.TEXT),
                    Column.required("is_synthetic", ColumnType.BOOLEAN)));

    static final TableShape FIGURE = new TableShape(
            new TableName("release", "figure"),
            Stream.concat(
                            Stream.of(Column.required("release_id", ColumnType.TEXT)),
                            FigureTable.SHAPE.columns().stream())
                    .toList());

    /** What an edition was printed from besides figures; of editions that were drafted before this was kept there is none. */
    static final TableShape TEXT = new TableShape(
            new TableName("release", "definitions"),
            List.of(Column.required("release_id", ColumnType.TEXT), Column.required("content", ColumnType.TEXT)));

    private ReleaseTables() {}

    /** One step of an edition and all that is known of it then. */
    record Entry(String corrects, int number, Release release) {
        Release.Step step() {
            return release.last();
        }
    }

    static @Nullable Object[] row(Entry entry) {
        Release r = entry.release();
        return new @Nullable Object[] {
            r.id(),
            (long) entry.number(),
            entry.step().state().text(),
            entry.step().by(),
            entry.step().at(),
            entry.step().reason(),
            r.series(),
            r.period().toString(),
            (long) r.number(),
            entry.corrects(),
            r.vintage(),
            r.embargo(),
            r.figures(),
            r.figureDigest(),
            documents(r.documents()),
            r.context().software(),
            r.context().policy(),
            r.context().writersFiles(),
            r.context().definitions(),
            r.isSynthetic()
        };
    }

    /** The entry of a row, with its own step alone. */
    static Entry entry(@Nullable Object[] row) {
        Release release = new Release(
                text(row, 0),
                text(row, 6),
                Period.parse(text(row, 7)),
                number(row, 8),
                List.of(new Release.Step(
                        Release.State.of(text(row, 2)),
                        text(row, 3),
                        (Instant) Objects.requireNonNull(row[4]),
                        text(row, 5))),
                (Instant) Objects.requireNonNull(row[10]),
                (Instant) row[11],
                number(row, 12),
                text(row, 13),
                documents(text(row, 14)),
                new Release.Context(text(row, 15), text(row, 16), text(row, 17), text(row, 18)),
                (Boolean) Objects.requireNonNull(row[19]));
        return new Entry(text(row, 9), number(row, 1), release);
    }

    static @Nullable Object[] row(String release, Figure figure, Instant vintage) {
        @Nullable Object[] figureRow = FigureTable.row(figure, vintage);
        @Nullable Object[] row = new @Nullable Object[figureRow.length + 1];
        row[0] = release;
        System.arraycopy(figureRow, 0, row, 1, figureRow.length);
        return row;
    }

    static Figure figure(@Nullable Object[] row) {
        return FigureTable.figure(Arrays.copyOfRange(row, 1, row.length));
    }

    private static String documents(List<Release.Document> documents) {
        List<String> lines = new ArrayList<>();
        documents.forEach(d -> lines.add(d.sha256() + " " + d.bytes() + " " + d.name()));
        return String.join("\n", lines);
    }

    private static List<Release.Document> documents(String lines) {
        return lines.lines()
                .map(line -> line.split(" ", 3))
                .map(words -> new Release.Document(words[2], words[0], Long.parseLong(words[1])))
                .toList();
    }

    private static String text(@Nullable Object[] row, int column) {
        return (String) Objects.requireNonNull(row[column]);
    }

    private static int number(@Nullable Object[] row, int column) {
        return (int) (long) (Long) Objects.requireNonNull(row[column]);
    }
}
