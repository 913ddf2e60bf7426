package org.ipwarehouse.etl.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * A part of a zip while it is inflated. It ends in a refusal where the part grows out of all proportion to its packed
 * size, where one token of markup would fill the memory, and where the bytes are not those that were packed.
 */
final class PartStream extends FilterInputStream {
    /** Sheets of a million rows reach some gigabytes. */
    private static final long MOST = 32L << 30;
    /** A small part may shrink as far as it will. */
    private static final long FREE = 64L << 20;
    /** Real sheets of styled blanks reach 60; deflate ends near 1,030. */
    private static final long RATIO = 250;
    /** Neither a text nor a tag may be longer: Excel's cells end at 32,767 characters. */
    private static final long LONGEST_TOKEN = 16L << 20;

    private final long packed;
    private final long expected;
    private final CRC32 crc = new CRC32();
    private final LongConsumer meter;
    private long count;
    private long sinceTag;

    /**
     * @param entry what the container says of the part; its sizes and check sum may be unknown
     * @param meter told how many bytes were inflated
     */
    PartStream(InputStream in, ZipArchiveEntry entry, LongConsumer meter) {
        super(in);
        this.packed = entry.getCompressedSize();
        this.expected = entry.getCrc();
        this.meter = meter;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int at, int length) throws IOException {
        int n;
        try {
            n = super.read(target, at, length);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFile(FileForm.DAMAGED, e);
        }
        if (n < 0) {
            verify();
            return n;
        }
        crc.update(target, at, n);
        count += n;
        meter.accept(n);
        measure(target, at, n);
        return n;
    }

    private void verify() throws UnreadableFile {
        if (expected >= 0 && crc.getValue() != expected) {
            throw new UnreadableFile(FileForm.DAMAGED, "A part's check sum does not agree");
        }
    }

    /** A '<' may stand neither in a text nor in an attribute: the way since the last one bounds the longest token. */
    private void measure(byte[] block, int at, int n) throws UnreadableFile {
        int last = at + n - 1;
        while (last >= at && block[last] != '<') {
            last--;
        }
        sinceTag = last < at ? sinceTag + n : at + n - 1 - last;
        boolean swollen = count > FREE && packed >= 0 && count / RATIO > packed;
        if (count > MOST || swollen || sinceTag > LONGEST_TOKEN) {
            throw new UnreadableFile(FileForm.UNSAFE_WORKBOOK, "A part grows beyond all measure");
        }
    }

    @Override
    public long skip(long n) throws IOException {
        byte[] waste = new byte[(int) Math.min(Math.max(n, 0), 8_192)];
        int read = waste.length == 0 ? 0 : read(waste, 0, waste.length);
        return Math.max(read, 0);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
