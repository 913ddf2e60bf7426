package org.ipwarehouse.warehouse.internal.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.codec.digest.MurmurHash3;
import org.ipwarehouse.warehouse.api.Origin;

/**
 * Entries by key in 16 tables, so that none becomes too large for a mapping. Keys are told apart by 128 bits: among a
 * hundred million of them two different ones are alike with a probability below 10⁻²². Contents of one key are told apart
 * by 64 bits. Not thread-safe.
 */
final class Fingerprints {
    private static final int TABLES = 16;
    private static final int SEED = 0x6b657973;

    private final HashSlots[] tables = new HashSlots[TABLES];

    Fingerprints(Path folder) {
        for (int i = 0; i < TABLES; i++) {
            tables[i] = new HashSlots(folder);
        }
    }

    /** The fingerprint of a key. */
    record Key(long high, long low) {
        static Key of(String text) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }

        static Key of(byte[] bytes) {
            long[] hash = MurmurHash3.hash128x64(bytes, 0, bytes.length, SEED);
            // 0 marks an empty slot
            return new Key(hash[0] == 0 ? 1 : hash[0], hash[1]);
        }

        static Key of(Origin origin) {
            return of(origin.row() + " " + origin.sheet());
        }
    }

    /** The table that holds a key's entries. */
    HashSlots table(Key key) {
        return tables[(int) (key.low() & (TABLES - 1))];
    }
}
