package org.ipwarehouse.etl.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The two encodings of text exports, each with a strict check of byte sequences. In both, comma, tab, semicolon, quote
 * and line ends are never a part of another character: trail bytes of GB18030 are 0x30–0x39, 0x40–0x7E and 0x80–0xFE.
 */
enum TextCode {
    UTF_8(StandardCharsets.UTF_8) {
        @Override
        int length(byte[] b, int i, int end) {
            int lead = b[i] & 0xFF;
            if (lead < 0xC2 || lead > 0xF4) {
                return 0;
            }
            int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            if (i + length > end) {
                return 0;
            }
            int second = b[i + 1] & 0xFF;
            int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            // U+D800–DFFF are no characters, and nothing lies above U+10FFFF
            int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            boolean good = second >= least && second <= most;
            for (int k = 2; k < length; k++) {
                good &= (b[i + k] & 0xC0) == 0x80;
            }
            return good ? length : 0;
        }
    },
    GB18030(Charset.forName("GB18030")) {
        @Override
        int length(byte[] b, int i, int end) {
            int lead = b[i] & 0xFF;
            if (lead == 0x80 || lead == 0xFF || i + 2 > end) {
                return 0;
            }
            int second = b[i + 1] & 0xFF;
            if (second >= 0x40 && second != 0x7F && second != 0xFF) {
                return 2;
            }
            boolean four = digit(second) && i + 4 <= end && (b[i + 2] & 0xFF) >= 0x81 && (b[i + 2] & 0xFF) <= 0xFE;
            return four && digit(b[i + 3] & 0xFF) ? 4 : 0;
        }

        private boolean digit(int value) {
            return value >= 0x30 && value <= 0x39;
        }
    };

    private final Charset charset;

    TextCode(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }

    /** Bytes of the multi-byte character at {@code i}, 0 where there is none. */
    abstract int length(byte[] b, int i, int end);

    /** Position of the first byte that is no character of this encoding, {@code end} where all are. */
    int firstBad(byte[] b, int from, int end) {
        int i = from;
        while (i < end) {
            if (b[i] >= 0) {
                i++;
                continue;
            }
            int length = length(b, i, end);
            if (length == 0) {
                return i;
            }
            i += length;
        }
        return end;
    }
}
