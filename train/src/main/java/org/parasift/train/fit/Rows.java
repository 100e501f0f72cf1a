package org.parasift.train.fit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureFamily;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.FeatureVector;
import org.parasift.features.Idf;
import org.parasift.features.Weighting;
import org.parasift.token.TokenizedArticle;
import org.parasift.train.corpus.Example;

/**
 * The features of all training rows, extracted once, as a sparse matrix in three arrays. Row {@code r} has the entries
 * from {@code start[r]} to {@code start[r + 1]}, columns ascending. Columns are the keys of the training rows in unsigned
 * order: the order in which Tribuo puts features whose names are the sixteen hexadecimal digits of their keys.
 */
final class Rows {
    final List<String> labels;
    final int[] label;

    /** Rows of one article have the same number and stand together. */
    final int[] group;

    final int[] start;
    final int[] column;
    final float[] value;
    final long[] keys;

    private Rows(List<String> labels, int[] label, int[] group, int[] start, int[] column, float[] value, long[] keys) {
        this.labels = labels;
        this.label = label;
        this.group = group;
        this.start = start;
        this.column = column;
        this.value = value;
        this.keys = keys;
    }

    int size() {
        return label.length;
    }

    int columns() {
        return keys.length;
    }

    /** The features of rows. Each article is tokenized once. */
    static Rows of(List<Example> examples, List<String> labels, FeatureExtractor extractor) {
        Map<String, Integer> indexOf = new HashMap<>();
        labels.forEach(label -> indexOf.put(label, indexOf.size()));
        int[] label = new int[examples.size()];
        int[] group = new int[examples.size()];
        int[] start = new int[examples.size() + 1];
        long[] keys = new long[1 << 16];
        float[] values = new float[1 << 16];
        int size = 0;
        FeatureVector vector = new FeatureVector();
        @Nullable TokenizedArticle tokenized = null;
        for (int r = 0; r < label.length; r++) {
            Example example = examples.get(r);
            Integer index = indexOf.get(example.label());
            if (index == null) {
                throw new IllegalArgumentException("label " + example.label() + " is not among " + labels);
            }
            label[r] = index;
            if (tokenized == null || !tokenized.article().equals(example.article())) {
                tokenized = TokenizedArticle.of(example.article(), extractor.tokenizer());
                group[r] = r;
            } else {
                group[r] = group[r - 1];
            }
            extractor.extract(tokenized, example.paragraph(), vector);
            if (size + vector.size() > keys.length) {
                int capacity = Math.max(size + vector.size(), keys.length + keys.length / 2);
                keys = Arrays.copyOf(keys, capacity);
                values = Arrays.copyOf(values, capacity);
            }
            for (int i = 0; i < vector.size(); i++) {
                keys[size] = vector.key(i);
                values[size++] = vector.value(i);
            }
            start[r + 1] = size;
        }
        return sorted(labels, label, group, start, Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
    }

    /** Rows and the idf weights that they teach. */
    record Weighted(Rows rows, Idf idf) {}

    /** The features of rows by a recipe that wants idf. */
    static Weighted weighted(List<Example> examples, List<String> labels, FeatureRecipe recipe) {
        boolean bags = recipe.families().stream().allMatch(FeatureFamily.Bag.class::isInstance);
        Weighting weighting = recipe.weighting();
        Rows rows = of(
                examples,
                labels,
                recipe.with(new Weighting(weighting.tf(), false, false)).compile());
        int[] frequency = new int[rows.columns()];
        for (int column : rows.column) {
            frequency[column]++;
        }
        Idf idf = Idf.learned(rows.keys, frequency, rows.size());
        if (!bags) {
            // Columns are not weighted, and rows do not tell them from bags: extract again.
            return new Weighted(of(examples, labels, recipe.compile(idf)), idf);
        }
        rows.weigh(idf, weighting.l2());
        return new Weighted(rows, idf);
    }

    /** What the extractor does with idf, so that texts are read once. */
    private void weigh(Idf idf, boolean l2) {
        for (int r = 0; r < size(); r++) {
            double squares = 0;
            for (int i = start[r]; i < start[r + 1]; i++) {
                value[i] *= idf.weight(column[i]);
                squares += (double) value[i] * value[i];
            }
            double scale = l2 && squares > 0 ? 1 / Math.sqrt(squares) : 1;
            for (int i = start[r]; i < start[r + 1]; i++) {
                value[i] = (float) (value[i] * scale);
            }
        }
    }

    private static Rows sorted(
            List<String> labels, int[] label, int[] group, int[] start, long[] entryKeys, float[] values) {
        // Numbers in the order of first occurrence, by open addressing; key 0 has a flag of its own.
        int capacity = Integer.highestOneBit(Math.max(16, entryKeys.length)) << 1;
        int mask = capacity - 1;
        int[] slots = new int[capacity];
        long[] distinct = new long[1 << 12];
        int count = 0;
        int[] number = new int[entryKeys.length];
        for (int i = 0; i < entryKeys.length; i++) {
            long key = entryKeys[i];
            int slot = (int) (key ^ (key >>> 32)) & mask;
            while (slots[slot] != 0 && distinct[slots[slot] - 1] != key) {
                slot = (slot + 1) & mask;
            }
            if (slots[slot] == 0) {
                if (count == distinct.length) {
                    distinct = Arrays.copyOf(distinct, 2 * count);
                }
                distinct[count++] = key;
                slots[slot] = count;
            }
            number[i] = slots[slot] - 1;
        }
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = distinct[i] ^ Long.MIN_VALUE;
        }
        Arrays.sort(keys);
        for (int i = 0; i < count; i++) {
            keys[i] ^= Long.MIN_VALUE;
        }
        int[] columnOf = new int[count];
        for (int i = 0; i < count; i++) {
            columnOf[i] = column(keys, distinct[i]);
        }
        int[] column = new int[number.length];
        float[] value = new float[number.length];
        for (int r = 0; r < label.length; r++) {
            int from = start[r];
            int length = start[r + 1] - from;
            // Sorted by column; the low half of a long remembers where the value stands.
            long[] order = new long[length];
            for (int i = 0; i < length; i++) {
                order[i] = (long) columnOf[number[from + i]] << 32 | i;
            }
            Arrays.sort(order);
            for (int i = 0; i < length; i++) {
                column[from + i] = (int) (order[i] >>> 32);
                value[from + i] = values[from + (int) order[i]];
            }
        }
        return new Rows(labels, label, group, start, column, value, keys);
    }

    /** The column of a key, by bisection in unsigned order; of one that is not there any column. */
    static int column(long[] keys, long key) {
        int low = 0;
        int high = keys.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(keys[middle], key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Some of the rows; columns stay. */
    Rows subset(int[] chosen) {
        int[] someLabel = new int[chosen.length];
        int[] someGroup = new int[chosen.length];
        int[] someStart = new int[chosen.length + 1];
        for (int i = 0; i < chosen.length; i++) {
            someLabel[i] = label[chosen[i]];
            someGroup[i] = group[chosen[i]];
            someStart[i + 1] = someStart[i] + start[chosen[i] + 1] - start[chosen[i]];
        }
        int[] someColumn = new int[someStart[chosen.length]];
        float[] someValue = new float[someColumn.length];
        for (int i = 0; i < chosen.length; i++) {
            int length = someStart[i + 1] - someStart[i];
            System.arraycopy(column, start[chosen[i]], someColumn, someStart[i], length);
            System.arraycopy(value, start[chosen[i]], someValue, someStart[i], length);
        }
        return new Rows(labels, someLabel, someGroup, someStart, someColumn, someValue, keys);
    }
}
