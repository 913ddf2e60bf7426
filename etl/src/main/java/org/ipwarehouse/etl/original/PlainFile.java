package org.ipwarehouse.etl.original;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file as it lies. */
record PlainFile(String file, long size) implements Original {
    private static final long serialVersionUID = 1L;

    static PlainFile of(Path file) throws IOException {
        return new PlainFile(file.toString(), Files.size(file));
    }

    @Override
    public SeekableByteChannel open() throws IOException {
        return Files.newByteChannel(Path.of(file), StandardOpenOption.READ);
    }
}
