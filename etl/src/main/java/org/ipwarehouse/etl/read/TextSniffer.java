package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.etl.original.Original;

/**
 * Finds encoding and delimiter of a text file: byte order mark, then strict UTF-8, then strict GB18030. A file up to
 * {@link #WHOLE} bytes is checked to its last byte; of a larger one head, tail and blocks between are looked at, and
 * its rows are checked as they are read.
 */
final class TextSniffer {
    static final long WHOLE = 64L << 20;
    private static final int BLOCK = 1 << 20;
    private static final int SAMPLES = 24;
    private static final int HEAD = 1 << 16;
    private static final byte[] DELIMITERS = {',', '\t', ';'};

    private TextSniffer() {}

    static TextDialect sniff(Original file) throws IOException {
        try (SeekableByteChannel channel = file.open()) {
            long size = channel.size();
            byte[] head = block(channel, 0, (int) Math.min(HEAD, size));
            int start =
                    head.length > 2 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF
                            ? 3
                            : 0;
            long utf8 = bad(channel, size, TextCode.UTF_8);
            long gb = utf8 == 0 || start > 0 ? Long.MAX_VALUE : bad(channel, size, TextCode.GB18030);
            TextCode code = utf8 <= gb ? TextCode.UTF_8 : TextCode.GB18030;
            boolean clean = Math.min(utf8, gb) == 0;
            return new TextDialect(code, start, delimiter(head, start, code), clean && size <= WHOLE);
        }
    }

    /** Number of bytes at which the encoding fails, in the whole file or in samples of it. */
    private static long bad(SeekableByteChannel channel, long size, TextCode code) throws IOException {
        if (size <= WHOLE) {
            return badWhole(channel, size, code);
        }
        long bad = 0;
        long stride = (size - BLOCK) / (SAMPLES - 1);
        for (int i = 0; i < SAMPLES; i++) {
            byte[] block = block(channel, i * stride, BLOCK);
            // line feeds are no part of another character: between two of them the text is whole
            int from = i == 0 ? 0 : after(block, 0, 1);
            int to = after(block, block.length - 1, -1);
            bad += count(code, block, from, to);
        }
        return bad;
    }

    private static long badWhole(SeekableByteChannel channel, long size, TextCode code) throws IOException {
        long bad = 0;
        long at = 0;
        while (at < size) {
            byte[] block = block(channel, at, (int) Math.min(BLOCK, size - at));
            boolean last = at + block.length >= size;
            int end = last ? block.length : cut(code, block);
            bad += count(code, block, 0, end);
            at += end;
        }
        return bad;
    }

    /** End of the last whole character of a block: what is left of the next one is read again with it. */
    private static int cut(TextCode code, byte[] block) {
        int at = code.firstBad(block, 0, block.length);
        while (at < block.length - 3) {
            at = code.firstBad(block, at + 1, block.length);
        }
        return at;
    }

    private static int after(byte[] block, int from, int step) {
        int i = from;
        while (i > 0 || step > 0) {
            if (i >= block.length || block[i] == '\n') {
                return Math.min(i + 1, block.length);
            }
            i += step;
        }
        return 0;
    }

    private static long count(TextCode code, byte[] block, int from, int to) {
        long bad = 0;
        int at = code.firstBad(block, from, to);
        while (at < to) {
            bad++;
            at = code.firstBad(block, at + 1, to);
        }
        return bad;
    }

    private static byte[] block(SeekableByteChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        channel.position(at);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            continue;
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** The delimiter that gives most rows the same number of cells. */
    private static byte delimiter(byte[] head, int start, TextCode code) throws IOException {
        byte best = ',';
        long bestScore = 0;
        for (byte candidate : DELIMITERS) {
            long score = score(widths(head, start, new TextDialect(code, start, candidate, true)));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static List<Integer> widths(byte[] head, int start, TextDialect dialect) throws IOException {
        List<Integer> widths = new ArrayList<>();
        CsvRows rows = CsvRows.of(head, start, dialect);
        while (widths.size() < 100 && rows.next()) {
            widths.add(rows.cells());
        }
        return widths;
    }

    private static long score(List<Integer> widths) {
        Map<Integer, Long> frequency = new HashMap<>();
        widths.forEach(w -> frequency.merge(w, 1L, Long::sum));
        return frequency.entrySet().stream()
                .mapToLong(e -> (e.getKey() - 1) * e.getValue())
                .max()
                .orElse(0);
    }
}
