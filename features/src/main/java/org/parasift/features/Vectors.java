package org.parasift.features;

/** Arithmetic of vectors of the same length. */
final class Vectors {
    private Vectors() {}

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
