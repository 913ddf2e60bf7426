package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.warehouse.api.RowSource.Split;

/**
 * Exports of platform interfaces (XML, JSON, JSON Lines) as one sheet: a row for each element of the group with most
 * members, numbered from 1, a column for each value below it. Two passes: columns first, then rows.
 */
final class RecordReader implements SheetReader {
    private static final long serialVersionUID = 1L;
    private static final int MOST_WAYS = 8;

    private final RecordTree tree;
    private final RecordColumns columns;
    private final ArrayList<String> titles;
    private final ArrayList<RecordReader> others;

    private RecordReader(RecordTree tree, RecordColumns columns, List<String> titles, List<RecordReader> others) {
        this.tree = tree;
        this.columns = columns;
        this.titles = new ArrayList<>(titles);
        this.others = new ArrayList<>(others);
    }

    static SheetReader xml(Original file) throws IOException {
        return open(new XmlTree(MarkupText.of(file)));
    }

    static SheetReader json(Original file) throws IOException {
        return open(new JsonTree(MarkupText.of(file)));
    }

    /** Walks to the last byte: what is broken shows here and not while rows are judged. */
    private static SheetReader open(RecordTree tree) throws IOException {
        TreeShape shape = new TreeShape();
        tree.walk(shape);
        List<List<TreeShape.Node>> ways = shape.records();
        if (ways.isEmpty()) {
            throw UnreadableFile.because(FileForm.UNKNOWN, "文件里没有成行的记录，可能是接口的出错信息。请从系统重新导出。");
        }
        List<RecordReader> readers = new ArrayList<>();
        for (List<TreeShape.Node> way : ways.subList(0, Math.min(MOST_WAYS, ways.size()))) {
            List<String> titles = shape.titles(way.get(way.size() - 1));
            RecordColumns columns = RecordColumns.of(shape.alike(way));
            boolean bare = columns.isPositional();
            List<String> labels = bare ? shape.labels(columns.names().size()) : List.of();
            readers.add(new RecordReader(tree, columns.labelled(labels), titles, List.of()));
        }
        RecordReader first = readers.get(0);
        return new RecordReader(tree, first.columns, first.titles, readers.subList(1, readers.size()));
    }

    @Override
    public List<SheetReader> alternatives() {
        return List.copyOf(others);
    }

    @Override
    public List<SheetTop> tops() throws IOException {
        List<SheetTop.Line> lines = new ArrayList<>();
        titles.stream().limit(SheetTop.ROWS / 4).forEach(title -> lines.add(new SheetTop.Line(0, List.of(title))));
        if (!columns.isPositional()) {
            lines.add(new SheetTop.Line(0, columns.names()));
        }
        if (columns.isLabelled()) {
            lines.add(new SheetTop.Line(0, columns.labels()));
        }
        int head = lines.size();
        tree.walk(
                new RecordRows(
                        columns, (sheet, row) -> lines.add(new SheetTop.Line(row.number(), ((HeldRow) row).texts()))) {
                    @Override
                    public boolean isDone() {
                        return lines.size() - head >= SheetTop.ROWS / 2;
                    }
                });
        return List.of(new SheetTop(0, "", false, lines));
    }

    @Override
    public long bytes() {
        return tree.bytes();
    }

    @Override
    public boolean date1904() {
        return false;
    }

    @Override
    public List<Split> splits(long targetBytes) {
        return List.of(new Split(0, 0, bytes()));
    }

    @Override
    public void read(Split split, IntPredicate wanted, RowVisitor visitor) throws IOException {
        tree.walk(new RecordRows(columns, visitor));
    }
}
