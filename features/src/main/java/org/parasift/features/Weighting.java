package org.parasift.features;

/**
 * What the value of a bag feature is, from how often it occurs.
 *
 * @param tf what a count becomes
 * @param idf whether it is multiplied by the feature's weight in {@link Idf}, learned at training
 * @param l2 whether all values of a paragraph are then scaled to length 1
 */
public record Weighting(Tf tf, boolean idf, boolean l2) {
    /** What a count becomes. */
    public enum Tf {
        /** 1. */
        BINARY,
        /** The count itself. */
        COUNT,
        /** {@code 1 + ln(count)}. */
        SUBLINEAR
    }

    /** Every feature that occurs counts 1. */
    public static final Weighting BINARY = new Weighting(Tf.BINARY, false, false);

    /** The same, scaled to length 1. */
    public static final Weighting BINARY_L2 = new Weighting(Tf.BINARY, false, true);

    /** Sublinear counts, idf, length 1: the usual choice for long texts. */
    public static final Weighting TFIDF = new Weighting(Tf.SUBLINEAR, true, true);

    /** What {@link Tf} makes of a count. */
    float of(float count) {
        // No switch: it would make a class of its own.
        if (tf == Tf.COUNT) {
            return count;
        }
        return tf == Tf.BINARY || count == 1 ? 1 : (float) (1 + Math.log(count));
    }
}
