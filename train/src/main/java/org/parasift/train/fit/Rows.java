package org.parasift.train.fit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureFamily;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.FeatureVector;
import org.parasift.features.Idf;
import org.parasift.features.Page;
import org.parasift.features.Weighting;
import org.parasift.train.corpus.Example;

/**
 * The features of all training rows, extracted once, as a sparse matrix in three arrays. Row {@code r} has the entries
 * from {@code start[r]} to {@code start[r + 1]}, in the order of their first occurrence. Columns are the keys of the training rows in unsigned
 * order: the order in which Tribuo puts features whose names are the sixteen hexadecimal digits of their keys.
 */
final class Rows {
    /** At least so many rows are extracted in one go. */
    private static final int PART = 256;

    final List<String> labels;
    final int[] label;

    /** Rows of one article have the same number and stand together. */
    final int[] group;

    final int[] start;
    final int[] column;
    final float[] value;
    final long[] keys;

    /** The weight of each row in training; null if all weigh 1. */
    final float @Nullable [] weight;

    private Rows(List<String> labels, int[] label, int[] group, int[] start, int[] column, float[] value, long[] keys) {
        this(labels, label, group, start, column, value, keys, null);
    }

    private Rows(
            List<String> labels,
            int[] label,
            int[] group,
            int[] start,
            int[] column,
            float[] value,
            long[] keys,
            float @Nullable [] weight) {
        this.weight = weight;
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

    /** The same with a weight for each row, which Tribuo's gradient descent multiplies each step with. */
    Rows weighing(float[] weights) {
        return new Rows(labels, label, group, start, column, value, keys, weights);
    }

    int columns() {
        return keys.length;
    }

    /**
     * The features of rows. Each article is tokenized once, parts of the rows side by side on the cores there are; the
     * result is the same on any number.
     */
    static Rows of(List<Example> examples, List<String> labels, FeatureExtractor extractor) {
        Map<String, Integer> indexOf = new HashMap<>();
        labels.forEach(label -> indexOf.put(label, indexOf.size()));
        int[] label = new int[examples.size()];
        int[] group = new int[examples.size()];
        for (int r = 0; r < label.length; r++) {
            Example example = examples.get(r);
            Integer index = indexOf.get(example.label());
            if (index == null) {
                throw new IllegalArgumentException("label " + example.label() + " is not among " + labels);
            }
            label[r] = index;
            boolean begins = r == 0 || !examples.get(r - 1).article().equals(example.article());
            group[r] = begins ? r : group[r - 1];
        }
        int[] bounds = bounds(group);
        Part[] parts = new Part[bounds.length - 1];
        IntStream.range(0, parts.length)
                .parallel()
                .forEach(p -> parts[p] = new Part(examples, group, bounds[p], bounds[p + 1], extractor));
        int[] start = new int[examples.size() + 1];
        int size = 0;
        for (int p = 0; p < parts.length; p++) {
            for (int r = bounds[p]; r < bounds[p + 1]; r++) {
                size = Math.addExact(size, parts[p].sizes[r - bounds[p]]);
                start[r + 1] = size;
            }
        }
        return numbered(labels, label, group, start, parts);
    }

    /** Where parts of the rows begin, always with an article, and where the last one ends. */
    static int[] bounds(int[] group) {
        int[] bounds = new int[group.length / PART + 2];
        int count = 1;
        for (int r = 1; r < group.length; r++) {
            if (group[r] == r && r - bounds[count - 1] >= PART) {
                bounds[count++] = r;
            }
        }
        bounds[count++] = group.length;
        return Arrays.copyOf(bounds, count);
    }

    /** The features of some rows that follow each other. */
    private static final class Part {
        final int[] sizes;
        long[] keys = new long[1 << 12];
        float[] values = new float[1 << 12];
        int size;

        /** In place of one that is not needed any more. */
        static final Part NONE = new Part();

        private Part() {
            sizes = new int[0];
        }

        Part(List<Example> examples, int[] group, int from, int to, FeatureExtractor extractor) {
            sizes = new int[to - from];
            FeatureVector vector = new FeatureVector();
            Page page = new Page();
            for (int r = from; r < to; r++) {
                Example example = examples.get(r);
                if (group[r] == r) {
                    page.open(example.article(), extractor.tokenizer());
                }
                extractor.extract(page, example.paragraph(), vector);
                add(vector);
                sizes[r - from] = vector.size();
            }
        }

        private void add(FeatureVector vector) {
            if (size + vector.size() > keys.length) {
                int capacity = Math.max(size + vector.size(), keys.length + keys.length / 2);
                keys = Arrays.copyOf(keys, capacity);
                values = Arrays.copyOf(values, capacity);
            }
            for (int i = 0; i < vector.size(); i++) {
                keys[size] = vector.key(i);
                values[size++] = vector.value(i);
            }
        }
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

    /** Gives keys their columns: first numbers in the order of first occurrence, by open addressing, then sorted. */
    private static Rows numbered(List<String> labels, int[] label, int[] group, int[] start, Part[] parts) {
        int entries = start[label.length];
        int[] number = new int[entries];
        float[] value = new float[entries];
        int[] slots = new int[1 << 12];
        long[] distinct = new long[1 << 11];
        int count = 0;
        int at = 0;
        for (int p = 0; p < parts.length; p++) {
            Part part = parts[p];
            System.arraycopy(part.values, 0, value, at, part.size);
            for (int i = 0; i < part.size; i++) {
                long key = part.keys[i];
                int slot = (int) key & (slots.length - 1);
                while (slots[slot] != 0 && distinct[slots[slot] - 1] != key) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                if (slots[slot] == 0) {
                    distinct[count++] = key;
                    slots[slot] = count;
                }
                number[at++] = slots[slot] - 1;
                if (count == distinct.length) {
                    distinct = Arrays.copyOf(distinct, 2 * count);
                    slots = slots(distinct, count);
                }
            }
            parts[p] = Part.NONE; // what has been read is garbage
        }
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = distinct[i] ^ Long.MIN_VALUE;
        }
        Arrays.parallelSort(keys);
        for (int i = 0; i < count; i++) {
            keys[i] ^= Long.MIN_VALUE;
        }
        int[] columnOf = new int[count];
        int mask = slots.length - 1;
        for (int c = 0; c < count; c++) {
            int slot = (int) keys[c] & mask;
            while (distinct[slots[slot] - 1] != keys[c]) {
                slot = (slot + 1) & mask;
            }
            columnOf[slots[slot] - 1] = c;
        }
        for (int i = 0; i < number.length; i++) {
            number[i] = columnOf[number[i]];
        }
        return new Rows(labels, label, group, start, number, value, keys);
    }

    private static int[] slots(long[] keys, int count) {
        int[] slots = new int[2 * keys.length];
        int mask = slots.length - 1;
        for (int i = 0; i < count; i++) {
            int slot = (int) keys[i] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = i + 1;
        }
        return slots;
    }

    /** The entries of a row, columns ascending. */
    int[] ascending(int row) {
        // Sorted by column; the low half of a long remembers the entry.
        long[] order = new long[start[row + 1] - start[row]];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) column[start[row] + i] << 32 | (start[row] + i);
        }
        Arrays.sort(order);
        return Arrays.stream(order).mapToInt(entry -> (int) entry).toArray();
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
