package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;

/** A local file for Parquet's reader, without Hadoop's file system. */
record ParquetInput(Path file) implements InputFile {

    @Override
    public long getLength() throws IOException {
        return Files.size(file);
    }

    @Override
    public org.apache.parquet.io.SeekableInputStream newStream() throws IOException {
        return new Stream(new LocalInput(file).newStream());
    }

    private static final class Stream extends DelegatingSeekableInputStream {
        private final SeekableInputStream source;

        Stream(SeekableInputStream source) {
            super(source);
            this.source = source;
        }

        @Override
        public long getPos() throws IOException {
            return source.getPos();
        }

        @Override
        public void seek(long position) throws IOException {
            source.seek(position);
        }

        @Override
        public void readFully(byte[] target, int offset, int length) throws IOException {
            source.readFully(target, offset, length);
        }

        @Override
        public void readFully(byte[] target) throws IOException {
            source.readFully(target, 0, target.length);
        }
    }
}
