package org.ipwarehouse.etl.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.crypto.Biff8DecryptingStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.jspecify.annotations.Nullable;

/**
 * The records of a BIFF stream one after another (MS-XLS 2.1.4), decrypted where Excel's own default password opens
 * them: that password only guards against change.
 */
final class BiffRecords implements Closeable {
    static final int CONTINUE = 0x003C;
    private static final int FILEPASS = 0x002F;

    private final InputStream in;
    private final long size;
    private @Nullable Biff8DecryptingStream decrypting;
    private long position;
    private long offset;
    private int sid;
    private int length;
    private byte[] data = new byte[8_228];
    private boolean biff8;

    /** @param size of the stream: once it is decrypted it no longer says where it ends */
    BiffRecords(InputStream in, long size) {
        this.size = size;
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Goes to the next record; false at the end. @throws UnreadableFile where it is cut off or locked by a password */
    boolean next() throws IOException {
        offset = position;
        byte[] head = new byte[4];
        Biff8DecryptingStream locked = decrypting;
        if (locked == null) {
            int n = in.readNBytes(head, 0, 4);
            if (n == 0) {
                return false;
            }
            whole(n == 4);
            sid = (head[0] & 0xFF) | (head[1] & 0xFF) << 8;
            length = (head[2] & 0xFF) | (head[3] & 0xFF) << 8;
        } else {
            if (position + 4 > size) {
                return false;
            }
            sid = locked.readRecordSID();
            length = locked.readDataSize();
        }
        body(locked);
        position += 4L + length;
        if (sid == FILEPASS && decrypting == null) {
            unlock();
        }
        return true;
    }

    /**
     * Goes to the next record that begins a part. Between parts and behind the last one programs leave what they like: it
     * is passed over, and where it breaks off in the middle the stream has ended.
     */
    boolean nextStart() throws IOException {
        try {
            while (next()) {
                if (BiffVersion.isStart(sid)) {
                    return true;
                }
            }
            return false;
        } catch (UnreadableFile cut) {
            if (cut.form() != FileForm.DAMAGED) {
                throw cut;
            }
            return false;
        }
    }

    private void body(@Nullable Biff8DecryptingStream locked) throws IOException {
        // for records that are never encrypted POI 5.5 fills the array, whatever length it is told
        if (data.length < length || locked != null) {
            data = new byte[length];
        }
        if (locked == null) {
            whole(in.readNBytes(data, 0, length) == length);
        } else {
            whole(position + 4 + length <= size);
            locked.readFully(data, 0, length);
        }
    }

    private static void whole(boolean isWhole) throws UnreadableFile {
        if (!isWhole) {
            throw new UnreadableFile(FileForm.DAMAGED, "A record is cut off");
        }
    }

    /** Told at the first record: how a lock is written depends on it. */
    void biff8(boolean isBiff8) {
        biff8 = isBiff8;
    }

    private void unlock() throws IOException {
        if (!biff8) {
            throw new UnreadableFile(FileForm.ENCRYPTED, "A workbook of Excel 5.0/95 with a password");
        }
        byte[] record = new byte[4 + length];
        record[0] = FILEPASS;
        record[2] = (byte) length;
        record[3] = (byte) (length >>> 8);
        System.arraycopy(data, 0, record, 4, length);
        RecordInputStream one = new RecordInputStream(new ByteArrayInputStream(record));
        one.nextRecord();
        try {
            EncryptionInfo info = new FilePassRecord(one).getEncryptionInfo();
            if (info == null || !info.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                throw new UnreadableFile(FileForm.ENCRYPTED, "A password is asked for");
            }
            decrypting = new Biff8DecryptingStream(in, (int) position, info);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new UnreadableFile(FileForm.ENCRYPTED, e);
        }
    }

    int sid() {
        return sid;
    }

    int length() {
        return length;
    }

    /** Where the record begins in the stream. */
    long offset() {
        return offset;
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

    byte[] bytes(int at, int count) throws UnreadableFile {
        whole(at >= 0 && count >= 0 && at + count <= length);
        return java.util.Arrays.copyOfRange(data, at, at + count);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
