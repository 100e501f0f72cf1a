package org.parasift.features;

import java.util.ArrayList;
import java.util.List;

/**
 * Lengths of n-grams, each 1 to {@value #MAX}; written {@code 1,2}.
 *
 * @param mask bit {@code n - 1} is set if n-grams of length {@code n} are wanted; at least one is
 */
public record Orders(int mask) {
    /** The longest n-gram possible. */
    public static final int MAX = 8;

    public Orders {
        if (mask < 1 || mask >= 1 << MAX) {
            throw new IllegalArgumentException("n-gram orders are 1 to " + MAX);
        }
    }

    /** These lengths, in any order. */
    public static Orders of(int... lengths) {
        int mask = 0;
        for (int length : lengths) {
            if (length < 1 || length > MAX) {
                throw new IllegalArgumentException("n-gram order " + length + " (expected 1 to " + MAX + ")");
            }
            mask |= 1 << (length - 1);
        }
        return new Orders(mask);
    }

    /** The inverse of {@link #toString()}. */
    static Orders parse(String text) {
        String[] parts = text.split(",", -1);
        int[] lengths = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches("[1-8]") || (i > 0 && parts[i].compareTo(parts[i - 1]) <= 0)) {
                throw new IllegalArgumentException(
                        "orders '" + text + "' (expected ascending numbers from 1 to " + MAX + ", such as 1,2)");
            }
            lengths[i] = Integer.parseInt(parts[i]);
        }
        return of(lengths);
    }

    /** Whether n-grams of a length are wanted. */
    public boolean has(int length) {
        return (mask >>> (length - 1) & 1) != 0;
    }

    /** The greatest length wanted. */
    public int longest() {
        return 32 - Integer.numberOfLeadingZeros(mask);
    }

    @Override
    public String toString() {
        List<String> lengths = new ArrayList<>();
        for (int length = 1; length <= MAX; length++) {
            if (has(length)) {
                lengths.add(String.valueOf(length));
            }
        }
        return String.join(",", lengths);
    }
}
