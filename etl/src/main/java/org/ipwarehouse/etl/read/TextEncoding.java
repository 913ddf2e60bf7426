package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ipwarehouse.etl.original.Original;
import org.jspecify.annotations.Nullable;

/**
 * Encoding of a text, found by its bytes: byte order mark, then the pattern of UTF-16, then strict UTF-8, then strict
 * GB18030. A file up to {@link #WHOLE} bytes is checked to its last byte; of a larger one head, tail and blocks between
 * are looked at. Other encodings (Big5, Shift-JIS) are not guessed: their bytes are mostly valid GB18030.
 *
 * @param start offset of the first byte after a byte order mark
 * @param clean true where nothing that was looked at contradicts the encoding
 * @param whole true where that was the whole file
 */
record TextEncoding(Charset charset, int start, boolean clean, boolean whole) {
    static final long WHOLE = 64L << 20;
    static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BLOCK = 1 << 20;
    private static final int SAMPLES = 24;
    private static final int HEAD = 1 << 16;

    static TextEncoding of(Original file) throws IOException {
        try (SeekableByteChannel channel = file.open()) {
            long size = channel.size();
            byte[] head = block(channel, 0, (int) Math.min(HEAD, size));
            boolean whole = size <= WHOLE;
            if (starts(head, 0xFF, 0xFE)) {
                return new TextEncoding(StandardCharsets.UTF_16LE, 2, true, false);
            }
            if (starts(head, 0xFE, 0xFF)) {
                return new TextEncoding(StandardCharsets.UTF_16BE, 2, true, false);
            }
            Charset utf16 = utf16(head);
            if (utf16 != null) {
                return new TextEncoding(utf16, 0, true, false);
            }
            int start = starts(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            long utf8 = bad(channel, size, TextCode.UTF_8);
            long gb = utf8 == 0 || start > 0 ? Long.MAX_VALUE : bad(channel, size, TextCode.GB18030);
            return utf8 <= gb
                    ? new TextEncoding(StandardCharsets.UTF_8, start, utf8 == 0, whole)
                    : new TextEncoding(GB18030, 0, gb == 0, whole);
        }
    }

    boolean isUtf16() {
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }

    /** Code of the file's own bytes; for UTF-16 that of the text as it is written anew. */
    TextCode code() {
        return charset.equals(GB18030) ? TextCode.GB18030 : TextCode.UTF_8;
    }

    private static boolean starts(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * UTF-16 without a mark: digits, delimiters and line ends have a zero byte, always on the same side. Zeros on both
     * sides, or nearly none, are something else.
     */
    static @Nullable Charset utf16(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        int side = zeros[1] >= zeros[0] ? 1 : 0;
        boolean clear = zeros[side] * 50 >= head.length && zeros[1 - side] * 20 <= zeros[side];
        if (!clear) {
            return null;
        }
        Charset charset = side == 1 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        String text = new String(head, 0, head.length & ~1, charset);
        long odd = text.chars()
                .filter(c -> c == 0xFFFD || c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                .count();
        return odd * 100 <= text.length() ? charset : null;
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
            if (block.length == 0) {
                throw new IOException("The file became shorter while it was read");
            }
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
}
