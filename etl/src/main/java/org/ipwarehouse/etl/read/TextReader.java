package org.ipwarehouse.etl.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.warehouse.api.RowSource.Split;

/** CSV, TSV and semicolon-separated text in UTF-8 or GB18030. It can be cut at any row that the index marks. */
final class TextReader implements SheetReader {
    private static final long serialVersionUID = 1L;

    private final Original file;
    private final TextDialect dialect;
    private final RowIndex index;

    private TextReader(Original file, TextDialect dialect, RowIndex index) {
        this.file = file;
        this.dialect = dialect;
        this.index = index;
    }

    static TextReader open(Original file, long grain) throws IOException {
        TextDialect dialect = TextSniffer.sniff(file);
        return new TextReader(file, dialect, RowIndex.of(file, dialect, grain));
    }

    static TextReader of(Original file, TextDialect dialect, RowIndex index) {
        return new TextReader(file, dialect, index);
    }

    TextDialect dialect() {
        return dialect;
    }

    /** Line of a quote that is never closed, 0 where all are. */
    long openQuote() {
        return index.openQuote();
    }

    @Override
    public List<SheetTop> tops() throws IOException {
        List<SheetTop.Line> lines = new ArrayList<>();
        try (InputStream in = stream(dialect.start(), index.size())) {
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
        return index.size();
    }

    @Override
    public boolean date1904() {
        return false;
    }

    @Override
    public List<Split> splits(long targetBytes) {
        List<Split> splits = new ArrayList<>();
        long from = dialect.start();
        for (long mark : index.offsets()) {
            if (mark - from >= targetBytes) {
                splits.add(new Split(splits.size(), from, mark));
                from = mark;
            }
        }
        splits.add(new Split(splits.size(), from, index.size()));
        return splits;
    }

    @Override
    public void read(Split split, IntPredicate wanted, RowVisitor visitor) throws IOException {
        try (InputStream in = stream(split.from(), split.to())) {
            CsvRows rows = new CsvRows(in, dialect, index.lineAt(split.from()));
            while (rows.next()) {
                visitor.row(0, rows);
            }
        }
    }

    private InputStream stream(long from, long to) throws IOException {
        InputStream in = file.stream(from);
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
