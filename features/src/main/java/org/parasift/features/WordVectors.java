package org.parasift.features;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of a page's content words. They are fetched from the lexicon all together and made floats once, for
 * the words of a page recur; to add floats is vectorised, to add bytes is not. Reusable, of one thread.
 */
final class WordVectors {
    /** Of more words on a page the vectors are added as bytes, so that a session stays small. */
    private static final int MOST = 1024;

    /** Of each word its vector: one that the lexicon has ready, or its own. */
    private float[][] vectors = new float[0][];

    private float[][] own = new float[0][];
    private int dimensions;
    private int size;
    private float[] scratch = new float[0];
    private @Nullable Lexicon lexicon;

    void read(Content content, Lexicon from) {
        lexicon = from;
        size = Math.min(MOST, content.size());
        reserve(from.dimensions());
        // The ends of each before the rest of any: so the processor waits for many words at once, not one by one.
        for (int word = 0; word < size; word++) {
            int row = content.row(word);
            float[] ready = row < 0 ? null : from.ready(row);
            vectors[word] = ready == null ? own[word] : ready;
            if (row >= 0 && ready == null) {
                own[word][0] = from.number(row, 0);
                own[word][dimensions - 1] = from.number(row, dimensions - 1);
            }
        }
        for (int word = 0; word < size; word++) {
            if (content.row(word) >= 0 && vectors[word] == own[word]) {
                from.vector(content.row(word), own[word]);
            }
        }
    }

    /** Writes the sum over the words of a paragraph, in their order. */
    void sum(Content content, int p, float[] into) {
        Arrays.fill(into, 0);
        int end = content.end(p);
        int i = next(content, content.first(p), end);
        while (i < end) {
            float[] a = vector(content, i);
            i = next(content, i + 1, end);
            if (i == end || a == scratch || content.word(i) >= size) {
                Products.add(a, into);
                continue;
            }
            float[] b = vector(content, i);
            i = next(content, i + 1, end);
            add(a, b, into);
        }
    }

    /** The first place from {@code i} on of a word that has a vector. */
    private static int next(Content content, int i, int end) {
        int place = i;
        while (place < end && content.row(content.word(place)) < 0) {
            place++;
        }
        return place;
    }

    private float[] vector(Content content, int place) {
        int word = content.word(place);
        if (word < size) {
            return vectors[word];
        }
        Objects.requireNonNull(lexicon).vector(content.row(word), scratch);
        return scratch;
    }

    private static void add(float[] a, float[] b, float[] into) {
        for (int d = 0; d < into.length; d++) {
            into[d] = into[d] + a[d] + b[d];
        }
    }

    private void reserve(int newDimensions) {
        if (dimensions != newDimensions) {
            dimensions = newDimensions;
            scratch = new float[dimensions];
            own = new float[0][];
        }
        if (own.length < size) {
            int known = own.length;
            own = Arrays.copyOf(own, Math.min(MOST, Math.max(size, 2 * known)));
            vectors = own.clone();
            for (int word = known; word < own.length; word++) {
                own[word] = new float[dimensions];
            }
        }
    }
}
