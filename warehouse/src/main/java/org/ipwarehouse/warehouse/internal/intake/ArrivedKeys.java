package org.ipwarehouse.warehouse.internal.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;

/**
 * The keys of one file as its rows come by in order: which row is the first of its key, which repeats it, which
 * contradicts it. Remembers in which splits rows of contradicting keys lie, so that only those are read again.
 */
final class ArrivedKeys implements AutoCloseable {
    private static final int CONFLICTING = 1 << 31;
    private static final int SPLIT = ~CONFLICTING;

    /** What a row is within its file. */
    enum Kind {
        FIRST,
        REPEATED,
        CONFLICTING
    }

    private final Fingerprints keys;
    private final Path repeats;
    private final DataOutputStream repeated;
    private final BitSet splitsInConflict = new BitSet();
    private final BitSet splitsOfFirsts = new BitSet();

    ArrivedKeys(Path folder) {
        this.keys = new Fingerprints(folder);
        this.repeats = folder.resolve("repeats");
        try {
            this.repeated = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(repeats)));
        } catch (IOException refused) {
            throw WarehouseErrors.folderUnwritable(folder.toString(), refused);
        }
    }

    /** @param content 64 bits of the row's content hash */
    Kind meet(Fingerprints.Key key, long content, int split) {
        HashSlots table = keys.table(key);
        int slot = table.find(key.high(), key.low());
        if (slot == HashSlots.NONE) {
            table.add(key.high(), key.low(), content, split);
            return Kind.FIRST;
        }
        int word = table.word(slot);
        if (word >= 0 && table.content(slot) == content) {
            remember(key, split);
            return Kind.REPEATED;
        }
        splitsInConflict.set(split);
        splitsInConflict.set(word & SPLIT);
        splitsOfFirsts.set(word & SPLIT);
        table.word(slot, word | CONFLICTING);
        return Kind.CONFLICTING;
    }

    private void remember(Fingerprints.Key key, int split) {
        try {
            repeated.writeLong(key.high());
            repeated.writeLong(key.low());
            repeated.writeInt(split);
        } catch (IOException refused) {
            throw WarehouseErrors.folderUnwritable(repeats.toString(), refused);
        }
    }

    boolean isConflicting(Fingerprints.Key key) {
        HashSlots table = keys.table(key);
        int slot = table.find(key.high(), key.low());
        return slot != HashSlots.NONE && table.word(slot) < 0;
    }

    boolean hasConflicts() {
        return !splitsOfFirsts.isEmpty();
    }

    /** Splits in which the first row of a conflicting key lies. */
    BitSet splitsOfFirsts() {
        return splitsOfFirsts;
    }

    /** All splits in which rows of conflicting keys lie. */
    BitSet splitsInConflict() {
        close();
        BitSet splits = (BitSet) splitsInConflict.clone();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(repeats)))) {
            while (true) {
                Fingerprints.Key key = new Fingerprints.Key(in.readLong(), in.readLong());
                int split = in.readInt();
                splits.set(split, splits.get(split) || isConflicting(key));
            }
        } catch (EOFException end) {
            return splits;
        } catch (IOException unreadable) {
            throw WarehouseErrors.folderUnwritable(repeats.toString(), unreadable);
        }
    }

    @Override
    public void close() {
        try {
            repeated.close();
        } catch (IOException refused) {
            throw WarehouseErrors.folderUnwritable(repeats.toString(), refused);
        }
    }
}
