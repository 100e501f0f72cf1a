package org.parasift.features;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The features of one paragraph: keys with values, in the order of their first occurrence. Reusable and owned by one
 * thread; it grows as needed and is never shrunk, so that a vector in use stops allocating.
 */
public final class FeatureVector {
    private int size;
    private long[] keys = new long[512];
    private float[] values = new float[512];

    /**
     * A hash set of the keys: a slot holds {@code base + 1 + index}. Raising {@code base} above all that is written
     * empties it at once.
     */
    private int[] slots = new int[1024];

    private int base;
    private @Nullable KeyTable found;
    /** What the table has found of each feature. */
    private long[] entries = new long[0];

    private float[] columns = new float[0];
    private @Nullable Page page;

    /** An empty vector. */
    public FeatureVector() {}

    /** The number of different features. */
    public int size() {
        return size;
    }

    /** The key of feature {@code i}. */
    public long key(int i) {
        return keys[i];
    }

    /** The value of feature {@code i}. */
    public float value(int i) {
        return values[i];
    }

    /**
     * Looks all features up at once, which is faster than one by one. Afterwards {@link #row} holds until the vector
     * changes.
     */
    public void find(KeyTable table) {
        if (found != table) {
            if (entries.length < size) {
                entries = new long[keys.length];
            }
            table.find(keys, 0, size, entries);
            found = table;
        }
    }

    /** One more than the row of feature {@code i} in the table of the last {@link #find}; 0 if it has none. */
    public int row(int i) {
        return Objects.requireNonNull(found).foundRow(entries[i]);
    }

    /** The note of feature {@code i} in the table of the last {@link #find}; 0 if it has none. */
    public int note(int i) {
        return Objects.requireNonNull(found).foundNote(entries[i]);
    }

    /** Forgets all features, keeps the memory. */
    public void clear() {
        found = null;
        base += size;
        size = 0;
        if (base > Integer.MAX_VALUE / 2) {
            Arrays.fill(slots, 0);
            base = 0;
        }
    }

    /** The same for features that have been found in a table: {@code most}, each added once. */
    void clear(KeyTable table, int most) {
        clear();
        if (keys.length <= most) {
            int capacity = 2 * Integer.highestOneBit(most);
            keys = new long[capacity];
            values = new float[capacity];
            slots = new int[2 * capacity];
            base = 0;
        }
        if (entries.length < keys.length) {
            entries = new long[keys.length];
        }
        found = table;
    }

    /** Adds a feature that is not there yet, with what the table has found of it; returns its number. */
    int addFound(long key, long entry) {
        keys[size] = key;
        entries[size] = entry;
        values[size] = 1;
        return size++;
    }

    /** Adds 1 to the value of feature {@code i}. */
    void more(int i) {
        values[i]++;
    }

    /** Adds to the value of a feature. */
    void add(long key, float value) {
        int mask = slots.length - 1;
        int slot = (int) key & mask;
        while (true) {
            int index = slots[slot] - base - 1;
            if (index < 0) {
                slots[slot] = base + 1 + size;
                append(key, value);
                return;
            }
            if (keys[index] == key) {
                values[index] += value;
                return;
            }
            slot = (slot + 1) & mask;
        }
    }

    /** Turns the counts so far into weights. */
    void weigh(Weighting weighting, @Nullable Idf idf) {
        double squares = 0;
        if (idf != null) {
            find(idf.table());
        }
        boolean counts = weighting.tf() == Weighting.Tf.COUNT;
        for (int i = 0; i < size; i++) {
            float value = counts ? values[i] : weighting.of(values[i]);
            if (idf != null) {
                value *= idf.weight(row(i) - 1);
            }
            values[i] = value;
            squares += (double) value * value;
        }
        if (weighting.l2() && squares > 0) {
            double scale = 1 / Math.sqrt(squares);
            for (int i = 0; i < size; i++) {
                values[i] = (float) (values[i] * scale);
            }
        }
    }

    /** Room for the numbers of columns. */
    float[] columns(int count) {
        if (columns.length < count) {
            columns = new float[count];
        }
        return columns;
    }

    /** The page that tokenized articles are opened on, so that what concerns an article as a whole is found once. */
    Page page() {
        if (page == null) {
            page = new Page();
        }
        return page;
    }

    private void append(long key, float value) {
        found = null;
        keys[size] = key;
        values[size] = value;
        size++;
        if (size == keys.length) {
            grow();
        }
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
        slots = new int[4 * size];
        base = 0;
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = (int) keys[i] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = i + 1;
        }
    }
}
