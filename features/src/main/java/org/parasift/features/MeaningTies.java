package org.parasift.features;

import java.util.Arrays;

/** The vectors of all paragraphs of a page, and how they lie to each other. A paragraph's vector sums those of its words. */
final class MeaningTies {
    /** Of more prose paragraphs only so many, evenly spread, are compared with each paragraph. */
    private static final int COMPARED = 64;

    /** How far one looks for the prose before and after a paragraph, and how much of it is taken. */
    static final int REACH = 4;

    private static final int TAKEN = 2;
    private static final int NEAR = 2;

    /** What stands for a neighbour beyond the ends. */
    private static final float NO_NEIGHBOUR = -0.1f;

    private final WordVectors wordVectors = new WordVectors();
    private final Products products = new Products();
    private final Nearest nearest = new Nearest();
    private int dimensions;
    /** Of each paragraph, an array of its own: only so the compiler adds several dimensions at once. */
    private float[][] vectors = new float[0][];

    private float[] lengths = new float[0];
    private int[] prose = new int[0];
    private int proseCount;
    private float[] total = new float[0];
    private float[] restCosine = new float[0];
    /** Of each paragraph the cosine with the next. */
    private float[] nextCosine = new float[0];

    private float[] sorted = new float[0];
    private float median;
    /** The prose before and after a passage, and the passage. */
    private final int[] around = new int[2 * TAKEN + OddRuns.LONGEST];

    private float bridge;
    private float window;

    void find(Page page, Lexicon lexicon) {
        Content content = page.content();
        int paragraphs = page.paragraphs();
        reserve(paragraphs, lexicon.dimensions());
        wordVectors.read(content, lexicon);
        Arrays.fill(total, 0);
        proseCount = 0;
        for (int p = 0; p < paragraphs; p++) {
            wordVectors.sum(content, p, vectors[p]);
            if (content.isProse(p)) {
                prose[proseCount++] = p;
                Products.add(vectors[p], total);
            }
        }
        products.find(vectors, paragraphs, total);
        for (int p = 0; p < paragraphs; p++) {
            lengths[p] = (float) Math.sqrt(products.of(p, p));
        }
        for (int p = 0; p < paragraphs; p++) {
            double own = content.isProse(p) ? products.of(p, p) : 0;
            double ownWithProse = content.isProse(p) ? products.withProse(p) : 0;
            restCosine[p] = Products.cosine(
                    products.withProse(p) - own, products.of(p, p), products.squareOfRest(ownWithProse, own));
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
        lookAround(page, p, p);
        into[at++] = restCosine[p];
        into[at++] = p > 0 ? nextCosine[p - 1] : NO_NEIGHBOUR;
        into[at++] = nextCosine[p];
        into[at++] = far(page, p);
        into[at++] = nearest.one(p);
        into[at++] = nearest.three(p);
        into[at++] = bridge;
        into[at++] = window;
        into[at] = restCosine[p] - median;
    }

    /** How many paragraphs are prose. */
    int prose() {
        return proseCount;
    }

    Products products() {
        return products;
    }

    /** Looks at the prose right before and right after a passage of at most four paragraphs. */
    void lookAround(Page page, int first, int last) {
        int from = Math.max(0, first - REACH);
        int to = Math.min(page.paragraphs() - 1, last + REACH);
        int[] some = around;
        int before = 0;
        for (int q = first - 1; q >= from && before < TAKEN; q--) {
            some[before] = q;
            before += page.content().isProse(q) ? 1 : 0;
        }
        int after = before;
        for (int q = last + 1; q <= to && after < before + TAKEN; q++) {
            some[after] = q;
            after += page.content().isProse(q) ? 1 : 0;
        }
        int end = after;
        for (int q = first; q <= last; q++) {
            some[end++] = q;
        }
        double across = products.ofSums(some, 0, before, some, before, after);
        double beforeSquare = products.ofSums(some, 0, before, some, 0, before);
        double afterSquare = products.ofSums(some, before, after, some, before, after);
        bridge = Products.cosine(across, beforeSquare, afterSquare);
        window = Products.cosine(
                products.ofSums(some, 0, after, some, after, end),
                products.ofSums(some, after, end, some, after, end),
                beforeSquare + 2 * across + afterSquare);
    }

    /** The cosine of the prose before and the prose after what was looked around last. */
    float bridge() {
        return bridge;
    }

    /** The cosine of what was looked around last with the prose before and after. */
    float window() {
        return window;
    }

    /** The cosine of a paragraph with the prose that is not near. */
    private float far(Page page, int p) {
        Content content = page.content();
        int left = proseCount;
        double near = 0;
        double nearWithProse = 0;
        double nearSquare = 0;
        int from = Math.max(0, p - NEAR);
        for (int q = from; q <= Math.min(page.paragraphs() - 1, p + NEAR); q++) {
            if (content.isProse(q)) {
                left--;
                near += products.of(p, q);
                nearWithProse += products.withProse(q);
                nearSquare += products.of(q, q);
                for (int other = from; other < q; other++) {
                    nearSquare += content.isProse(other) ? 2 * products.of(other, q) : 0;
                }
            }
        }
        double square = left > 0 ? products.squareOfRest(nearWithProse, nearSquare) : 0;
        return Products.cosine(products.withProse(p) - near, products.of(p, p), square);
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

    private float cosine(int p, int q) {
        float product = lengths[p] * lengths[q];
        double dot = products.knows(Math.abs(p - q)) ? products.of(p, q) : Products.dot(vectors[p], vectors[q]);
        return product > 0 ? (float) dot / product : 0;
    }

    private void reserve(int paragraphs, int newDimensions) {
        if (dimensions != newDimensions) {
            dimensions = newDimensions;
            total = new float[dimensions];
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
