package org.parasift.features;

/**
 * The dot products of the vectors of a page's paragraphs with each other and with the sum of all prose. Each two are
 * multiplied once; products of sums of paragraphs, and of all prose but some, are sums of these, so that no vectors need
 * to be added. Reusable, of one thread.
 */
final class Products {
    /** Paragraphs so far from each other, or less, are always multiplied: the longest passage with what surrounds it. */
    private static final int REACH = 2 * MeaningTies.REACH + OddRuns.LONGEST - 1;

    /** On pages of so many paragraphs, or fewer, all are. */
    private static final int ALL = 64;

    /** Of the squares of what was added and taken away, what single precision leaves right of them as a rule. */
    private static final double LEAST = 1e-6;

    /** Of each paragraph those with itself, the one before, and so on: {@link #width} of them. */
    private float[] products = new float[0];

    private int width;
    private double[] withProse = new double[0];
    private double proseSquare;

    void find(float[][] vectors, int paragraphs, float[] prose) {
        width = paragraphs <= ALL ? paragraphs : REACH + 1;
        if (products.length < paragraphs * width) {
            products = new float[Math.max(paragraphs * width, 2 * products.length)];
        }
        if (withProse.length < paragraphs) {
            withProse = new double[Math.max(paragraphs, 2 * withProse.length)];
        }
        proseSquare = dot(prose, prose);
        for (int p = 0; p < paragraphs; p++) {
            float[] vector = vectors[p];
            withProse[p] = dot(vector, prose);
            int row = p * width;
            for (int back = Math.min(p, width - 1); back >= 0; back--) {
                products[row + back] = dot(vector, vectors[p - back]);
            }
        }
    }

    /** Whether {@link #of} knows paragraphs at a distance. */
    boolean knows(int distance) {
        return distance < width;
    }

    double of(int p, int q) {
        return products[Math.max(p, q) * width + Math.abs(p - q)];
    }

    /** Of the sum of some paragraphs with the sum of others, or the same. */
    double ofSums(int[] some, int from, int to, int[] others, int otherFrom, int otherTo) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            for (int j = otherFrom; j < otherTo; j++) {
                sum += of(some[i], others[j]);
            }
        }
        return sum;
    }

    /** Of a paragraph with the sum of all prose. */
    double withProse(int p) {
        return withProse[p];
    }

    /**
     * The square of all prose but some, whose sum is given by its products with all prose and with itself; 0 if so little
     * is left that the difference is nothing but rounding.
     */
    double squareOfRest(double takenWithProse, double takenSquare) {
        double square = proseSquare - 2 * takenWithProse + takenSquare;
        return square > LEAST * (proseSquare + takenSquare) ? square : 0;
    }

    /** The cosine, or 0 if one of the squares is. */
    static float cosine(double product, double square, double otherSquare) {
        if (square <= 0 || otherSquare <= 0) {
            return 0;
        }
        return (float) Math.max(-1, Math.min(1, product / Math.sqrt(square * otherSquare)));
    }

    /** Adds a vector to another. */
    static void add(float[] from, float[] into) {
        for (int d = 0; d < into.length; d++) {
            into[d] += from[d];
        }
    }

    /** Four sums side by side, since one alone waits for each addition. */
    static float dot(float[] one, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float e = 0;
        int d = 0;
        for (; d < one.length - 3; d += 4) {
            a += one[d] * other[d];
            b += one[d + 1] * other[d + 1];
            c += one[d + 2] * other[d + 2];
            e += one[d + 3] * other[d + 3];
        }
        for (; d < one.length; d++) {
            a += one[d] * other[d];
        }
        return (a + b) + (c + e);
    }
}
