package org.parasift.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureNames;
import org.parasift.features.FeatureVector;
import org.parasift.features.KeyTable;
import org.parasift.features.Page;

/**
 * A linear model in flat tables: one row of weights for each key. Of two labels only the difference is kept, one column
 * in favour of the second. Immutable and thread-safe.
 */
final class LinearWeights implements Scorer {
    private final double[] bias;
    private final long[] keys;
    private final float[] weights;
    private final KeyTable table;

    /**
     * @param bias for each column
     * @param keys ascending without sign, each once
     * @param weights row by row, a column for each bias
     */
    LinearWeights(double[] bias, long[] keys, float[] weights) {
        if (bias.length == 0 || weights.length != (long) keys.length * bias.length) {
            throw new IllegalArgumentException(
                    weights.length + " weights for " + keys.length + " rows of " + bias.length + " columns");
        }
        for (double value : bias) {
            requireFinite(value);
        }
        for (float value : weights) {
            requireFinite(value);
        }
        for (int i = 1; i < keys.length; i++) {
            if (Long.compareUnsigned(keys[i - 1], keys[i]) >= 0) {
                throw new IllegalArgumentException("key " + Long.toHexString(keys[i]) + " of row " + i
                        + " does not come after that of the row before");
            }
        }
        this.bias = bias;
        this.keys = keys;
        this.weights = weights;
        this.table = KeyTable.of(keys);
    }

    /** Sorts rows by key. */
    static LinearWeights sorted(double[] bias, long[] keys, double[] weights) {
        int columns = bias.length;
        if (weights.length != (long) keys.length * columns) {
            throw new IllegalArgumentException(
                    weights.length + " weights for " + keys.length + " features of " + columns + " columns");
        }
        Integer[] order = new Integer[keys.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compareUnsigned(keys[a], keys[b]));
        long[] sortedKeys = new long[keys.length];
        float[] sortedWeights = new float[weights.length];
        for (int i = 0; i < keys.length; i++) {
            int row = order[i];
            sortedKeys[i] = keys[row];
            for (int c = 0; c < columns; c++) {
                sortedWeights[i * columns + c] = (float) weights[row * columns + c];
            }
        }
        return new LinearWeights(bias.clone(), sortedKeys, sortedWeights);
    }

    @Override
    public int outputs() {
        return bias.length;
    }

    int rows() {
        return keys.length;
    }

    long key(int row) {
        return keys[row];
    }

    double bias(int column) {
        return bias[column];
    }

    float weight(int row, int column) {
        return weights[row * bias.length + column];
    }

    /** The weight of a feature, 0 if it has none. */
    float weightOf(long key, int column) {
        int row = table.row(key);
        return row < 0 ? 0 : weight(row, column);
    }

    @Override
    public void score(FeatureExtractor extractor, Page page, int paragraph, Scratch scratch, double[] into) {
        extractor.extract(page, paragraph, scratch.vector);
        score(scratch.vector, into);
    }

    @Override
    public List<Reason> reasons(FeatureExtractor extractor, Page page, int paragraph, int output) {
        FeatureNames names = new FeatureNames();
        FeatureVector vector = new FeatureVector();
        extractor.extract(page, paragraph, names);
        extractor.extract(page, paragraph, vector);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason("bias", 1, bias[output]));
        for (int i = 0; i < vector.size(); i++) {
            double contribution = (double) vector.value(i) * weightOf(vector.key(i), output);
            if (contribution != 0) {
                reasons.add(new Reason(names.name(vector.key(i)), vector.value(i), contribution));
            }
        }
        return reasons;
    }

    /** Writes the scores of a vector: for each column the bias, then feature by feature value times weight. */
    void score(FeatureVector vector, double[] into) {
        int columns = bias.length;
        System.arraycopy(bias, 0, into, 0, columns);
        if (columns == 1) {
            into[0] = scoreOne(vector);
            return;
        }
        int size = vector.size();
        for (int i = 0; i < size; i++) {
            int row = table.row(vector.key(i));
            if (row >= 0) {
                double value = vector.value(i);
                int at = row * columns;
                for (int c = 0; c < columns; c++) {
                    into[c] += value * weights[at + c];
                }
            }
        }
    }

    private double scoreOne(FeatureVector vector) {
        double score = bias[0];
        int size = vector.size();
        for (int i = 0; i < size; i++) {
            int row = table.row(vector.key(i));
            if (row >= 0) {
                score += (double) vector.value(i) * weights[row];
            }
        }
        return score;
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("weight " + value + " (expected a finite number)");
        }
    }
}
