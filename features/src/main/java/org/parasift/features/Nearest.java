package org.parasift.features;

import java.util.Arrays;

/** The three greatest of the cosines of each paragraph, in whatever order they come. Reusable, of one thread. */
final class Nearest {
    /** What stands for the cosines of a paragraph that is compared with none. */
    private static final float NONE = 0.2f;

    private int[] count = new int[64];
    private float[] first = new float[64];
    private float[] second = new float[64];
    private float[] third = new float[64];

    void clear(int paragraphs) {
        if (count.length < paragraphs) {
            int capacity = Math.max(paragraphs, 2 * count.length);
            count = new int[capacity];
            first = new float[capacity];
            second = new float[capacity];
            third = new float[capacity];
        }
        Arrays.fill(count, 0, paragraphs, 0);
        Arrays.fill(first, 0, paragraphs, Float.NEGATIVE_INFINITY);
        Arrays.fill(second, 0, paragraphs, Float.NEGATIVE_INFINITY);
        Arrays.fill(third, 0, paragraphs, Float.NEGATIVE_INFINITY);
    }

    void add(int p, float cosine) {
        count[p]++;
        if (cosine > third[p]) {
            if (cosine > first[p]) {
                third[p] = second[p];
                second[p] = first[p];
                first[p] = cosine;
            } else if (cosine > second[p]) {
                third[p] = second[p];
                second[p] = cosine;
            } else {
                third[p] = cosine;
            }
        }
    }

    /** The greatest cosine of a paragraph. */
    float one(int p) {
        return count[p] == 0 ? NONE : first[p];
    }

    /** The mean of the greatest three, or of as many as there are. */
    float three(int p) {
        return switch (count[p]) {
            case 0 -> NONE;
            case 1 -> first[p];
            case 2 -> (first[p] + second[p]) / 2;
            default -> (first[p] + second[p] + third[p]) / 3;
        };
    }
}
