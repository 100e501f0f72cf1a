package org.parasift.features;

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

    private KeyTable(int size, long[] slots, int shift, int rowBits) {
        this.size = size;
        this.slots = slots;
        this.shift = shift;
        this.rowBits = rowBits;
    }

    /**
     * A table in which the row of {@code keys[i]} is {@code i}.
     *
     * @throws IllegalArgumentException if a key comes twice
     */
    public static KeyTable of(long[] keys) {
        int capacity = Math.max(4, Integer.highestOneBit(Math.max(1, keys.length)) * 4);
        if (capacity < 0 || keys.length > 1 << 28) {
            throw new IllegalArgumentException(keys.length + " keys, at most " + (1 << 28) + " are possible");
        }
        int shift = 64 - Integer.numberOfTrailingZeros(capacity);
        int rowBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, keys.length));
        long[] slots = new long[capacity];
        for (int row = 0; row < keys.length; row++) {
            long entry = (keys[row] << rowBits) | (row + 1);
            int slot = (int) (keys[row] >>> shift);
            while (slots[slot] != 0) {
                if ((slots[slot] ^ entry) >>> rowBits == 0) {
                    int other = (int) (slots[slot] & ((1L << rowBits) - 1)) - 1;
                    throw new IllegalArgumentException("the keys of rows " + other + " and " + row
                            + " cannot be told apart: " + Long.toHexString(keys[other]) + ", "
                            + Long.toHexString(keys[row]));
                }
                slot = (slot + 1) & (capacity - 1);
            }
            slots[slot] = entry;
        }
        return new KeyTable(keys.length, slots, shift, rowBits);
    }

    /** The number of keys. */
    public int size() {
        return size;
    }

    /** The row of a key, or -1. */
    public int row(long key) {
        long wanted = key << rowBits;
        int mask = slots.length - 1;
        int slot = (int) (key >>> shift);
        while (true) {
            long found = slots[slot];
            if (found == 0) {
                return -1;
            }
            long difference = found ^ wanted;
            if (difference >>> rowBits == 0) {
                return (int) difference - 1;
            }
            slot = (slot + 1) & mask;
        }
    }
}
