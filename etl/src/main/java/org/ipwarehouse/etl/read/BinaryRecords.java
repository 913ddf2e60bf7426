package org.ipwarehouse.etl.read;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The records of a part of an xlsb one after another (MS-XLSB 2.1.4). */
final class BinaryRecords implements Closeable {
    private static final int LONGEST = 16 << 20;

    private final InputStream in;
    private int id;
    private int length;
    private byte[] data = new byte[1024];

    BinaryRecords(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Goes to the next record; false at the end. @throws UnreadableFile where it is cut off */
    boolean next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        id = first;
        if ((first & 0x80) != 0) {
            id = first & 0x7F | (byteHere() & 0x7F) << 7;
        }
        length = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int part = byteHere();
            length |= (part & 0x7F) << shift;
            if ((part & 0x80) == 0) {
                break;
            }
        }
        if (length > LONGEST) {
            throw new UnreadableFile(FileForm.DAMAGED, "A record is too long");
        }
        if (data.length < length) {
            data = new byte[length];
        }
        whole(in.readNBytes(data, 0, length) == length);
        return true;
    }

    private int byteHere() throws IOException {
        int read = in.read();
        whole(read >= 0);
        return read;
    }

    private static void whole(boolean isWhole) throws UnreadableFile {
        if (!isWhole) {
            throw new UnreadableFile(FileForm.DAMAGED, "A record is cut off");
        }
    }

    int id() {
        return id;
    }

    int length() {
        return length;
    }

    int u8(int at) throws UnreadableFile {
        whole(at >= 0 && at < length);
        return data[at] & 0xFF;
    }

    int u16(int at) throws UnreadableFile {
        return u8(at) | u8(at + 1) << 8;
    }

    int i32(int at) throws UnreadableFile {
        return u16(at) | u16(at + 2) << 16;
    }

    double real(int at) throws UnreadableFile {
        return Double.longBitsToDouble((i32(at) & 0xFFFF_FFFFL) | (long) i32(at + 4) << 32);
    }

    /** A text of UTF-16 behind its length; a missing one has the length −1. */
    String text(int at) throws UnreadableFile {
        int count = i32(at);
        if (count == -1) {
            return "";
        }
        whole(count >= 0 && count <= (length - at - 4) / 2);
        return new String(data, at + 4, count * 2, StandardCharsets.UTF_16LE);
    }

    /** Where the text that begins at a place ends. */
    int afterText(int at) throws UnreadableFile {
        return at + 4 + Math.max(0, i32(at)) * 2;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
