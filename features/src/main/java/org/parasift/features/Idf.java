package org.parasift.features;

/**
 * How telling a feature is, by the number of training texts it occurs in: {@code ln((1 + n) / (1 + df)) + 1}. A feature
 * that no training text has weighs 0. Immutable and thread-safe.
 */
public final class Idf {
    private final long[] keys;
    private final float[] weights;
    private final KeyTable table;
    private final Steps steps;

    private Idf(long[] keys, float[] weights, Steps steps) {
        this.keys = keys;
        this.weights = weights;
        this.steps = steps;
        this.table = KeyTable.of(keys, steps.keyBits());
    }

    /**
     * How exactly the weights are kept.
     *
     * @param keyBits how many high bits of a key count
     * @param least the least weight
     * @param step a weight is {@code least} and 0 to 255 steps; 0 if weights are kept as they are
     */
    public record Steps(int keyBits, float least, float step) {
        /** As they are. */
        public static final Steps EXACT = new Steps(Long.SIZE, 0, 0);

        /** The weight that is so many steps above the least. */
        public float weight(int count) {
            return least + step * count;
        }

        /** The number of steps that comes nearest to a weight. */
        public int count(float weight) {
            return step == 0 ? 0 : Math.round((weight - least) / step);
        }
    }

    /** In little room: weights in steps, keys ascending without sign and zero below the bits that count. */
    public static Idf compact(long[] keys, float[] weights, Steps steps) {
        float[] rounded = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            rounded[i] = steps.weight(steps.count(weights[i]));
        }
        return new Idf(keys.clone(), rounded, steps);
    }

    /**
     * From document frequencies.
     *
     * @param keys all features of the training texts, each once
     * @param documentFrequencies in how many of the texts each occurs, at least 1
     * @param documents the number of texts
     */
    public static Idf learned(long[] keys, int[] documentFrequencies, int documents) {
        float[] weights = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (documentFrequencies[i] < 1 || documentFrequencies[i] > documents) {
                throw new IllegalArgumentException(
                        "feature " + i + " in " + documentFrequencies[i] + " of " + documents + " texts");
            }
            weights[i] = (float) (Math.log((1.0 + documents) / (1.0 + documentFrequencies[i])) + 1);
        }
        return of(keys, weights);
    }

    /** From weights as they were learned before; rows are sorted by key, without sign. */
    public static Idf of(long[] keys, float[] weights) {
        if (keys.length != weights.length) {
            throw new IllegalArgumentException(keys.length + " keys, " + weights.length + " weights");
        }
        int[] order = KeyTable.order(keys);
        long[] sortedKeys = new long[keys.length];
        float[] sortedWeights = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            sortedKeys[i] = keys[order[i]];
            sortedWeights[i] = weights[order[i]];
        }
        return new Idf(sortedKeys, sortedWeights, Steps.EXACT);
    }

    /** The number of features. */
    public int size() {
        return keys.length;
    }

    /** The key of row {@code i}. */
    public long key(int i) {
        return keys[i];
    }

    /** The weight of row {@code i}, 0 of row -1. */
    public float weight(int i) {
        return i < 0 ? 0 : weights[i];
    }

    /** How exactly the weights are kept. */
    public Steps steps() {
        return steps;
    }

    /** Where the rows are found. */
    public KeyTable table() {
        return table;
    }
}
