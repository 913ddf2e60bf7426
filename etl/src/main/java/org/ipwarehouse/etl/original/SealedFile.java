package org.ipwarehouse.etl.original;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ipwarehouse.etl.secret.SealedChannel;

/** A file that lies sealed. It names the folder of the keys; the key is read where the file is. */
record SealedFile(String file, String keys, long size) implements Original {
    private static final long serialVersionUID = 1L;

    static SealedFile of(Path file, Path keys) throws IOException {
        try (SealedChannel channel = open(file, keys.toString())) {
            return new SealedFile(file.toString(), keys.toString(), channel.size());
        }
    }

    @Override
    public SeekableByteChannel open() throws IOException {
        return open(Path.of(file), keys);
    }

    private static SealedChannel open(Path file, String keys) throws IOException {
        return SealedChannel.over(Files.newByteChannel(file, StandardOpenOption.READ), keys);
    }
}
