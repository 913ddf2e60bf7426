package org.ipwarehouse.etl.original;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/**
 * The bytes of one file, to be read from any place. Serialisable, so that a reader can travel to where it works; what it
 * carries is where the bytes lie, never a key.
 */
public interface Original extends Serializable {

    /** A channel at the first byte, for reading only; the caller closes it. @throws IOException if the bytes cannot be read */
    SeekableByteChannel open() throws IOException;

    /** Number of bytes of the original, whatever room they take where they lie. */
    long size();

    /** The bytes from an offset to the end; the caller closes it. */
    default InputStream stream(long from) throws IOException {
        return new BufferedInputStream(Channels.newInputStream(open().position(from)), 1 << 16);
    }

    /** A file that lies open. */
    static Original plain(Path file) throws IOException {
        return PlainFile.of(file);
    }

    /**
     * A file that lies sealed.
     *
     * @param keys the folder of the keys
     * @throws IOException where its end does not authenticate
     */
    static Original sealed(Path file, Path keys) throws IOException {
        return SealedFile.of(file, keys);
    }
}
