package org.ipwarehouse.etl.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.ipwarehouse.etl.original.Original;
import org.jspecify.annotations.Nullable;

/**
 * The package inside a file that is encrypted with Excel's own default password, which only guards against change. It is
 * decrypted in memory whenever it is read, and never lies open on a disk.
 */
final class UnlockedPackage implements Original {
    private static final long serialVersionUID = 1L;
    /** Packed bytes that are held. */
    private static final int MOST = 256 << 20;

    private final Original locked;
    private final long size;
    private transient @Nullable SoftReference<byte[]> kept;

    private UnlockedPackage(Original locked, byte[] content) {
        this.locked = locked;
        this.size = content.length;
        this.kept = new SoftReference<>(content);
    }

    /** The file itself where it is no encrypted container. @throws UnreadableFile where it asks for another password */
    static Original of(Original file) throws IOException {
        try (InputStream in = file.stream(0)) {
            if (in.read() != 0xD0) {
                return file;
            }
        }
        return new UnlockedPackage(file, decrypted(file));
    }

    static boolean opens(OleFile container) {
        try {
            EncryptionInfo info = new EncryptionInfo(container.container());
            return info.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // whatever cannot be understood of a lock is a lock
            return false;
        }
    }

    private static byte[] decrypted(Original file) throws IOException {
        try (OleFile container = OleFile.open(file)) {
            Decryptor decryptor = new EncryptionInfo(container.container()).getDecryptor();
            if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                throw new UnreadableFile(FileForm.ENCRYPTED, "A password is asked for");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (InputStream in = decryptor.getDataStream(container.container())) {
                byte[] block = new byte[1 << 16];
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                    out.write(block, 0, n);
                    if (out.size() > MOST) {
                        throw new UnreadableFile(FileForm.ENCRYPTED, "Too large to be decrypted in memory");
                    }
                }
            }
            return out.toByteArray();
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new UnreadableFile(FileForm.ENCRYPTED, e);
        }
    }

    @Override
    public SeekableByteChannel open() throws IOException {
        SoftReference<byte[]> reference = kept;
        byte[] content = reference == null ? null : reference.get();
        if (content == null) {
            content = decrypted(locked);
            kept = new SoftReference<>(content);
        }
        return new SeekableInMemoryByteChannel(content);
    }

    @Override
    public long size() {
        return size;
    }
}
