package org.parasift.features;

import java.util.Arrays;

/** Gives every different key a number, counted from 0 in the order of first occurrence. Reusable, of one thread. */
final class Numbering {
    /** Open addressing: number + 1, 0 for a free slot. */
    private int[] slots = new int[1024];

    private long[] keys = new long[512];
    private int size;

    /** Forgets all keys; {@code most} more can be numbered. */
    void clear(int most) {
        size = 0;
        if (keys.length < most) {
            keys = new long[Math.max(most, 2 * keys.length)];
            slots = new int[Integer.highestOneBit(keys.length) * 4];
        } else {
            Arrays.fill(slots, 0);
        }
    }

    int size() {
        return size;
    }

    /** The number of a key; equal to {@link #size()} as it was before if the key is new. */
    int number(long key) {
        int mask = slots.length - 1;
        int slot = (int) FeatureKeys.mix(0, key) & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        if (slots[slot] == 0) {
            keys[size] = key;
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }
}
