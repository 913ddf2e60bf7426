package org.ipwarehouse.etl.secret;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.EtlErrors;

/**
 * Names a key by the folder in which it lies, its purpose and its id. This travels with readers and judges; the key itself
 * is read from its file where it is first used, and stays in that process.
 *
 * @param folder the key folder; {@link #MEMORY} for a key that this process was handed and no file holds
 * @param id eight hexadecimal digits that follow from the key itself, so that a file with another key is noticed
 */
public record KeyRef(String folder, KeyPurpose purpose, String id) implements Serializable {
    static final String MEMORY = "(memory)";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}");
    private static final Map<KeyRef, SecretKey> READ = new ConcurrentHashMap<>();

    public KeyRef {
        if (!ID.matcher(id).matches()) {
            throw EtlErrors.keyUnknown(id, folder);
        }
    }

    /** A key that lies nowhere: for measures and trials in one process. */
    public static KeyRef inMemory(KeyPurpose purpose, SecretKey key) {
        KeyRef ref = new KeyRef(MEMORY, purpose, key.id(purpose));
        READ.put(ref, key);
        return ref;
    }

    /**
     * A key made from this one for one use, so that no two uses share a key (HMAC-SHA-256 of the use's name).
     *
     * @throws org.ipwarehouse.warehouse.api.Fault where the key's file is not there, not private or damaged
     */
    byte[] derived(String use) {
        return key().derived(use.getBytes(StandardCharsets.UTF_8));
    }

    byte[] derived(byte[] use) {
        return key().derived(use);
    }

    private SecretKey key() {
        return READ.computeIfAbsent(this, ref -> {
            if (ref.folder.equals(MEMORY)) {
                throw EtlErrors.keyUnknown(ref.id, MEMORY);
            }
            return KeyFiles.read(Path.of(ref.folder), ref.purpose, ref.id);
        });
    }
}
