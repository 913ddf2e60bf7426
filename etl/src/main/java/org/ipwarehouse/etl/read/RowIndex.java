package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Arrays;
import org.ipwarehouse.etl.original.Original;

/**
 * Where rows of a text file begin, one mark about every {@code grain} bytes, each with its line number: a split that
 * starts at a mark never starts inside a quoted cell. Made in one pass over the bytes, which follows quotes exactly as
 * {@link CsvRows} does.
 *
 * @param offsets row starts, ascending; the first is the start of the text
 * @param lines line number of each
 * @param size of the file
 * @param openQuote line on which a quoted cell begins that never ends, 0 where there is none
 */
record RowIndex(long[] offsets, long[] lines, long size, long openQuote) implements Serializable {
    static final long GRAIN = 1 << 20;

    static RowIndex of(Original file, TextDialect dialect, long grain) throws IOException {
        Pass pass = new Pass(dialect, grain);
        byte[] block = new byte[1 << 18];
        try (InputStream in = file.stream(dialect.start())) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                pass.block(block, n);
            }
        }
        return pass.index();
    }

    /** Line number of a row that begins at a mark. */
    long lineAt(long offset) {
        int i = Arrays.binarySearch(offsets, offset);
        if (i < 0) {
            throw new IllegalArgumentException("No row is known to begin at byte " + offset);
        }
        return lines[i];
    }

    private static final class Pass {
        private final byte delimiter;
        private final long grain;
        private long[] offsets = new long[16];
        private long[] lines = new long[16];
        private int marks;
        private long offset;
        private long line = 1;
        private long nextMark;
        private long openQuote;
        private boolean inQuotes;
        private boolean quotePending;
        private byte previous = '\n';

        Pass(TextDialect dialect, long grain) {
            this.delimiter = dialect.delimiter();
            this.grain = grain;
            this.offset = dialect.start();
            mark(offset);
        }

        void block(byte[] b, int n) {
            byte last = previous;
            for (int i = 0; i < n; i++) {
                byte c = b[i];
                // no case of step() concerns a byte above the comma, unless it follows a quote or a carriage return
                if ((c >= 0 && c <= ',') || quotePending || last == '\r') {
                    step(c, last, offset + i);
                }
                last = c;
            }
            previous = last;
            offset += n;
        }

        private void step(byte c, byte last, long at) {
            if (quotePending) {
                quotePending = false;
                if (c == '"') {
                    return;
                }
                inQuotes = false;
            }
            if (last == '\r' && c != '\n') {
                rowStart(at);
            }
            if (c == '\r' || (c == '\n' && last != '\r')) {
                line++;
            }
            if (c == '\n') {
                rowStart(at + 1);
            } else if (c == '"') {
                quote(last);
            }
        }

        private void rowStart(long at) {
            if (!inQuotes && at >= nextMark) {
                mark(at);
            }
        }

        private void quote(byte last) {
            if (inQuotes) {
                quotePending = true;
            } else if (last == delimiter || last == '\n' || last == '\r') {
                inQuotes = true;
                openQuote = line;
            }
        }

        private void mark(long at) {
            if (marks == offsets.length) {
                offsets = Arrays.copyOf(offsets, marks * 2);
                lines = Arrays.copyOf(lines, marks * 2);
            }
            offsets[marks] = at;
            lines[marks++] = line;
            nextMark = at + grain;
        }

        RowIndex index() {
            boolean open = inQuotes && !quotePending;
            // a line end that closes the file starts no row
            marks -= marks > 1 && offsets[marks - 1] == offset ? 1 : 0;
            return new RowIndex(
                    Arrays.copyOf(offsets, marks), Arrays.copyOf(lines, marks), offset, open ? openQuote : 0);
        }
    }
}
