package org.parasift.features;

/**
 * Which of the runs of one to four paragraphs that a paragraph is part of is lowest in something, measured against the
 * article's runs of the same length: in standard deviations from their mean. Reusable, of one thread.
 */
final class OddRuns {
    /** The longest run that is looked at. */
    static final int LONGEST = 4;

    /** Added to deviations, for in short articles all runs may be alike. */
    private static final double LEAST_DEVIATION = 0.03;

    private static final int FEWEST = 3;

    private float[] values = new float[64 * LONGEST];
    private float[] deviation = new float[64];
    private int[] first = new int[64];
    private int[] length = new int[64];

    void clear(int paragraphs) {
        if (first.length < paragraphs) {
            int capacity = Math.max(paragraphs, 2 * first.length);
            values = new float[capacity * LONGEST];
            deviation = new float[capacity];
            first = new int[capacity];
            length = new int[capacity];
        }
    }

    /** Sets the value of a run of {@code size} paragraphs, NaN if it has none; to be done for all before {@link #find}. */
    void set(int from, int size, float value) {
        values[from * LONGEST + size - 1] = value;
    }

    /**
     * Finds the lowest runs. What all runs of a length are like is told by those that begin and end with prose; where
     * there are fewer than three, none of that length is looked at. A paragraph without any run is one by itself, on the mean.
     */
    void find(Content content, int paragraphs) {
        for (int p = 0; p < paragraphs; p++) {
            deviation[p] = Float.POSITIVE_INFINITY;
            first[p] = p;
            length[p] = 1;
        }
        for (int size = 1; size <= Math.min(LONGEST, paragraphs); size++) {
            findOfSize(content, paragraphs, size);
        }
        for (int p = 0; p < paragraphs; p++) {
            deviation[p] = deviation[p] == Float.POSITIVE_INFINITY ? 0 : deviation[p];
        }
    }

    private void findOfSize(Content content, int paragraphs, int size) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int from = 0; from + size <= paragraphs; from++) {
            double value = values[from * LONGEST + size - 1];
            if (!Double.isNaN(value) && content.isProse(from) && content.isProse(from + size - 1)) {
                sum += value;
                squares += value * value;
                count++;
            }
        }
        if (count < FEWEST) {
            return;
        }
        double mean = sum / count;
        double unit = Math.sqrt(Math.max(0, squares / count - mean * mean)) + LEAST_DEVIATION;
        for (int from = 0; from + size <= paragraphs; from++) {
            float own = (float) ((values[from * LONGEST + size - 1] - mean) / unit);
            for (int p = from; p < from + size; p++) {
                if (own < deviation[p]) { // which NaN is not
                    deviation[p] = own;
                    first[p] = from;
                    length[p] = size;
                }
            }
        }
    }

    /** How far below the mean, in standard deviations; negative if below. */
    float deviation(int paragraph) {
        return deviation[paragraph];
    }

    /** Where the run begins. */
    int first(int paragraph) {
        return first[paragraph];
    }

    /** Where it ends; the last paragraph of it. */
    int last(int paragraph) {
        return first[paragraph] + length[paragraph] - 1;
    }

    /** How many paragraphs it has. */
    int length(int paragraph) {
        return length[paragraph];
    }
}
