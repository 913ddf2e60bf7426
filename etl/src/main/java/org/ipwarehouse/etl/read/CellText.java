package org.ipwarehouse.etl.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of a cell to text. Java decodes UTF-8 fast by itself; for GB18030 it would make a decoder for every cell, so one
 * is kept, and cells of ASCII only do without.
 */
final class CellText {
    private final TextCode code;
    private final CharsetDecoder decoder;
    private CharBuffer chars = CharBuffer.allocate(256);

    CellText(TextCode code) {
        this.code = code;
        this.decoder = code.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    String of(byte[] bytes, int from, int length) {
        if (code == TextCode.UTF_8) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        if (isAscii(bytes, from, length)) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        if (chars.capacity() < length) {
            chars = CharBuffer.allocate(length);
        }
        chars.clear();
        decoder.reset().decode(ByteBuffer.wrap(bytes, from, length), chars, true);
        decoder.flush(chars);
        return new String(chars.array(), 0, chars.position());
    }

    private static boolean isAscii(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
