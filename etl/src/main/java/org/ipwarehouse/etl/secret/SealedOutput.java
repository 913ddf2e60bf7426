package org.ipwarehouse.etl.secret;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/**
 * Writes a sealed file: chunks of 64 KiB, each authenticated with its place and whether it is the last, so that a file
 * that was cut, whose chunks were swapped or of which a bit was flipped does not open. The SHA-256 of the plain bytes is
 * sealed behind them: a file that lies under another's name is noticed. No plain byte reaches the stream below.
 */
public final class SealedOutput extends OutputStream {
    static final int DIGEST_BYTES = 32;
    private static final byte[] NOTHING = {};

    private final OutputStream out;
    private final FileHead head;
    private final Gcm gcm;
    private final MessageDigest sha256 = RowPlace.sha256();
    private final byte[] chunk = new byte[FileHead.CHUNK];
    private int filled;
    private long number;
    private boolean finished;

    public SealedOutput(OutputStream out, SealRule rule) throws IOException {
        this.out = out;
        this.head = FileHead.fresh(rule);
        this.gcm = head.gcm(rule.key());
        out.write(head.bytes());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        sha256.update(bytes, from, length);
        put(bytes, from, length);
    }

    private void put(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (filled == chunk.length) {
                // only what comes after it shows that a full chunk is not the last
                seal(false);
            }
            int taken = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, at, chunk, filled, taken);
            filled += taken;
            at += taken;
            left -= taken;
        }
    }

    private void seal(boolean last) throws IOException {
        out.write(gcm.seal(head.nonce(number++, last), NOTHING, chunk, filled));
        filled = 0;
    }

    /** Writes the digest and the last chunk; without them the file does not open. Nothing can be written afterwards. */
    public void finish() throws IOException {
        if (!finished) {
            finished = true;
            put(sha256.digest(), 0, DIGEST_BYTES);
            seal(true);
            out.flush();
        }
    }

    /** Finishes the file and closes the stream below. */
    @Override
    public void close() throws IOException {
        try (out) {
            finish();
        }
    }
}
