package org.parasift.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureNames;
import org.parasift.features.FeatureVector;
import org.parasift.features.Idf;
import org.parasift.features.KeyTable;
import org.parasift.features.Page;

/**
 * A linear model in flat tables: one row of weights for each key. Of two labels only the difference is kept, one column
 * in favour of the second. Immutable and thread-safe.
 */
final class LinearWeights implements Scorer {
    private final double[] bias;
    private final long[] keys;
    /** Row by row; before the first a row of zeros, for features that have none. */
    private final float[] padded;

    private final KeyTable table;
    private final Storage storage;
    /** Column by column the weight of each byte of a note in the table; empty if there are no notes. */
    private final double[] noted;

    /**
     * How a file keeps the rows.
     *
     * @param keyBits how many high bits of a key count
     * @param scales what the 8-bit weights of each column are multiplied with; empty if weights are floats
     */
    record Storage(int keyBits, List<Float> scales) {
        static final Storage EXACT = new Storage(Long.SIZE, List.of());
        static final int COMPACT_BITS = 40;

        Storage {
            scales = List.copyOf(scales);
            if (keyBits != Long.SIZE && keyBits != COMPACT_BITS) {
                throw new IllegalArgumentException("keys of " + keyBits + " bits");
            }
        }
    }

    /**
     * @param bias for each column
     * @param keys ascending without sign, each once
     * @param weights row by row, a column for each bias
     */
    LinearWeights(double[] bias, long[] keys, float[] weights) {
        this(bias, keys, weights, Storage.EXACT);
    }

    LinearWeights(double[] bias, long[] keys, float[] weights, Storage storage) {
        this(bias, keys, weights, Notes.table(keys, weights, storage), storage, Notes.weights(weights, storage));
    }

    private LinearWeights(
            double[] bias, long[] keys, float[] weights, KeyTable table, Storage storage, double[] noted) {
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
        this.padded = new float[weights.length + bias.length];
        System.arraycopy(weights, 0, padded, bias.length, weights.length);
        this.table = table;
        this.storage = storage;
        this.noted = noted;
    }

    /** Sorts rows by key. */
    static LinearWeights sorted(double[] bias, long[] keys, double[] weights) {
        int columns = bias.length;
        if (weights.length != (long) keys.length * columns) {
            throw new IllegalArgumentException(
                    weights.length + " weights for " + keys.length + " features of " + columns + " columns");
        }
        int[] order = KeyTable.order(keys);
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

    /** The same weights with the table of these idf weights if they are of the same keys: one look-up serves both. */
    LinearWeights sharing(Idf idf) {
        return sameKeys(idf)
                ? new LinearWeights(
                        bias,
                        keys,
                        Arrays.copyOfRange(padded, bias.length, padded.length),
                        idf.table(),
                        storage,
                        Notes.NONE)
                : this;
    }

    /**
     * The same in little room: at most so many rows, those whose weights differ most between the columns; keys of
     * {@value Storage#COMPACT_BITS} bits; weights of 8 bits.
     */
    LinearWeights compact(int mostRows) {
        int columns = bias.length;
        long mask = KeyTable.high(Storage.COMPACT_BITS);
        float[] scales = new float[columns];
        for (int i = 0; i < keys.length * columns; i++) {
            scales[i % columns] = Math.max(scales[i % columns], Math.abs(padded[columns + i]) / 127);
        }
        int most = Math.min(mostRows, keys.length);
        boolean[] kept = new boolean[keys.length];
        Integer[] byWeight = new Integer[keys.length];
        Arrays.setAll(byWeight, row -> row);
        Arrays.sort(
                byWeight,
                Comparator.comparingDouble((Integer row) -> -spread(row)).thenComparing(row -> row));
        for (int i = 0; i < most; i++) {
            kept[byWeight[i]] = spread(byWeight[i]) > 0;
        }
        long[] newKeys = new long[most];
        float[] newWeights = new float[most * columns];
        int rows = 0;
        for (int row = 0; row < keys.length; row++) {
            long key = keys[row] & mask;
            if (kept[row] && (rows == 0 || newKeys[rows - 1] != key)) {
                for (int c = 0; c < columns; c++) {
                    newWeights[rows * columns + c] = scales[c] * toByte(weight(row, c), scales[c]);
                }
                newKeys[rows++] = key;
            }
        }
        List<Float> scaleList = new ArrayList<>();
        for (float scale : scales) {
            scaleList.add(scale);
        }
        return new LinearWeights(
                bias,
                Arrays.copyOf(newKeys, rows),
                Arrays.copyOf(newWeights, rows * columns),
                new Storage(Storage.COMPACT_BITS, scaleList));
    }

    /** The same with more in one column; weights of 8 bits stay in their steps, and what is less than half a step is lost. */
    LinearWeights plus(int column, double more, long[] moreKeys, double[] moreWeights) {
        int columns = bias.length;
        long mask = KeyTable.high(storage.keyBits());
        TreeMap<Long, float[]> rows = new TreeMap<>(Long::compareUnsigned);
        for (int row = 0; row < keys.length; row++) {
            rows.put(keys[row], Arrays.copyOfRange(padded, (row + 1) * columns, (row + 2) * columns));
        }
        for (int i = 0; i < moreKeys.length; i++) {
            float[] own = rows.computeIfAbsent(moreKeys[i] & mask, key -> new float[columns]);
            own[column] = stepped(own[column] + moreWeights[i], column);
        }
        rows.values().removeIf(own -> IntStream.range(0, columns).allMatch(c -> own[c] == 0));
        double[] newBias = bias.clone();
        newBias[column] += more;
        long[] newKeys = new long[rows.size()];
        float[] newWeights = new float[rows.size() * columns];
        int next = 0;
        for (Map.Entry<Long, float[]> row : rows.entrySet()) {
            System.arraycopy(row.getValue(), 0, newWeights, next * columns, columns);
            newKeys[next++] = row.getKey();
        }
        return new LinearWeights(newBias, newKeys, newWeights, storage);
    }

    private float stepped(double weight, int column) {
        if (storage.scales().isEmpty()) {
            return (float) weight;
        }
        float scale = storage.scales().get(column);
        double most = 127.0 * scale;
        return scale * toByte((float) Math.max(-most, Math.min(most, weight)), scale);
    }

    /** Of idf weights those of the features that have rows here, row by row, in steps. */
    Idf only(Idf idf) {
        float[] found = new float[keys.length];
        float least = Float.POSITIVE_INFINITY;
        float most = 0;
        for (int i = 0; i < idf.size(); i++) {
            int row = table.row(idf.key(i));
            if (row >= 0) {
                found[row] = idf.weight(i);
                least = Math.min(least, found[row]);
                most = Math.max(most, found[row]);
            }
        }
        least = Math.min(least, most);
        return Idf.compact(keys, found, new Idf.Steps(storage.keyBits(), least, (most - least) / 255));
    }

    /** Whether these idf weights are of the same keys, row by row. */
    boolean sameKeys(Idf idf) {
        boolean same = idf.size() == keys.length && idf.steps().keyBits() == storage.keyBits();
        for (int i = 0; i < keys.length && same; i++) {
            same = idf.key(i) == keys[i];
        }
        return same;
    }

    /** The 8-bit weight that comes nearest. */
    static int toByte(float weight, float scale) {
        return scale == 0 ? 0 : Math.round(weight / scale);
    }

    /** How much a row can move the scores apart. */
    private double spread(int row) {
        double least = bias.length == 1 ? 0 : Double.POSITIVE_INFINITY;
        double most = bias.length == 1 ? 0 : Double.NEGATIVE_INFINITY;
        for (int c = 0; c < bias.length; c++) {
            least = Math.min(least, weight(row, c));
            most = Math.max(most, weight(row, c));
        }
        return most - least;
    }

    Storage storage() {
        return storage;
    }

    /** Where a feature's row is found. */
    KeyTable table() {
        return table;
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
        return padded[(row + 1) * bias.length + column];
    }

    /** Whether a feature has a row. */
    boolean has(long key) {
        return table.row(key) >= 0;
    }

    /** The weight of a feature, 0 if it has none. */
    float weightOf(long key, int column) {
        int row = table.row(key);
        return weight(row, column);
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
        vector.find(table);
        if (noted.length == 3 * Notes.BYTES) {
            scoreNoted(vector, into);
            return;
        }
        int columns = bias.length;
        int column = 0;
        for (; column + 3 < columns; column += 4) {
            scoreFour(vector, column, into);
        }
        if (column + 1 < columns) {
            scoreTwo(vector, column, into);
            column += 2;
        }
        for (; column < columns; column++) {
            into[column] = scoreOne(vector, column);
        }
    }

    /**
     * Three columns from the notes in the table: the weights need not be fetched from elsewhere. Since they stand there, and
     * pairs are looked up by paragraph, text scores take 1.7 µs a paragraph of scraped articles where they took 3.1.
     */
    private void scoreNoted(FeatureVector vector, double[] into) {
        double a = bias[0];
        double b = bias[1];
        double c = bias[2];
        int size = vector.size();
        for (int i = 0; i < size; i++) {
            double value = vector.value(i);
            int note = vector.note(i);
            a += value * noted[note & 0xFF];
            b += value * noted[Notes.BYTES + (note >>> 8 & 0xFF)];
            c += value * noted[2 * Notes.BYTES + (note >>> 16)];
        }
        into[0] = a;
        into[1] = b;
        into[2] = c;
    }

    private double scoreOne(FeatureVector vector, int column) {
        double score = bias[column];
        int columns = bias.length;
        int size = vector.size();
        for (int i = 0; i < size; i++) {
            score += (double) vector.value(i) * padded[vector.row(i) * columns + column];
        }
        return score;
    }

    /** Two columns side by side, as {@link #scoreFour}. */
    private void scoreTwo(FeatureVector vector, int column, double[] into) {
        double a = bias[column];
        double b = bias[column + 1];
        int columns = bias.length;
        int size = vector.size();
        for (int i = 0; i < size; i++) {
            double value = vector.value(i);
            int at = vector.row(i) * columns + column;
            a += value * padded[at];
            b += value * padded[at + 1];
        }
        into[column] = a;
        into[column + 1] = b;
    }

    /** Four columns side by side: the sums stay in registers, and one alone would wait for each addition. */
    private void scoreFour(FeatureVector vector, int column, double[] into) {
        double a = bias[column];
        double b = bias[column + 1];
        double c = bias[column + 2];
        double d = bias[column + 3];
        int columns = bias.length;
        int size = vector.size();
        for (int i = 0; i < size; i++) {
            double value = vector.value(i);
            int at = vector.row(i) * columns + column;
            a += value * padded[at];
            b += value * padded[at + 1];
            c += value * padded[at + 2];
            d += value * padded[at + 3];
        }
        into[column] = a;
        into[column + 1] = b;
        into[column + 2] = c;
        into[column + 3] = d;
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("weight " + value + " (expected a finite number)");
        }
    }
}
