package org.ipwarehouse.warehouse.internal.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;

/**
 * A folder for rows on their way, gone when it is closed. Its name says which process made it, so that what a killed
 * process left can be told from what a running one uses.
 */
final class Staging implements AutoCloseable {
    private static final String PARENT = "staging";
    private static final Pattern NAME = Pattern.compile("p(\\d+)-(\\d+)-[0-9a-f-]{36}");

    private final Path folder;

    private Staging(Path folder) {
        this.folder = folder;
    }

    /** @param work the folder for what may be deleted between two runs */
    static Staging within(Path work) {
        ProcessHandle us = ProcessHandle.current();
        String name = "p" + us.pid() + "-" + startedAt(us) + "-" + UUID.randomUUID();
        Staging staging = new Staging(work.resolve(PARENT).resolve(name));
        staging.folder("");
        return staging;
    }

    Path folder() {
        return folder;
    }

    /** A folder in it, made where it is not there. */
    Path folder(String name) {
        Path inside = folder.resolve(name);
        try {
            Files.createDirectories(inside);
        } catch (IOException refused) {
            throw WarehouseErrors.folderUnwritable(inside.toString(), refused);
        }
        return inside;
    }

    @Override
    public void close() {
        delete(folder);
    }

    /** Deletes what processes left that run no more. Folders with other names are nobody's of ours. */
    static void sweep(Path work) {
        Path parent = work.resolve(PARENT);
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> children = Files.list(parent)) {
            children.filter(Staging::isAbandoned).toList().forEach(Staging::delete);
        } catch (IOException refused) {
            throw WarehouseErrors.folderUnwritable(parent.toString(), refused);
        }
    }

    private static boolean isAbandoned(Path folder) {
        Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
        if (!name.matches()) {
            return false;
        }
        Optional<ProcessHandle> maker = ProcessHandle.of(Long.parseLong(name.group(1)));
        // another process may have got the number since
        return maker.isEmpty() || startedAt(maker.get()) != Long.parseLong(name.group(2));
    }

    private static long startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException refused) {
            throw WarehouseErrors.folderUnwritable(folder.toString(), refused);
        }
    }
}
