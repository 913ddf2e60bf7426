package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.ipwarehouse.etl.original.Original;

/**
 * How a text file is written.
 *
 * @param code encoding of the bytes from which rows are cut
 * @param start offset of the first byte after a byte order mark
 * @param verified true where every byte of the file was seen to fit the encoding; else rows are checked as they are read
 * @param transcript what the file's bytes go through before
 */
record TextDialect(TextCode code, int start, byte delimiter, boolean verified, Transcript transcript)
        implements Serializable {

    /** A text whose rows are cut from the file's own bytes. */
    TextDialect(TextCode code, int start, byte delimiter, boolean verified) {
        this(code, start, delimiter, verified, Transcript.NONE);
    }

    TextDialect with(byte other) {
        return new TextDialect(code, start, other, verified, transcript);
    }

    /** The bytes from which rows are cut; {@code from} counts in the file's own bytes. */
    InputStream stream(Original file, long from) throws IOException {
        return transcript.stream(file, from);
    }
}
