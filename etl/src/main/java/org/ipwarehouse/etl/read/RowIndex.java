package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Arrays;
import org.ipwarehouse.etl.original.Original;

/**
 * Where rows of a text file begin, one mark about every {@code grain} bytes, each with its line number: a split that
 * starts at a mark never starts inside a quoted cell. Made in one pass over the bytes, which follows quotes exactly as
 * {@link CsvRows} does, unbalanced ones too.
 *
 * @param offsets row starts, ascending; the first is the start of the text
 * @param lines line number of each
 * @param size of the text from which rows are cut
 */
record RowIndex(long[] offsets, long[] lines, long size) implements Serializable {
    static final long GRAIN = 1 << 20;

    static RowIndex of(Original file, TextDialect dialect, long grain) throws IOException {
        try (InputStream in = dialect.stream(file, dialect.start())) {
            return new Pass(in, dialect, grain).index();
        }
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
        private final InputStream in;
        private final byte delimiter;
        private final long grain;
        private byte[] buffer = new byte[1 << 18];
        private int limit;
        private int at;
        /** Offset in the text of the buffer's first byte. */
        private long base;

        private long[] offsets = new long[16];
        private long[] lines = new long[16];
        private int marks;
        private long line = 1;
        private long nextMark;
        private int openedAt;
        private long openedOn;
        private boolean inQuotes;
        private boolean quotePending;
        private byte last = '\n';

        Pass(InputStream in, TextDialect dialect, long grain) {
            this.in = in;
            this.delimiter = dialect.delimiter();
            this.grain = grain;
            this.base = dialect.start();
            mark(base);
        }

        RowIndex index() throws IOException {
            while (true) {
                block();
                boolean open = inQuotes && !quotePending;
                if (open && limit - openedAt > CsvRows.LONGEST) {
                    literally();
                } else if (!fill()) {
                    if (!open) {
                        break;
                    }
                    literally();
                }
            }
            long size = base + limit;
            // a line end that closes the file starts no row
            marks -= marks > 1 && offsets[marks - 1] == size ? 1 : 0;
            return new RowIndex(Arrays.copyOf(offsets, marks), Arrays.copyOf(lines, marks), size);
        }

        /** Reads on, keeping what may have to be gone back to. @return false at the end of the text */
        private boolean fill() throws IOException {
            int from = inQuotes ? openedAt : limit;
            int kept = limit - from;
            if (kept > buffer.length / 2) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            System.arraycopy(buffer, from, buffer, 0, kept);
            base += from;
            openedAt -= from;
            limit = kept;
            at = kept;
            int n = in.read(buffer, limit, buffer.length - limit);
            limit += Math.max(n, 0);
            return n >= 0;
        }

        private void block() {
            byte[] b = buffer;
            int end = limit;
            byte previous = last;
            int i = at;
            while (i < end) {
                byte c = b[i];
                // no case of step() concerns a byte above the comma, unless it follows a quote or a carriage return
                boolean plain = (c > ',' || c < 0) && !quotePending && previous != '\r';
                if (plain || step(c, previous, i)) {
                    previous = c;
                    i++;
                } else {
                    literally();
                    previous = last;
                    i = at;
                }
            }
            last = previous;
            at = i;
        }

        /** @return false where the quote that is open opens nothing */
        private boolean step(byte c, byte before, int i) {
            if (quotePending) {
                if (c == '"') {
                    quotePending = false;
                    return true;
                }
                boolean ends = c == delimiter || c == '\n' || c == '\r' || CsvRows.endsCell(c, openedOn, line);
                if (!ends) {
                    return false;
                }
                quotePending = false;
                inQuotes = false;
            }
            if (before == '\r' && c != '\n') {
                rowStart(base + i);
            }
            if (c == '\r' || (c == '\n' && before != '\r')) {
                line++;
            }
            if (c == '\n') {
                rowStart(base + i + 1);
            } else if (c == '"') {
                return quote(before, i);
            }
            return true;
        }

        private void rowStart(long offset) {
            if (!inQuotes && offset >= nextMark) {
                mark(offset);
            }
        }

        private boolean quote(byte before, int i) {
            if (inQuotes) {
                quotePending = true;
                return i - openedAt <= CsvRows.LONGEST;
            }
            if (before == delimiter || before == '\n' || before == '\r') {
                inQuotes = true;
                openedAt = i;
                openedOn = line;
            }
            return true;
        }

        /** Goes back to behind the quote that opens nothing. */
        private void literally() {
            inQuotes = false;
            quotePending = false;
            line = openedOn;
            at = openedAt + 1;
            last = '"';
        }

        private void mark(long offset) {
            if (marks == offsets.length) {
                offsets = Arrays.copyOf(offsets, marks * 2);
                lines = Arrays.copyOf(lines, marks * 2);
            }
            offsets[marks] = offset;
            lines[marks++] = line;
            nextMark = offset + grain;
        }
    }
}
