package org.ipwarehouse.etl.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.warehouse.api.RowSource.Split;
import org.jspecify.annotations.Nullable;

/** Delimited text. It can be cut at any row that the index marks, unless it must be written anew to be read. */
final class TextReader implements SheetReader {
    private static final long serialVersionUID = 1L;

    private final Original file;
    private final TextDialect dialect;
    private final ArrayList<TextDialect> others;
    private final @Nullable RowIndex index;

    private TextReader(Original file, TextDialect dialect, List<TextDialect> others, @Nullable RowIndex index) {
        this.file = file;
        this.dialect = dialect;
        this.others = new ArrayList<>(others);
        this.index = index;
    }

    static TextReader open(Original file) throws IOException {
        List<TextDialect> ways = TextSniffer.ways(file);
        return new TextReader(file, ways.get(0), ways.subList(1, ways.size()), null);
    }

    static TextReader of(Original file, TextDialect dialect, RowIndex index) {
        return new TextReader(file, dialect, List.of(), index);
    }

    TextDialect dialect() {
        return dialect;
    }

    @Override
    public List<SheetReader> alternatives() {
        return others.stream()
                .<SheetReader>map(other -> new TextReader(file, other, List.of(), null))
                .toList();
    }

    @Override
    public SheetReader checked() throws IOException {
        return of(file, dialect, RowIndex.of(file, dialect, RowIndex.GRAIN));
    }

    private RowIndex index() {
        RowIndex made = index;
        if (made == null) {
            throw new IllegalStateException("The rows of this text were not looked for yet");
        }
        return made;
    }

    @Override
    public List<Remark> remarks() {
        return TextRemarks.of(dialect);
    }

    @Override
    public List<SheetTop> tops() throws IOException {
        List<SheetTop.Line> lines = new ArrayList<>();
        try (InputStream in = dialect.stream(file, dialect.start())) {
            CsvRows rows = new CsvRows(in, dialect, 1);
            while (lines.size() < SheetTop.ROWS && rows.next()) {
                lines.add(new SheetTop.Line(rows.number(), cells(rows)));
            }
        }
        return List.of(new SheetTop(0, "", false, lines));
    }

    private static List<String> cells(CsvRows row) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < row.cells(); c++) {
            cells.add(row.text(c));
        }
        return cells;
    }

    @Override
    public long bytes() {
        return file.size();
    }

    @Override
    public boolean date1904() {
        return false;
    }

    @Override
    public List<Split> splits(long targetBytes) {
        List<Split> splits = new ArrayList<>();
        long from = dialect.start();
        boolean whole = !dialect.transcript().isNone();
        for (long mark : index().offsets()) {
            if (!whole && mark - from >= targetBytes) {
                splits.add(new Split(splits.size(), from, mark));
                from = mark;
            }
        }
        splits.add(new Split(splits.size(), from, index().size()));
        return splits;
    }

    @Override
    public void read(Split split, IntPredicate wanted, RowVisitor visitor) throws IOException {
        try (InputStream in = stream(split.from(), split.to())) {
            CsvRows rows = new CsvRows(in, dialect, index().lineAt(split.from()));
            while (rows.next()) {
                visitor.row(0, rows);
            }
        }
    }

    private InputStream stream(long from, long to) throws IOException {
        InputStream in = dialect.stream(file, from);
        return new Section(in, to - from);
    }

    /** The next bytes of a stream, up to a number. */
    private static final class Section extends FilterInputStream {
        private long left;

        Section(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read(byte[] target, int at, int length) throws IOException {
            int n = left <= 0 ? -1 : super.read(target, at, (int) Math.min(length, left));
            left -= Math.max(n, 0);
            return n;
        }
    }
}
