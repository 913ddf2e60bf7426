package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.apache.poi.util.CodePageUtil;

/**
 * Texts of BIFF records. BIFF8 has UTF-16, whole or without its zero bytes, running on through CONTINUE records (MS-XLS
 * 2.5.293); older versions have bytes of a code page.
 */
final class BiffText {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LATIN = 1252;

    private final BiffRecords records;
    private Charset codePage = Charset.forName("windows-1252");
    private boolean stated;
    private int at;

    BiffText(BiffRecords records) {
        this.records = records;
    }

    void codePage(int number) {
        // 32768 and 32769 are Macintosh and Windows Latin of BIFF2 and 3
        if (number == LATIN || number == 32768 || number == 32769 || number == 367 || number == 1200) {
            return;
        }
        try {
            codePage = number == CodePageUtil.CP_GBK
                    ? GB18030
                    : Charset.forName(CodePageUtil.codepageToEncoding(number, true));
            stated = true;
        } catch (java.io.UnsupportedEncodingException | UnsupportedCharsetException | IllegalCharsetNameException e) {
            stated = false;
        }
    }

    /** Begins to read the current record at a place. */
    void from(int place) {
        at = place;
    }

    /** A text of BIFF8 with a length of 16 bits, formatting and phonetic hints passed over. */
    String wide() throws IOException {
        int count = u16();
        return chars(count);
    }

    /** A text of BIFF8 with a length of 8 bits. */
    String wideShort() throws IOException {
        int count = u8();
        return chars(count);
    }

    /** As {@link #wide}, of a record that never goes on: what is cut off is left away. */
    String wideHere() throws IOException {
        int count = u16();
        boolean wide = (u8() & 1) != 0;
        int held = (records.length() - at) / (wide ? 2 : 1);
        StringBuilder text = new StringBuilder();
        while (text.length() < Math.min(count, held)) {
            text.append((char) (wide ? u16() : u8()));
        }
        return text.toString();
    }

    private String chars(int count) throws IOException {
        int flags = u8();
        int runs = (flags & 8) == 0 ? 0 : u16();
        int extra = (flags & 4) == 0 ? 0 : u16() | u16() << 16;
        StringBuilder text = new StringBuilder(count);
        boolean wide = (flags & 1) != 0;
        while (text.length() < count) {
            if (at >= records.length()) {
                // the characters go on in the next record, which says anew how they are written
                more();
                wide = (u8() & 1) != 0;
            }
            text.append((char) (wide ? u16() : u8()));
        }
        skip(runs * 4L + Math.max(extra, 0));
        return text.toString();
    }

    private void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > records.length() - at) {
            left -= records.length() - at;
            more();
        }
        at += (int) left;
    }

    private int u8() throws IOException {
        if (at >= records.length()) {
            more();
        }
        return records.u8(at++);
    }

    private int u16() throws IOException {
        int low = u8();
        return low | u8() << 8;
    }

    /** Whether the text goes on, in this record or the next. */
    boolean atEnd() {
        return at >= records.length();
    }

    private void more() throws IOException {
        if (!records.next() || records.sid() != BiffRecords.CONTINUE) {
            throw new UnreadableFile(FileForm.DAMAGED, "A text is cut off");
        }
        at = 0;
    }

    /** Bytes of the code page. Programs that state none, or a western one, wrote Chinese where the bytes are GB18030. */
    String narrow(int place, int count) throws IOException {
        byte[] bytes = records.bytes(place, Math.min(count, Math.max(0, records.length() - place)));
        if (stated) {
            return new String(bytes, codePage);
        }
        try {
            CharBuffer chars = GB18030.newDecoder().decode(ByteBuffer.wrap(bytes));
            return chars.toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, codePage == GB18030 ? StandardCharsets.ISO_8859_1 : codePage);
        }
    }
}
