package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import io.delta.kernel.utils.CloseableIterator;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A local file to be written: the log whole or not at all, data as it comes (the log names it once it is whole). */
record LocalOutput(Path file) implements OutputFile {

    @Override
    public String path() {
        return LocalFiles.location(file);
    }

    @Override
    public PositionOutputStream create(boolean putIfAbsent) throws IOException {
        makeFolder();
        OpenOption how = putIfAbsent ? StandardOpenOption.CREATE_NEW : StandardOpenOption.TRUNCATE_EXISTING;
        return new Stream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how), 1 << 16));
    }

    @Override
    public void writeAtomically(CloseableIterator<String> lines, boolean overwrite) throws IOException {
        makeFolder();
        Path beside = LocalFiles.beside(file);
        try (lines;
                BufferedWriter writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
            while (lines.hasNext()) {
                writer.write(lines.next());
                writer.write('\n');
            }
        }
        LocalFiles.publish(beside, file, overwrite);
    }

    private void makeFolder() throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }

    private static final class Stream extends PositionOutputStream {
        private final OutputStream target;
        private long position;

        Stream(OutputStream target) {
            this.target = target;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int value) throws IOException {
            target.write(value);
            position++;
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            target.write(source, offset, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }

        @Override
        public void close() throws IOException {
            target.close();
        }
    }
}
