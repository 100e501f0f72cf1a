package org.parasift.features;

import java.util.Arrays;

/**
 * Finds the row of a 64-bit key: open addressing in one flat array. Immutable and thread-safe.
 *
 * <p>A slot is one long: the low bits of the key above, row + 1 below, 0 for empty. The high bits of the key say where
 * to look first, so between place and slot no bit of a key is lost but for how far it was pushed along; a key that was
 * never put in is taken for one that was with a chance below one in a thousand million.
 */
public final class KeyTable {
    private final int size;
    private final long[] slots;
    private final int shift;
    private final int rowBits;
    private final long rowMask;
    private final long mask;
    /** The bits of a slot that are of the key. */
    private final long keyMask;

    private KeyTable(int size, long[] slots, int shift, int rowBits, long mask) {
        this.mask = mask;
        this.size = size;
        this.slots = slots;
        this.shift = shift;
        this.rowBits = rowBits;
        this.rowMask = (1L << rowBits) - 1;
        this.keyMask = mask << rowBits;
    }

    /**
     * A table in which the row of {@code keys[i]} is {@code i}.
     *
     * @throws IllegalArgumentException if a key comes twice
     */
    public static KeyTable of(long[] keys) {
        return of(keys, Long.SIZE);
    }

    /** The same of keys of which only so many high bits count; the others must be zero in {@code keys}. */
    public static KeyTable of(long[] keys, int bits) {
        return of(keys, bits, new int[0]);
    }

    /** The same with a note for each key, not negative and of at most {@code 64 - bits} bits; without any, all are 0. */
    public static KeyTable of(long[] keys, int bits, int[] notes) {
        int capacity = Math.max(4, Integer.highestOneBit(Math.max(1, keys.length)) * 4);
        if (capacity < 0 || keys.length > 1 << 28) {
            throw new IllegalArgumentException(keys.length + " keys, at most " + (1 << 28) + " are possible");
        }
        int shift = 64 - Integer.numberOfTrailingZeros(capacity);
        int rowBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, keys.length));
        long keyMask = high(bits) << rowBits;
        long[] slots = new long[capacity];
        for (int row = 0; row < keys.length; row++) {
            long entry = (keys[row] << rowBits) | (row + 1);
            if (notes.length > 0) {
                if (notes[row] < 0 || (long) notes[row] >>> (Long.SIZE - bits) != 0) {
                    throw new IllegalArgumentException("note " + notes[row] + " beside keys of " + bits + " bits");
                }
                entry |= (long) notes[row] << rowBits;
            }
            int slot = (int) (keys[row] >>> shift);
            while (slots[slot] != 0) {
                if (((slots[slot] ^ entry) & keyMask) == 0) {
                    int other = (int) (slots[slot] & ((1L << rowBits) - 1)) - 1;
                    throw new IllegalArgumentException("the keys of rows " + other + " and " + row
                            + " cannot be told apart: " + Long.toHexString(keys[other]) + ", "
                            + Long.toHexString(keys[row]));
                }
                slot = (slot + 1) & (capacity - 1);
            }
            slots[slot] = entry;
        }
        return new KeyTable(keys.length, slots, shift, rowBits, high(bits));
    }

    /** The rows in ascending order of their keys, without sign; rows with equal keys in their old order. */
    public static int[] order(long[] keys) {
        long[] sorted = new long[keys.length];
        boolean ascending = true;
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = keys[i] ^ Long.MIN_VALUE;
            ascending &= i == 0 || sorted[i - 1] <= sorted[i];
        }
        int[] order = new int[keys.length];
        if (ascending) {
            Arrays.setAll(order, i -> i);
            return order;
        }
        // Sorted as numbers and looked up: a sort with a comparator would make an object of every row.
        Arrays.sort(sorted);
        boolean[] taken = new boolean[keys.length];
        for (int row = 0; row < keys.length; row++) {
            int place = Arrays.binarySearch(sorted, keys[row] ^ Long.MIN_VALUE);
            while (place > 0 && sorted[place - 1] == sorted[place]) {
                place--;
            }
            while (taken[place]) {
                place++;
            }
            taken[place] = true;
            order[place] = row;
        }
        return order;
    }

    /** The number of keys. */
    public int size() {
        return size;
    }

    /** The row of a key, or -1. */
    public int row(long key) {
        int slot = (int) (key >>> shift);
        return row(key & mask, slot, slots[slot]);
    }

    /** A mask of the high bits of a key. */
    public static long high(int bits) {
        return -1L << (Long.SIZE - bits);
    }

    /**
     * Writes what is found of some keys, as {@link #foundRow} and {@link #foundNote} read it. Reading the first slot of all
     * keys before looking at any lets the processor wait for many of them at once.
     */
    void find(long[] keys, int from, int to, long[] into) {
        for (int i = from; i < to; i++) {
            into[i] = slots[(int) (keys[i] >>> shift)];
        }
        for (int i = from; i < to; i++) {
            long key = keys[i] & mask;
            long found = into[i];
            long difference = (found ^ (key << rowBits)) & keyMask;
            // One branch, seldom taken: the slot is that of another key.
            if (((difference | -difference) & (found | -found)) < 0) {
                found = entry(key, (int) (keys[i] >>> shift), found);
            }
            into[i] = found & ~keyMask;
        }
    }

    /** Of what was found the row + 1, 0 if there is none. */
    int foundRow(long found) {
        return (int) (found & rowMask);
    }

    /** Of what was found the note, 0 if there is none. */
    int foundNote(long found) {
        return (int) (found >>> rowBits);
    }

    private int row(long key, int home, long first) {
        return (int) (entry(key, home, first) & rowMask) - 1;
    }

    /** The slot of a key, or 0. */
    private long entry(long key, int home, long first) {
        long wanted = key << rowBits;
        int last = slots.length - 1;
        int slot = home;
        long found = first;
        while (found != 0 && ((found ^ wanted) & keyMask) != 0) {
            slot = (slot + 1) & last;
            found = slots[slot];
        }
        return found;
    }
}
