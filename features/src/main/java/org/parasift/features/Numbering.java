package org.parasift.features;

import java.util.Arrays;

/**
 * Gives every different key, a hash, a number, counted from 0 in the order of first occurrence. Reusable, of one thread.
 */
final class Numbering {
    /** Open addressing: {@code base + 1 + number}. Raising {@code base} above all that is written frees all slots at once. */
    private int[] slots = new int[4 * 512];

    private int base;

    private long[] keys = new long[512];
    /** Of the slots so many are in use, less one; as many as the page at hand may need, whatever there was before. */
    private int mask;

    /** So many keys fit into the slots in use. */
    private int room;

    private int size;

    /**
     * Forgets all keys.
     *
     * @param likely how many keys there are at most, or an estimate; space grows with the keys that there are
     */
    void clear(int likely) {
        base += size;
        size = 0;
        if (base > Integer.MAX_VALUE / 2) {
            Arrays.fill(slots, 0);
            base = 0;
        }
        room = Math.min(Math.max(1, likely), keys.length);
        mask = Integer.highestOneBit(room) * 4 - 1;
    }

    int size() {
        return size;
    }

    /** The keys by their numbers, {@link #size} of them; to be read only. */
    long[] keys() {
        return keys;
    }

    /** The number of a key; equal to {@link #size()} as it was before if the key is new. */
    int number(long key) {
        int slot = (int) key & mask;
        while (true) {
            int number = slots[slot] - base - 1;
            if (number < 0) {
                if (size == room) {
                    grow();
                    slot = free(key);
                }
                keys[size] = key;
                slots[slot] = base + size + 1;
                return size++;
            }
            if (keys[number] == key) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
    }

    private void grow() {
        if (room == keys.length) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
            slots = new int[Integer.highestOneBit(keys.length) * 4];
        } else {
            Arrays.fill(slots, 0);
        }
        base = 0;
        room = keys.length;
        mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            slots[free(keys[number])] = number + 1;
        }
    }

    /** The slot for a key that has none. */
    private int free(long key) {
        int slot = (int) key & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
