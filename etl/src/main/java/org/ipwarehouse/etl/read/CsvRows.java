package org.ipwarehouse.etl.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows of delimited text (RFC 4180: quoted cells may hold delimiters, line ends and doubled quotes; line ends CRLF, LF
 * or CR). Works on bytes: a cell becomes text only when asked for. The same object is the current row.
 *
 * <p>A quote inside an unquoted cell is an ordinary character; what follows a closing quote is taken as it stands. A quote
 * that opens a cell and is never closed, or on a later line in the middle of a cell only, is an ordinary character too,
 * and its row is damaged: otherwise it would swallow the rows below it. {@link RowIndex} follows the same rule.
 */
final class CsvRows extends SheetRow {
    private static final int BUFFER = 1 << 18;
    private static final byte PLAIN = 0;
    private static final byte DOUBLED = 1;
    private static final byte TAIL = 2;
    /** What of a row that is too long is shown. */
    private static final int SHOWN = 200;
    /** A longer row, or a quoted cell that goes on for longer, is damage and not data. */
    static final int LONGEST = 8 << 20;
    /** As many columns as a workbook can have. */
    static final int MOST_CELLS = 16_384;

    private final InputStream in;
    private final TextDialect dialect;
    private final byte delimiter;
    private final CellText cellText;
    private byte[] buffer;
    private int pos;
    private int limit;
    private boolean exhausted;
    private int rowStart;
    private long line;
    private long nextLine;
    private int cells;
    private boolean unbalanced;
    private boolean tooLong;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private byte[] forms = new byte[64];
    private @Nullable String[] texts = new @Nullable String[64];

    /** @param firstLine line number of the first byte that {@code in} gives */
    CsvRows(InputStream in, TextDialect dialect, long firstLine) {
        this.in = in;
        this.dialect = dialect;
        this.delimiter = dialect.delimiter();
        this.cellText = new CellText(dialect.code());
        this.nextLine = firstLine;
        this.buffer = new byte[BUFFER];
    }

    /** Rows of bytes in memory. */
    static CsvRows of(byte[] bytes, int from, TextDialect dialect) {
        return new CsvRows(new ByteArrayInputStream(bytes, from, bytes.length - from), dialect, 1);
    }

    /** Goes to the next row. @return false at the end of the text */
    boolean next() throws IOException {
        Arrays.fill(texts, 0, cells, null);
        cells = 0;
        unbalanced = false;
        tooLong = false;
        rowStart = pos;
        if (pos == limit && !fill()) {
            return false;
        }
        line = nextLine;
        while (cell()) {
            continue;
        }
        if (pos - rowStart > LONGEST) {
            drop();
        }
        return true;
    }

    /** Reads one cell. @return true where another follows in this row */
    private boolean cell() throws IOException {
        if (pos - rowStart > LONGEST || cells >= MOST_CELLS) {
            drop();
        }
        if (pos == limit) {
            fill();
        }
        if (pos < limit && buffer[pos] == '"') {
            return quoted();
        }
        return plain(pos - rowStart, PLAIN);
    }

    private boolean plain(int start, byte form) throws IOException {
        int from = start;
        int p = pos;
        while (true) {
            byte[] b = buffer;
            int end = limit;
            while (p < end && b[p] != delimiter && b[p] != '\n' && b[p] != '\r') {
                p++;
            }
            pos = p;
            if (p < end) {
                add(from, p - rowStart, form);
                return stop();
            }
            if (pos - rowStart > LONGEST) {
                add(from, Math.min(from + SHOWN, pos - rowStart), PLAIN);
                drop();
                from = 0;
            }
            if (!fill()) {
                add(from, pos - rowStart, form);
                return false;
            }
            p = pos;
        }
    }

    private boolean quoted() throws IOException {
        int start = pos - rowStart;
        long startLine = nextLine;
        byte form = PLAIN;
        pos++;
        while (toQuote(start)) {
            pos++;
            if (pos == limit && !fill()) {
                add(start + 1, pos - rowStart - 1, form);
                return false;
            }
            byte c = buffer[pos];
            if (c == delimiter || c == '\n' || c == '\r') {
                add(start + 1, pos - rowStart - 1, form);
                return stop();
            }
            if (c != '"') {
                return endsCell(c, startLine, nextLine) ? plain(start, TAIL) : literally(start, startLine);
            }
            form = DOUBLED;
            pos++;
        }
        return literally(start, startLine);
    }

    /** Whether a quote before this byte may close a cell that it does not end: on the same line, or before blanks. */
    static boolean endsCell(byte next, long openedOn, long closedOn) {
        return openedOn == closedOn || next == ' ' || next == '\t';
    }

    /** Goes back to a quote that opens nothing. */
    private boolean literally(int start, long startLine) throws IOException {
        unbalanced = true;
        pos = rowStart + start + 1;
        nextLine = startLine;
        return plain(start, PLAIN);
    }

    /**
     * Moves to the next quote, counting line ends on the way.
     *
     * @return false at the end of the text, or where the cell has become too long
     */
    private boolean toQuote(int start) throws IOException {
        while (true) {
            byte[] b = buffer;
            int end = limit;
            for (int p = pos; p < end; p++) {
                byte c = b[p];
                if (c == '"') {
                    pos = p;
                    return p - rowStart - start <= LONGEST;
                }
                if (c == '\r' || (c == '\n' && b[p - 1] != '\r')) {
                    nextLine++;
                }
            }
            pos = end;
            if (pos - rowStart - start > LONGEST || !fill()) {
                return false;
            }
        }
    }

    /** Of a row that is too long only the beginnings of its first cells are kept. */
    private void drop() {
        if (!tooLong) {
            for (int c = 0; c < cells; c++) {
                ends[c] = Math.min(ends[c], starts[c] + SHOWN);
                texts[c] = decode(c);
            }
            tooLong = true;
        }
        rowStart = pos;
    }

    /** Ends a cell at a delimiter or line end. @return true where it was a delimiter */
    private boolean stop() throws IOException {
        byte c = buffer[pos++];
        if (c == delimiter) {
            return true;
        }
        if (c == '\r' && (pos < limit || fill()) && buffer[pos] == '\n') {
            pos++;
        }
        nextLine++;
        return false;
    }

    private void add(int start, int end, byte form) {
        if (tooLong) {
            return;
        }
        if (cells == starts.length) {
            int more = cells * 2;
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            forms = Arrays.copyOf(forms, more);
            texts = Arrays.copyOf(texts, more);
        }
        starts[cells] = start;
        ends[cells] = end;
        forms[cells++] = form;
    }

    /** Reads on, keeping the bytes of the current row. @return false at the end of the text */
    private boolean fill() throws IOException {
        if (exhausted) {
            return false;
        }
        int kept = limit - rowStart;
        if (kept == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        System.arraycopy(buffer, rowStart, buffer, 0, kept);
        pos -= rowStart;
        rowStart = 0;
        limit = kept;
        int n = in.read(buffer, limit, buffer.length - limit);
        exhausted = n < 0;
        limit += Math.max(n, 0);
        return !exhausted;
    }

    /** Bytes held at a time. */
    int bufferSize() {
        return buffer.length;
    }

    @Override
    int cells() {
        return cells;
    }

    @Override
    String sheet() {
        return "";
    }

    @Override
    long number() {
        return line;
    }

    @Override
    long numberBelow() {
        return nextLine;
    }

    @Override
    boolean damaged() {
        return damage() != null;
    }

    @Override
    @Nullable
    RowDamage damage() {
        if (tooLong) {
            return RowDamage.TOO_LONG;
        }
        if (unbalanced) {
            return RowDamage.QUOTES;
        }
        return hasBadBytes() ? RowDamage.ENCODING : null;
    }

    private boolean hasBadBytes() {
        int end = rowStart + (cells == 0 ? 0 : ends[cells - 1]);
        return !dialect.verified() && dialect.code().firstBad(buffer, rowStart, end) < end;
    }

    @Override
    public CellKind kind(int column) {
        return text(column).isEmpty() ? CellKind.EMPTY : CellKind.TEXT;
    }

    @Override
    public String text(int column) {
        if (column >= cells) {
            return "";
        }
        String text = texts[column];
        if (text == null) {
            text = decode(column);
            texts[column] = text;
        }
        return text;
    }

    private String decode(int column) {
        int from = rowStart + starts[column];
        int length = ends[column] - starts[column];
        if (length <= 0) {
            return "";
        }
        String text = cellText.of(buffer, from, length);
        if (text.charAt(0) <= ' ' || text.charAt(0) > '\u007F') {
            text = isBlank(text) ? "" : text;
        }
        return switch (forms[column]) {
            case DOUBLED -> text.replace("\"\"", "\"");
            case TAIL -> withTail(text);
            default -> text;
        };
    }

    /** {@code "a""b"c} is a"bc: the quoted part without its quotes, then the rest as it stands. */
    private static String withTail(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        int i = 1;
        while (i < raw.length()) {
            char c = raw.charAt(i++);
            if (c != '"') {
                text.append(c);
            } else if (i < raw.length() && raw.charAt(i) == '"') {
                text.append('"');
                i++;
            } else {
                return text.append(raw, i, raw.length()).toString();
            }
        }
        return text.toString();
    }
}
