package org.ipwarehouse.etl.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The plain bytes of a sealed file, from any place. One chunk is kept open; reading on costs one decryption for every 64
 * KiB. The last chunk is authenticated when the channel is made, so a file that was cut never seems whole.
 */
public final class SealedChannel implements SeekableByteChannel {
    private static final byte[] NOTHING = {};
    private static final int SEALED_CHUNK = FileHead.CHUNK + SealAlgorithm.TAG_BYTES;

    private final SeekableByteChannel below;
    private final FileHead head;
    private final Gcm gcm;
    private final long last;
    private final long sealedSize;
    private final byte[] sealed = new byte[SEALED_CHUNK];
    private final String sha256;
    private final long size;
    private byte[] chunk = NOTHING;
    private long current = -1;
    private long position;

    /**
     * @param below a channel over the whole sealed file; closed with this one, or at once where it does not open
     * @param folder where the keys lie
     * @throws SealedFileDamaged where its end is not what was written
     */
    public static SealedChannel over(SeekableByteChannel below, String folder) throws IOException {
        try {
            return new SealedChannel(below, folder);
        } catch (IOException | RuntimeException e) {
            below.close();
            throw e;
        }
    }

    private SealedChannel(SeekableByteChannel below, String folder) throws IOException {
        this.below = below;
        this.head = head(below);
        this.gcm = head.gcm(new KeyRef(folder, KeyPurpose.SEAL, head.keyId()));
        this.sealedSize = below.size() - FileHead.BYTES;
        this.last = Math.max(0, (sealedSize - 1) / SEALED_CHUNK);
        long text = sealedSize - (last + 1) * SealAlgorithm.TAG_BYTES;
        this.size = text - SealedOutput.DIGEST_BYTES;
        if (size < 0) {
            throw new SealedFileDamaged("文件被截断", null);
        }
        this.sha256 = HexFormat.of().formatHex(end(text));
    }

    private static FileHead head(SeekableByteChannel below) throws IOException {
        byte[] bytes = new byte[FileHead.BYTES];
        fill(below, 0, bytes, bytes.length);
        try {
            FileHead head = FileHead.of(bytes);
            head.algorithm();
            return head;
        } catch (IllegalArgumentException e) {
            throw new SealedFileDamaged("文件头不完整", e);
        }
    }

    /** The digest with which the text ends; it may lie across two chunks. */
    private byte[] end(long text) throws IOException {
        byte[] digest = new byte[SealedOutput.DIGEST_BYTES];
        int got = 0;
        while (got < digest.length) {
            long at = text - digest.length + got;
            open(at / FileHead.CHUNK);
            int from = (int) (at % FileHead.CHUNK);
            int taken = Math.min(digest.length - got, chunk.length - from);
            System.arraycopy(chunk, from, digest, got, taken);
            got += taken;
        }
        open(last);
        return digest;
    }

    /** SHA-256 of the plain bytes as it was when they were sealed, lower-case hex. */
    public String sha256() {
        return sha256;
    }

    /** Id of the key that opens this file. */
    public String keyId() {
        return head.keyId();
    }

    /** Whether the first bytes of a file say that it is sealed; at the end the channel stands where it stood. */
    public static boolean isSealed(SeekableByteChannel file) throws IOException {
        long at = file.position();
        byte[] bytes = new byte[FileHead.BYTES];
        boolean whole = file.size() >= bytes.length;
        if (whole) {
            fill(file, 0, bytes, bytes.length);
        }
        file.position(at);
        return whole && FileHead.isHead(bytes);
    }

    private static void fill(SeekableByteChannel file, long at, byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        file.position(at);
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw new SealedFileDamaged("文件被截断", null);
            }
        }
    }

    private void open(long number) throws IOException {
        if (number == current) {
            return;
        }
        long from = number * SEALED_CHUNK;
        int length = (int) Math.min(SEALED_CHUNK, sealedSize - from);
        fill(below, FileHead.BYTES + from, sealed, length);
        try {
            chunk = gcm.open(head.nonce(number, number == last), NOTHING, sealed, 0, length);
            current = number;
        } catch (Gcm.Broken e) {
            throw new SealedFileDamaged("第" + (number + 1) + "块（每块64 KiB）被改动、调换或截断", e);
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!below.isOpen()) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        int read = 0;
        while (target.hasRemaining() && position < size) {
            open(position / FileHead.CHUNK);
            int from = (int) (position % FileHead.CHUNK);
            long here = Math.min(chunk.length - from, size - position);
            int taken = (int) Math.min(here, target.remaining());
            target.put(chunk, from, taken);
            position += taken;
            read += taken;
        }
        return read;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SealedChannel position(long newPosition) {
        if (newPosition < 0) {
            throw new IllegalArgumentException("Position " + newPosition + " is negative");
        }
        this.position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return below.isOpen();
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(chunk, (byte) 0);
        below.close();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SealedChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
