package org.parasift.features;

import java.util.Arrays;

/**
 * Gives every different key, a hash, a number, counted from 0 in the order of first occurrence. Reusable, of one thread.
 */
final class Numbering {
    /** Open addressing: number + 1, 0 for a free slot. */
    private int[] slots = new int[4 * 512];

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
        size = 0;
        room = Math.min(Math.max(1, likely), keys.length);
        int used = Integer.highestOneBit(room) * 4;
        Arrays.fill(slots, 0, used, 0);
        mask = used - 1;
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
            int number = slots[slot] - 1;
            if (number < 0) {
                if (size == room) {
                    grow();
                    slot = free(key);
                }
                keys[size] = key;
                slots[slot] = size + 1;
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
