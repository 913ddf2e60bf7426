package org.ipwarehouse.warehouse.internal.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;

/** Which versions of the incoming keys the lake holds, and from which submission. */
final class HeldVersions {
    private static final List<String> COLUMNS = List.of("row_key", "content_hash", "submission");

    private final Map<String, Map<String, String>> submissionByHashByKey = new HashMap<>();

    /** Reads them; the cost is one pass over the keys of the files whose range of keys touches the incoming ones. */
    static HeldVersions of(KernelTables tables, TableName clean, Set<String> keys) {
        HeldVersions held = new HeldVersions();
        if (!keys.isEmpty()) {
            Set<Fingerprints.Key> asked = new HashSet<>(keys.size() * 2);
            keys.forEach(key -> asked.add(Fingerprints.Key.of(key)));
            tables.scanKeys(
                    clean,
                    COLUMNS,
                    List.of(Where.anyOf("row_key", keys)),
                    key -> asked.contains(Fingerprints.Key.of(key)),
                    row -> held.put(String.valueOf(row[0]), String.valueOf(row[1]), String.valueOf(row[2])));
        }
        return held;
    }

    void put(String key, String hash, String submission) {
        submissionByHashByKey.computeIfAbsent(key, k -> new HashMap<>(2)).put(hash, submission);
    }

    /** The submission from which this version is held. */
    Optional<String> holder(String key, String hash) {
        return Optional.ofNullable(
                submissionByHashByKey.getOrDefault(key, Map.of()).get(hash));
    }

    boolean hasOther(String key, String hash) {
        Collection<String> hashes =
                submissionByHashByKey.getOrDefault(key, Map.of()).keySet();
        return hashes.size() > (hashes.contains(hash) ? 1 : 0);
    }
}
