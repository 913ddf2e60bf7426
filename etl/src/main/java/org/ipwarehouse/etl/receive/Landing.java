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
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.SealedOutput;

/**
 * The archive of originals: {@code landing/<first two digits>/<sha256 of the plain bytes>}, sealed. A file appears there
 * whole or not at all (temp file, fsync, atomic move); only {@link #reseal} writes it again. No plain byte is written, not
 * even while a file comes in. Files of older archives that lie plain are read all the same.
 */
public final class Landing {
    private static final String INCOMING = "incoming-";

    private final Path root;
    private final SealRule seal;

    /** @param root the folder {@code lake/landing} of an installation */
    public Landing(Path root, SealRule seal) {
        this.root = root;
        this.seal = seal;
    }

    /** Where the bytes with this fingerprint lie, or would lie. */
    public Path place(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /**
     * The bytes with this fingerprint.
     *
     * @throws org.ipwarehouse.warehouse.api.Fault where they are not kept, cannot be read, or are not what was kept
     */
    public Original original(String sha256) {
        return new KeptFile(place(sha256), seal.key().folder()).original(sha256);
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
            if (Files.exists(target)) {
                refuseOther(target, print);
            } else {
                settle(temp, target);
            }
            return new Received(print.sha256(), name, print.size(), target, at);
        } finally {
            discard(temp);
        }
    }

    private void refuseOther(Path target, Fingerprint print) {
        if (original(print.sha256()).size() != print.size()) {
            throw EtlErrors.landingDamaged(target);
        }
    }

    /** Fingerprints of all that is kept, in order. */
    public List<String> kept() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root, 2)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith(INCOMING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw EtlErrors.originalUnreadable(e);
        }
    }

    /** Id of the key that opens what is kept, "" where it lies plain. */
    public String keyId(String sha256) {
        return new KeptFile(place(sha256), seal.key().folder()).keyId();
    }

    /**
     * Seals a kept file anew by the key in use, or for the first time. Done again after a crash it changes nothing.
     *
     * @return false where it is sealed by that key already
     */
    public boolean reseal(String sha256) {
        if (keyId(sha256).equals(seal.key().id())) {
            return false;
        }
        Path temp = temp();
        try (InputStream plain = original(sha256).stream(0)) {
            Fingerprint print = copy(out -> Fingerprint.of(plain, out), temp);
            if (!print.sha256().equals(sha256)) {
                throw EtlErrors.landingDamaged(place(sha256));
            }
            settle(temp, place(sha256));
            return true;
        } catch (IOException | UncheckedIOException e) {
            throw EtlErrors.originalUnreadable(e);
        } finally {
            discard(temp);
        }
    }

    private Path temp() {
        try {
            Files.createDirectories(root);
            return Files.createTempFile(root, INCOMING, ".tmp");
        } catch (IOException e) {
            throw EtlErrors.landingFailed(root, e);
        }
    }

    private Fingerprint copy(Function<OutputStream, Fingerprint> bytes, Path temp) {
        try (FileOutputStream file = new FileOutputStream(temp.toFile());
                SealedOutput out = new SealedOutput(file, seal)) {
            Fingerprint print = bytes.apply(out);
            out.finish();
            file.getFD().sync();
            return print;
        } catch (IOException e) {
            throw EtlErrors.landingFailed(temp, e);
        }
    }

    private static void settle(Path temp, Path target) {
        try {
            Path folder = target.resolveSibling("");
            Files.createDirectories(folder);
            Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
