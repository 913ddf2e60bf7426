package org.ipwarehouse.etl.secret;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.etl.EtlErrors;

/**
 * The keys of an installation: files {@code <purpose>-<id>.key} in a folder outside the data, and {@code
 * <purpose>.active} that names the one in use. Keys are made where one is first asked for. No key is ever deleted here.
 */
public final class KeyRing {
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path folder;

    private KeyRing(Path folder) {
        this.folder = folder;
    }

    /**
     * @param data the data folder, in which keys may not lie: a copy of the data would be a copy of the keys
     * @throws org.ipwarehouse.warehouse.api.Fault where they do
     */
    public static KeyRing at(Path folder, Path data) {
        Path keys = real(folder);
        if (keys.startsWith(real(data))) {
            throw EtlErrors.keysInData(keys, data);
        }
        return new KeyRing(keys);
    }

    /** Also through symbolic links, as far as the path exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        for (Path there = absolute; there != null; there = there.getParent()) {
            try {
                return there.toRealPath().resolve(there.relativize(absolute));
            } catch (IOException notThere) {
                continue;
            }
        }
        return absolute;
    }

    public Path folder() {
        return folder;
    }

    /** The key in use; made now where there is none yet. */
    public KeyRef active(KeyPurpose purpose) {
        String id = activeId(purpose);
        return new KeyRef(folder.toString(), purpose, id.isEmpty() ? made(purpose, Wanted.FIRST) : id);
    }

    /** Makes a new key and puts it into use; what older keys sealed they still open. @return its id */
    public KeyRef rotate(KeyPurpose purpose) {
        return new KeyRef(folder.toString(), purpose, made(purpose, Wanted.ANOTHER));
    }

    /** A key by its id, in use or not. */
    public KeyRef key(KeyPurpose purpose, String id) {
        return new KeyRef(folder.toString(), purpose, id);
    }

    /** Ids of all keys of a purpose, in their own order; the one in use is {@link #active}. */
    public List<String> ids(KeyPurpose purpose) {
        String head = purpose.word() + "-";
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(head) && name.endsWith(".key"))
                    .map(name -> name.substring(head.length(), name.length() - ".key".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw EtlErrors.keyFolderUnusable(folder, e);
        }
    }

    /** Whether a key is in use already; asking makes none. */
    public boolean has(KeyPurpose purpose) {
        return !activeId(purpose).isEmpty();
    }

    private String activeId(KeyPurpose purpose) {
        try {
            return Files.readString(pointer(purpose), StandardCharsets.US_ASCII).strip();
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException e) {
            throw EtlErrors.keyFolderUnusable(folder, e);
        }
    }

    private Path pointer(KeyPurpose purpose) {
        return folder.resolve(purpose.word() + ".active");
    }

    private enum Wanted {
        FIRST,
        ANOTHER
    }

    /** Two processes that begin at the same moment must agree on one key. */
    private String made(KeyPurpose purpose, Wanted wanted) {
        synchronized (ONE_AT_A_TIME) {
            try {
                KeyFiles.folder(folder);
                try (FileChannel channel = FileChannel.open(
                                folder.resolve("ring.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    String there = activeId(purpose);
                    return lock.isValid() && wanted == Wanted.FIRST && !there.isEmpty() ? there : write(purpose);
                }
            } catch (IOException e) {
                throw EtlErrors.keyFolderUnusable(folder, e);
            }
        }
    }

    /** The pointer comes last: a run that is killed in between leaves an unused key and nothing else. */
    private String write(KeyPurpose purpose) throws IOException {
        SecretKey key = SecretKey.random(new SecureRandom());
        String id = key.id(purpose);
        KeyFiles.write(KeyFiles.place(folder, purpose, id), key.hex());
        KeyFiles.write(pointer(purpose), id);
        return id;
    }
}
