package org.ipwarehouse.warehouse.internal.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;

/**
 * An open table of fingerprints, 28 bytes an entry: 128 bits of a key, 64 bits of a content, 32 bits of anything. It lies
 * in a mapped file, so that its size is a matter of the machine's memory and not of the heap. Not thread-safe.
 */
final class HashSlots {
    /** No entry: the number of a slot that was not found. */
    static final int NONE = -1;

    private static final int SLOT = 28;
    private static final int FIRST_SLOTS = 1 << 10;
    private static final double MOST_FILLED = 0.8;
    private static final double GROWTH = 1.4;

    private final Path folder;
    private ByteBuffer slots = ByteBuffer.allocate(SLOT);
    private int capacity = 1;
    private int size;

    /** @param folder for the mapped file, which has no name any more once it is open */
    HashSlots(Path folder) {
        this.folder = folder;
    }

    private ByteBuffer mapped(int slotCount) {
        try {
            Path file = Files.createTempFile(folder, "keys", "");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                return channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) slotCount * SLOT);
            } finally {
                Files.delete(file);
            }
        } catch (IOException refused) {
            throw WarehouseErrors.folderUnwritable(folder.toString(), refused);
        }
    }

    /** The first entry of a key, or {@link #NONE}. @param high of the key's 128 bits, never 0 */
    int find(long high, long low) {
        return search(start(high), high, low);
    }

    /** The next entry of the same key. */
    int findNext(int slot, long high, long low) {
        return search(after(slot), high, low);
    }

    private int search(int from, long high, long low) {
        int slot = from;
        for (long found = high(slot); found != 0; found = high(slot)) {
            if (found == high && slots.getLong(slot * SLOT + 8) == low) {
                return slot;
            }
            slot = after(slot);
        }
        return NONE;
    }

    /** Adds an entry, also where the key has one. */
    void add(long high, long low, long content, int word) {
        if (size + 1 >= capacity * MOST_FILLED) {
            grow();
        }
        put(high, low, content, word);
        size++;
    }

    private void put(long high, long low, long content, int word) {
        int slot = start(high);
        while (high(slot) != 0) {
            slot = after(slot);
        }
        int at = slot * SLOT;
        slots.putLong(at, high).putLong(at + 8, low).putLong(at + 16, content).putInt(at + 24, word);
    }

    private void grow() {
        ByteBuffer before = slots;
        int slotsBefore = capacity;
        capacity = Math.max(FIRST_SLOTS, (int) (slotsBefore * GROWTH));
        slots = mapped(capacity);
        for (int at = 0; at < slotsBefore * SLOT; at += SLOT) {
            if (before.getLong(at) != 0) {
                put(before.getLong(at), before.getLong(at + 8), before.getLong(at + 16), before.getInt(at + 24));
            }
        }
    }

    long content(int slot) {
        return slots.getLong(slot * SLOT + 16);
    }

    int word(int slot) {
        return slots.getInt(slot * SLOT + 24);
    }

    void word(int slot, int word) {
        slots.putInt(slot * SLOT + 24, word);
    }

    private long high(int slot) {
        return slots.getLong(slot * SLOT);
    }

    /** The upper half of the hash spreads entries evenly over any capacity. */
    private int start(long high) {
        return (int) (((high >>> 32) * capacity) >>> 32);
    }

    private int after(int slot) {
        return slot + 1 == capacity ? 0 : slot + 1;
    }
}
