package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The local file system for Delta Kernel. Hadoop's own would read its configuration and look up the user at each start
 * of a command, which costs more than the command's work.
 */
final class LocalFiles implements FileIO {
    private static final String SCHEME = "file:";
    private static final Map<String, String> SETTINGS = Map.of("parquet.compression", "zstd");

    /** The form in which Delta names a local file: not URI-encoded. */
    static String location(Path path) {
        return SCHEME + path.toAbsolutePath().normalize();
    }

    static Path path(String location) {
        String path = location.startsWith(SCHEME) ? location.substring(SCHEME.length()) : location;
        return Path.of(path.replaceFirst("^/+", "/"));
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String location) throws IOException {
        Path from = path(location);
        Path folder = from.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FileNotFoundException(location);
        }
        List<FileStatus> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> name(f).compareTo(name(from)) >= 0)
                    .sorted()
                    .toList()) {
                found.add(status(file));
            }
        }
        return Utils.toCloseableIterator(found.iterator());
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static FileStatus status(Path file) throws IOException {
        return FileStatus.of(
                location(file),
                Files.size(file),
                Files.getLastModifiedTime(file).toMillis());
    }

    @Override
    public FileStatus getFileStatus(String location) throws IOException {
        return status(existing(location));
    }

    private static Path existing(String location) throws FileNotFoundException {
        Path path = path(location);
        if (!Files.exists(path)) {
            throw new FileNotFoundException(location);
        }
        return path;
    }

    @Override
    public String resolvePath(String location) {
        return location(path(location));
    }

    @Override
    public boolean mkdirs(String location) throws IOException {
        return Files.isDirectory(Files.createDirectories(path(location)));
    }

    @Override
    public InputFile newInputFile(String location, long size) {
        return new LocalInput(path(location));
    }

    @Override
    public OutputFile newOutputFile(String location) {
        return new LocalOutput(path(location));
    }

    @Override
    public boolean delete(String location) throws IOException {
        return Files.deleteIfExists(path(location));
    }

    @Override
    public Optional<String> getConf(String key) {
        return Optional.ofNullable(SETTINGS.get(key));
    }

    @Override
    public void copyFileAtomically(String source, String target, boolean overwrite) throws IOException {
        Path beside = beside(path(target));
        Files.copy(path(source), beside);
        publish(beside, path(target), overwrite);
    }

    static Path beside(Path target) {
        return target.resolveSibling("." + name(target) + "." + UUID.randomUUID() + ".tmp");
    }

    /**
     * Gives a finished file its name.
     *
     * @throws FileAlreadyExistsException if the name is taken and may not be overwritten: another writer committed first
     */
    static void publish(Path finished, Path target, boolean overwrite) throws IOException {
        if (overwrite) {
            Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            // a link fails where the name exists, in one step and whoever else writes
            Files.createLink(target, finished);
        } finally {
            Files.delete(finished);
        }
    }
}
