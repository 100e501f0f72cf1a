package org.parasift.features;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was learned of words from many articles: how rare each is, and where it stands in a space of meanings. Words are
 * known by the hash of their {@link Stems stem}. Immutable and thread-safe.
 */
public final class Lexicon {
    /** So many words, two of three that a page has, take 0.5 MB as floats. */
    private static final int READY = 2048;

    /** Of each byte the number that it is: to look it up takes half the time of turning it into a float. */
    private static final float[] NUMBERS = new float[1 << Byte.SIZE];

    static {
        for (int bits = 0; bits < NUMBERS.length; bits++) {
            NUMBERS[bits] = (byte) bits;
        }
    }

    private final int dimensions;
    private final float unknownIdf;
    private final long[] keys;
    private final float[] idf;
    private final float[] scales;
    private final byte[] vectors;
    private final KeyTable table;
    /** The vectors of the most frequent words as floats, null for the others. */
    private final float[] @Nullable [] ready;

    private Lexicon(int dimensions, float unknownIdf, long[] keys, float[] idf, float[] scales, byte[] vectors) {
        if (idf.length != keys.length
                || scales.length != keys.length
                || vectors.length != (long) keys.length * dimensions) {
            throw new IllegalArgumentException(keys.length + " words, " + idf.length + " idf weights, " + scales.length
                    + " scales, " + vectors.length + " bytes for " + dimensions + " dimensions");
        }
        requireFinite(unknownIdf);
        for (int i = 0; i < keys.length; i++) {
            requireFinite(idf[i]);
            requireFinite(scales[i]);
        }
        this.dimensions = dimensions;
        this.unknownIdf = unknownIdf;
        this.keys = keys;
        this.idf = idf;
        this.scales = scales;
        this.vectors = vectors;
        this.table = KeyTable.of(keys);
        this.ready = new float[keys.length][];
        float[] sorted = idf.clone();
        Arrays.sort(sorted);
        int left = dimensions == 0 ? 0 : READY;
        for (int row = 0; row < keys.length && left > 0; row++) {
            if (idf[row] <= sorted[Math.min(READY, sorted.length) - 1]) {
                float[] floats = new float[dimensions];
                vector(row, floats);
                ready[row] = floats;
                left--;
            }
        }
    }

    /**
     * A lexicon as it was learned; vectors are rounded to 8 bits per dimension and a scale per word.
     *
     * @param unknownIdf of words that are not in it
     * @param keys of the words, see {@link Stems#key}, each once
     * @param idf of each word
     * @param vectors of each word, all of the same length; that of a paragraph is the sum over its words, so a word's
     *     weight is in its length
     */
    public static Lexicon learned(float unknownIdf, long[] keys, float[] idf, float[][] vectors) {
        int dimensions = vectors.length == 0 ? 0 : vectors[0].length;
        float[] scales = new float[keys.length];
        byte[] bytes = new byte[keys.length * dimensions];
        for (int word = 0; word < vectors.length; word++) {
            float max = 0;
            for (float value : vectors[word]) {
                max = Math.max(max, Math.abs(value));
            }
            scales[word] = max / 127;
            for (int d = 0; d < dimensions && max > 0; d++) {
                bytes[word * dimensions + d] = (byte) Math.round(vectors[word][d] / scales[word]);
            }
        }
        return new Lexicon(dimensions, unknownIdf, keys.clone(), idf.clone(), scales, bytes);
    }

    /** A lexicon as it was written. */
    public static Lexicon of(
            int dimensions, float unknownIdf, long[] keys, float[] idf, float[] scales, byte[] vectors) {
        return new Lexicon(dimensions, unknownIdf, keys.clone(), idf.clone(), scales.clone(), vectors.clone());
    }

    /** The number of words. */
    public int size() {
        return keys.length;
    }

    /** The length of the vectors; 0 if there are none. */
    public int dimensions() {
        return dimensions;
    }

    /** The idf of words that are not in it. */
    public float unknownIdf() {
        return unknownIdf;
    }

    /** The key of word {@code row}. */
    public long key(int row) {
        return keys[row];
    }

    /** The idf of word {@code row}, or of unknown words for row -1. */
    public float idf(int row) {
        return row < 0 ? unknownIdf : idf[row];
    }

    /** What the bytes of word {@code row} are multiplied with. */
    public float scale(int row) {
        return scales[row];
    }

    /** A copy of the bytes of a word's vector. */
    public byte[] vector(int row) {
        return Arrays.copyOfRange(vectors, row * dimensions, (row + 1) * dimensions);
    }

    /** Writes the row of each of the words from a number on, or -1. */
    void find(long[] words, int from, int to, long[] scratch, int[] into) {
        table.find(words, from, to, scratch);
        for (int i = from; i < to; i++) {
            into[i] = table.foundRow(scratch[i]) - 1;
        }
    }

    /** Number {@code d} of a word's vector. */
    float number(int row, int d) {
        return scales[row] * NUMBERS[vectors[row * dimensions + d] & 0xFF];
    }

    /** A frequent word's vector, to be read only, or null: then {@link #vector(int, float[])} makes it. */
    float @Nullable [] ready(int row) {
        return ready[row];
    }

    /** Writes a word's vector. */
    void vector(int row, float[] into) {
        float scale = scales[row];
        int from = row * dimensions;
        for (int d = 0; d < into.length; d++) {
            into[d] = scale * NUMBERS[vectors[from + d] & 0xFF];
        }
    }

    private static void requireFinite(float value) {
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException("lexicon value " + value + " (expected a finite number)");
        }
    }
}
