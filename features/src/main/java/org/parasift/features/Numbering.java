package org.parasift.features;

import java.util.Arrays;

/**
 * Gives every different key, a hash, a number, counted from 0 in the order of first occurrence. Reusable, of one thread.
 */
final class Numbering {
    /** Open addressing: number + 1, 0 for a free slot. */
    private int[] slots = new int[4 * 512];

    private long[] keys = new long[512];
    /** Of the slots so many are in use, less one; as many as the page at hand needs, whatever there was before. */
    private int mask;

    private int size;

    /** Forgets all keys; {@code most} more can be numbered. */
    void clear(int most) {
        size = 0;
        if (keys.length < most) {
            keys = new long[Math.max(most, 2 * keys.length)];
            slots = new int[Integer.highestOneBit(keys.length) * 4];
        }
        int used = Integer.highestOneBit(Math.max(1, most)) * 4;
        Arrays.fill(slots, 0, used, 0);
        mask = used - 1;
    }

    int size() {
        return size;
    }

    /** The number of a key; equal to {@link #size()} as it was before if the key is new. */
    int number(long key) {
        int slot = (int) key & mask;
        while (true) {
            int number = slots[slot] - 1;
            if (number < 0) {
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
}
