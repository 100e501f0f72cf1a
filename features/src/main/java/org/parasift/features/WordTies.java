package org.parasift.features;

import java.util.Arrays;

/**
 * How the content words of each paragraph are tied to the rest of its article: the share of them, by idf, that occurs
 * elsewhere. Prose that belongs to another story shares few.
 */
final class WordTies {
    /** What is taken for the share of a paragraph without content words. */
    private static final float UNKNOWN = 0.3f;

    private static final int NEAR = 2;

    private float[] share = new float[64];
    private float[] outside = new float[64];
    private float[] sorted = new float[64];
    private float median;

    void find(Page page) {
        Content content = page.content();
        int paragraphs = page.paragraphs();
        if (share.length < paragraphs) {
            int capacity = Math.max(paragraphs, 2 * share.length);
            share = new float[capacity];
            outside = new float[capacity];
            sorted = new float[capacity];
        }
        int prose = 0;
        for (int p = 0; p < paragraphs; p++) {
            findShares(content, p);
            if (content.isProse(p)) {
                sorted[prose++] = share[p];
            }
        }
        Arrays.sort(sorted, 0, prose);
        median = prose == 0 ? UNKNOWN : (sorted[(prose - 1) / 2] + sorted[prose / 2]) / 2;
    }

    /** The share of a paragraph's words that prose elsewhere in the article has. */
    float share(int paragraph) {
        return share[paragraph];
    }

    /** The share that prose more than two paragraphs away has. */
    float outside(int paragraph) {
        return outside[paragraph];
    }

    /** The middle one of the shares of all prose paragraphs. */
    float median() {
        return median;
    }

    /** How much the paragraphs before and after are tied, above the median. */
    float neighbours(Page page, int paragraph) {
        float before = paragraph > 0 ? outside[paragraph - 1] : median;
        float after = paragraph + 1 < page.paragraphs() ? outside[paragraph + 1] : median;
        return (before + after) / 2 - median;
    }

    /** The share that some words have among all of a paragraph, by idf. */
    static float share(double common, double all) {
        return all > 0 ? (float) (common / all) : UNKNOWN;
    }

    /** A weight if a number is negative, else 0: without a branch, which would often be mispredicted. */
    static float ifNegative(int number, float weight) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(weight) & number >> 31);
    }

    private void findShares(Content content, int p) {
        int own = content.isProse(p) ? 1 : 0;
        double all = 0;
        double common = 0;
        double far = 0;
        for (int i = content.first(p); i < content.end(p); i++) {
            int word = content.word(i);
            float idf = content.idf(word);
            all += idf;
            int known = own - content.proseParagraphs(word);
            int isFar = (content.firstProse(word) - (p - NEAR)) | (p + NEAR - content.lastProse(word));
            common += ifNegative(known, idf);
            far += ifNegative(known & isFar, idf);
        }
        share[p] = share(common, all);
        outside[p] = share(far, all);
    }
}
