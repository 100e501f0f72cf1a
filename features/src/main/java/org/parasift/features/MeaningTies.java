package org.parasift.features;

import java.util.Arrays;

/** The vectors of all paragraphs of a page, and how they lie to each other. A paragraph's vector sums those of its words. */
final class MeaningTies {
    /** Of more prose paragraphs only so many, evenly spread, are compared with each paragraph. */
    private static final int COMPARED = 64;

    /** How far one looks for the prose before and after a paragraph, and how much of it is taken. */
    private static final int REACH = 4;

    private static final int TAKEN = 2;
    private static final int NEAR = 2;

    /** What stands for a neighbour beyond the ends. */
    private static final float NO_NEIGHBOUR = -0.1f;

    private final WordVectors wordVectors = new WordVectors();
    private final Nearest nearest = new Nearest();
    private int dimensions;
    /** Of each paragraph, an array of its own: only so the compiler adds several dimensions at once. */
    private float[][] vectors = new float[0][];

    private float[] lengths = new float[0];
    private int[] prose = new int[0];
    private int proseCount;
    private float[] total = new float[0];
    private float[] rest = new float[0];
    private float[] before = new float[0];
    private float[] after = new float[0];
    private float[] restCosine = new float[0];
    /** Of each paragraph the cosine with the next. */
    private float[] nextCosine = new float[0];

    private float[] sorted = new float[0];
    private float median;

    void find(Page page, Lexicon lexicon) {
        Content content = page.content();
        int paragraphs = page.paragraphs();
        reserve(paragraphs, lexicon.dimensions());
        wordVectors.read(content, lexicon);
        Arrays.fill(total, 0);
        proseCount = 0;
        for (int p = 0; p < paragraphs; p++) {
            float[] vector = vectors[p];
            wordVectors.sum(content, p, vector);
            lengths[p] = (float) Math.sqrt(Vectors.dot(vector, vector));
            if (content.isProse(p)) {
                prose[proseCount++] = p;
                Vectors.add(vector, total);
            }
        }
        for (int p = 0; p < paragraphs; p++) {
            fillRest(content, p);
            restCosine[p] = cosine(p, rest);
            nextCosine[p] = p + 1 < paragraphs ? cosine(p, p + 1) : NO_NEIGHBOUR;
        }
        for (int i = 0; i < proseCount; i++) {
            sorted[i] = restCosine[prose[i]];
        }
        Arrays.sort(sorted, 0, proseCount);
        median = proseCount == 0 ? 0.3f : (sorted[(proseCount - 1) / 2] + sorted[proseCount / 2]) / 2;
        findNearest(paragraphs);
    }

    void fill(Page page, int p, float[] into, int at) {
        Content content = page.content();
        int paragraphs = page.paragraphs();
        fillRest(content, p);
        int far = proseCount - (content.isProse(p) ? 1 : 0);
        for (int q = Math.max(0, p - NEAR); q <= Math.min(paragraphs - 1, p + NEAR); q++) {
            if (q != p && content.isProse(q)) {
                Vectors.subtract(vectors[q], rest);
                far--;
            }
        }
        sumBefore(content, p, before);
        sumAfter(content, p, paragraphs, after);
        into[at++] = restCosine[p];
        into[at++] = p > 0 ? nextCosine[p - 1] : NO_NEIGHBOUR;
        into[at++] = nextCosine[p];
        // Of nothing left the differences leave their rounding, which points anywhere.
        into[at++] = far > 0 ? cosine(p, rest) : 0;
        into[at++] = nearest.one(p);
        into[at++] = nearest.three(p);
        into[at++] = Vectors.cosine(before, after);
        Vectors.add(after, before);
        into[at++] = cosine(p, before);
        into[at] = restCosine[p] - median;
    }

    /** How many paragraphs are prose. */
    int prose() {
        return proseCount;
    }

    int dimensions() {
        return dimensions;
    }

    /** The vector of a paragraph; to be read only. */
    float[] vector(int paragraph) {
        return vectors[paragraph];
    }

    /** The sum of all prose; to be read only. */
    float[] total() {
        return total;
    }

    /** The sum of the prose right before a paragraph. */
    void sumBefore(Content content, int p, float[] into) {
        sum(content, p - 1, Math.max(0, p - REACH), -1, into);
    }

    /** The sum of the prose right after a paragraph. */
    void sumAfter(Content content, int p, int paragraphs, float[] into) {
        sum(content, p + 1, Math.min(paragraphs - 1, p + REACH), 1, into);
    }

    /** Compares each paragraph with the prose paragraphs that are not near; two such are compared once. */
    private void findNearest(int paragraphs) {
        nearest.clear(paragraphs);
        int compared = Math.min(proseCount, COMPARED);
        int step = Math.max(proseCount, COMPARED);
        int next = 0;
        for (int p = 0; p < paragraphs; p++) {
            // Those compared are prose number 0, step / 64, 2 step / 64 …; those up to `next` have met p before.
            boolean own = next < compared && prose[(int) ((long) next * step / COMPARED)] == p;
            for (int k = own ? next + 1 : 0; k < compared; k++) {
                int q = prose[(int) ((long) k * step / COMPARED)];
                if (Math.abs(q - p) > NEAR) {
                    float cosine = cosine(p, q);
                    nearest.add(p, cosine);
                    if (own) {
                        nearest.add(q, cosine);
                    }
                }
            }
            next += own ? 1 : 0;
        }
    }

    /** All prose but the paragraph itself. */
    private void fillRest(Content content, int p) {
        System.arraycopy(total, 0, rest, 0, dimensions);
        if (content.isProse(p)) {
            Vectors.subtract(vectors[p], rest);
        }
    }

    /** The sum of the nearest prose paragraphs from {@code from} on, in steps, to {@code last}. */
    private void sum(Content content, int from, int last, int step, float[] into) {
        Arrays.fill(into, 0);
        int taken = 0;
        for (int q = from; taken < TAKEN && (step > 0 ? q <= last : q >= last); q += step) {
            if (content.isProse(q)) {
                Vectors.add(vectors[q], into);
                taken++;
            }
        }
    }

    private float cosine(int p, int q) {
        float product = lengths[p] * lengths[q];
        return product > 0 ? Vectors.dot(vectors[p], vectors[q]) / product : 0;
    }

    private float cosine(int p, float[] other) {
        float product = lengths[p] * (float) Math.sqrt(Vectors.dot(other, other));
        return product > 0 ? Vectors.dot(vectors[p], other) / product : 0;
    }

    private void reserve(int paragraphs, int newDimensions) {
        if (dimensions != newDimensions) {
            dimensions = newDimensions;
            total = new float[dimensions];
            rest = new float[dimensions];
            before = new float[dimensions];
            after = new float[dimensions];
            vectors = new float[0][];
        }
        if (vectors.length < paragraphs) {
            int known = vectors.length;
            vectors = Arrays.copyOf(vectors, Math.max(paragraphs, 2 * known));
            for (int p = known; p < vectors.length; p++) {
                vectors[p] = new float[dimensions];
            }
        }
        if (lengths.length < paragraphs) {
            int capacity = Math.max(paragraphs, 2 * lengths.length);
            lengths = new float[capacity];
            prose = new int[capacity];
            restCosine = new float[capacity];
            nextCosine = new float[capacity];
            sorted = new float[capacity];
        }
    }
}
