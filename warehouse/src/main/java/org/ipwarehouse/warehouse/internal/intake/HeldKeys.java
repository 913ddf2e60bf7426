package org.ipwarehouse.warehouse.internal.intake;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;

/** Versions of all keys that a table holds, as fingerprints, for a delivery too large to ask key by key. */
final class HeldKeys {
    private static final List<String> COLUMNS = List.of("row_key", "content_hash", "submission");

    private final Fingerprints versions;
    private final Map<String, Integer> submissions = new HashMap<>();
    private boolean isEmpty = true;

    private HeldKeys(Path folder) {
        this.versions = new Fingerprints(folder);
    }

    static HeldKeys of(KernelTables tables, TableName clean, Path folder) {
        HeldKeys held = new HeldKeys(folder);
        tables.scanKeys(
                clean,
                COLUMNS,
                Where.everything(),
                key -> true,
                row -> held.add(String.valueOf(row[0]), String.valueOf(row[1]), String.valueOf(row[2])));
        return held;
    }

    private void add(String rowKey, String contentHash, String submission) {
        isEmpty = false;
        Fingerprints.Key key = Fingerprints.Key.of(rowKey);
        int number = submissions.computeIfAbsent(submission, s -> submissions.size());
        versions.table(key).add(key.high(), key.low(), ContentHash.firstHalf(contentHash), number);
    }

    boolean isEmpty() {
        return isEmpty;
    }

    /** Whether another submission than this one gave the very version. */
    boolean isHeldFromElsewhere(Fingerprints.Key key, long content, String submission) {
        int own = submissions.getOrDefault(submission, -1);
        HashSlots table = versions.table(key);
        for (int slot = table.find(key.high(), key.low());
                slot != HashSlots.NONE;
                slot = table.findNext(slot, key.high(), key.low())) {
            if (table.content(slot) == content && table.word(slot) != own) {
                return true;
            }
        }
        return false;
    }

    boolean hasOtherVersion(Fingerprints.Key key, long content) {
        HashSlots table = versions.table(key);
        for (int slot = table.find(key.high(), key.low());
                slot != HashSlots.NONE;
                slot = table.findNext(slot, key.high(), key.low())) {
            if (table.content(slot) != content) {
                return true;
            }
        }
        return false;
    }
}
