package org.ipwarehouse.etl.receive;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Function;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.original.Original;

/**
 * The archive of originals: {@code landing/<first two digits>/<sha256>}. A file appears there whole or not at all (temp
 * file, fsync, atomic move) and is never written again.
 */
public final class Landing {
    private final Path root;

    /** @param root the folder {@code lake/landing} of an installation */
    public Landing(Path root) {
        this.root = root;
    }

    /** Where the bytes with this fingerprint lie, or would lie. */
    public Path place(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /**
     * The bytes with this fingerprint.
     *
     * @throws org.ipwarehouse.warehouse.api.Fault where they are not kept or cannot be read
     */
    public Original original(String sha256) {
        try {
            return Original.plain(place(sha256));
        } catch (IOException e) {
            throw EtlErrors.originalUnreadable(e);
        }
    }

    /**
     * Keeps a file's bytes. Bytes that are kept already are not written again.
     *
     * @param at when the file was received
     * @throws org.ipwarehouse.warehouse.api.Fault where the file is no readable file or changes while it is read
     */
    public Received keep(Path file, Instant at) {
        return keep(String.valueOf(file.getFileName()), out -> Fingerprint.of(file, out), at);
    }

    /**
     * Keeps bytes that lie in no file of their own, such as a member of an archive.
     *
     * @param name under which they came
     * @throws IOException where the bytes cannot be read to their end; then nothing is kept
     */
    public Received keep(InputStream bytes, String name, Instant at) throws IOException {
        try {
            return keep(name, out -> Fingerprint.of(bytes, out), at);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private Received keep(String name, Function<OutputStream, Fingerprint> bytes, Instant at) {
        Path temp = temp();
        try {
            Fingerprint print = copy(bytes, temp);
            Path target = place(print.sha256());
            settle(temp, target, print.size());
            return new Received(print.sha256(), name, print.size(), target, at);
        } finally {
            discard(temp);
        }
    }

    private Path temp() {
        try {
            Files.createDirectories(root);
            return Files.createTempFile(root, "incoming-", ".tmp");
        } catch (IOException e) {
            throw EtlErrors.landingFailed(root, e);
        }
    }

    private static Fingerprint copy(Function<OutputStream, Fingerprint> bytes, Path temp) {
        try (FileOutputStream out = new FileOutputStream(temp.toFile())) {
            Fingerprint print = bytes.apply(out);
            out.getFD().sync();
            return print;
        } catch (IOException e) {
            throw EtlErrors.landingFailed(temp, e);
        }
    }

    private static void settle(Path temp, Path target, long size) {
        try {
            if (Files.exists(target)) {
                if (Files.size(target) != size) {
                    throw EtlErrors.landingDamaged(target);
                }
                return;
            }
            Path folder = target.resolveSibling("");
            Files.createDirectories(folder);
            Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder);
        } catch (IOException e) {
            throw EtlErrors.landingFailed(target, e);
        }
    }

    /** The move itself is durable only when the folder's entry is. */
    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void discard(Path temp) {
        try {
            Files.deleteIfExists(temp);
        } catch (IOException e) {
            temp.toFile().deleteOnExit();
        }
    }
}
