package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import io.delta.kernel.defaults.engine.hadoopio.HadoopInputFile;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.conf.Configuration;

/**
 * A local file to be read from any place.
 *
 * <p>Delta Kernel takes the settings of Parquet from its Hadoop files only; for any other it parses all of Hadoop's own
 * defaults again at each file, which costs more than reading a small one. So this is one of them, with no settings.
 */
final class LocalInput extends HadoopInputFile {
    private final Path file;

    LocalInput(Path file) {
        super(null, null, 0);
        this.file = file;
    }

    @Override
    public Configuration configuration() {
        return new Configuration(false);
    }

    @Override
    public long length() throws IOException {
        return Files.size(file);
    }

    @Override
    public String path() {
        return LocalFiles.location(file);
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        try {
            return new Stream(FileChannel.open(file, StandardOpenOption.READ));
        } catch (NoSuchFileException missing) {
            throw new FileNotFoundException(missing.getMessage());
        }
    }

    private static final class Stream extends SeekableInputStream {
        private final FileChannel channel;
        private final ByteBuffer window = ByteBuffer.allocate(1 << 16).limit(0);

        Stream(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long getPos() throws IOException {
            return channel.position() - window.remaining();
        }

        @Override
        public void seek(long position) throws IOException {
            channel.position(position);
            window.limit(0);
        }

        @Override
        public int read() throws IOException {
            return filled() ? window.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!filled()) {
                return -1;
            }
            int count = Math.min(length, window.remaining());
            window.get(target, offset, count);
            return count;
        }

        private boolean filled() throws IOException {
            if (window.hasRemaining()) {
                return true;
            }
            window.clear();
            int count = channel.read(window);
            window.flip();
            return count > 0;
        }

        @Override
        public void readFully(byte[] target, int offset, int length) throws IOException {
            int done = Math.min(length, window.remaining());
            window.get(target, offset, done);
            ByteBuffer rest = ByteBuffer.wrap(target, offset + done, length - done);
            while (rest.hasRemaining()) {
                if (channel.read(rest) < 0) {
                    throw new EOFException(rest.remaining() + " bytes missing");
                }
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
