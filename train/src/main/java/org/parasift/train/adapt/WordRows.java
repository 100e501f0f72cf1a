package org.parasift.train.adapt;

import java.util.Arrays;
import org.parasift.features.FeatureVector;

/** Weighted examples for one score of words: what it is now, the words, what it should be. Owned by one thread. */
final class WordRows {
    private double[] score = new double[64];
    private boolean[] spam = new boolean[64];
    private double[] weight = new double[64];
    private int[] end = new int[64];
    private int rows;
    private long[] keys = new long[4096];
    private float[] values = new float[4096];
    private int entries;

    /**
     * Adds a row.
     *
     * @param now the score of these words
     * @param wanted whether they are spam
     * @param counts how much the row counts, above 0
     */
    void add(FeatureVector words, double now, boolean wanted, double counts) {
        if (rows == score.length) {
            score = Arrays.copyOf(score, 2 * rows);
            spam = Arrays.copyOf(spam, 2 * rows);
            weight = Arrays.copyOf(weight, 2 * rows);
            end = Arrays.copyOf(end, 2 * rows);
        }
        if (entries + words.size() > keys.length) {
            keys = Arrays.copyOf(keys, 2 * (entries + words.size()));
            values = Arrays.copyOf(values, keys.length);
        }
        for (int i = 0; i < words.size(); i++) {
            keys[entries] = words.key(i);
            values[entries++] = words.value(i);
        }
        score[rows] = now;
        spam[rows] = wanted;
        weight[rows] = counts;
        end[rows++] = entries;
    }

    int size() {
        return rows;
    }

    double score(int row) {
        return score[row];
    }

    boolean spam(int row) {
        return spam[row];
    }

    double weight(int row) {
        return weight[row];
    }

    /** The entries of a row are those from {@code first(row)} to before {@code first(row + 1)}. */
    int first(int row) {
        return row == 0 ? 0 : end[row - 1];
    }

    float value(int entry) {
        return values[entry];
    }

    /** The keys that occur, ascending. */
    long[] distinctKeys() {
        return Arrays.stream(keys, 0, entries).sorted().distinct().toArray();
    }

    /** For each entry the place of its key. */
    int[] places(long[] distinct) {
        int[] places = new int[entries];
        Arrays.setAll(places, e -> Arrays.binarySearch(distinct, keys[e]));
        return places;
    }
}
