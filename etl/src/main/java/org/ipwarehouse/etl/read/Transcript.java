package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.ipwarehouse.etl.original.Original;

/**
 * What the bytes of a text go through before rows are cut from them. Rows are cut from bytes in which a delimiter is never
 * part of another character; where the file's own bytes are not like that (UTF-16; '|' in GB18030), its text is written
 * anew as UTF-8 while it is read, and such a file is read in one piece.
 *
 * @param charset of the file, "" where its bytes are read as they are
 * @param undo true for UTF-8 that was once read as GB18030 and saved so (D13): each character goes back to the bytes that
 *     it was made of
 * @param delimiter a character that stands for the unit separator U+001F, NUL for none (the full-width comma)
 */
record Transcript(String charset, boolean undo, char delimiter) implements Serializable {
    static final Transcript NONE = new Transcript("", false, '\0');

    /** Stands for what cannot be a character: it occurs in no UTF-8. */
    private static final byte BAD = (byte) 0xFF;

    static final byte UNIT_SEPARATOR = 0x1F;

    static Transcript of(Charset charset) {
        return new Transcript(charset.name(), false, '\0');
    }

    boolean isNone() {
        return charset.isEmpty();
    }

    /** The file's text from a byte on, as rows are cut from it. */
    InputStream stream(Original file, long from) throws IOException {
        InputStream bytes = file.stream(from);
        return isNone() ? bytes : new Rewritten(reader(bytes, Charset.forName(charset)), this);
    }

    /** The text of some bytes; what is no character of the charset becomes U+FFFD. */
    static Reader reader(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static final class Rewritten extends InputStream {
        private static final int BLOCK = 1 << 14;

        private final Reader text;
        private final Transcript way;
        private final Charset target;
        private final char[] chars = new char[BLOCK + 1];
        private int held;
        private byte[] bytes = new byte[0];
        private int at;

        Rewritten(Reader text, Transcript way) {
            this.text = text;
            this.way = way;
            this.target = way.undo ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
        }

        @Override
        public int read() throws IOException {
            return at < bytes.length || more() ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            if (at == bytes.length && !more()) {
                return -1;
            }
            int n = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, to, from, n);
            at += n;
            return n;
        }

        private boolean more() throws IOException {
            int n = text.read(chars, held, BLOCK - held);
            int filled = held + Math.max(n, 0);
            if (filled == 0) {
                return false;
            }
            // a pair of surrogates is not torn apart
            boolean half = n > 0 && Character.isHighSurrogate(chars[filled - 1]);
            int whole = half ? filled - 1 : filled;
            bytes = encoded(whole);
            at = 0;
            if (half) {
                chars[0] = chars[whole];
            }
            held = half ? 1 : 0;
            return bytes.length > 0 || more();
        }

        private byte[] encoded(int length) {
            if (way.delimiter != '\0') {
                for (int i = 0; i < length; i++) {
                    chars[i] = chars[i] == way.delimiter ? (char) UNIT_SEPARATOR : chars[i];
                }
            }
            String block = new String(chars, 0, length);
            return block.indexOf('\uFFFD') < 0 ? block.getBytes(target) : withBad(block);
        }

        private byte[] withBad(String block) {
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(length(block));
            int from = 0;
            for (int bad = block.indexOf('\uFFFD'); bad >= 0; bad = block.indexOf('\uFFFD', from)) {
                out.writeBytes(block.substring(from, bad).getBytes(target));
                out.write(BAD);
                from = bad + 1;
            }
            out.writeBytes(block.substring(from).getBytes(target));
            return out.toByteArray();
        }

        private static int length(String block) {
            return block.length() * 3;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
