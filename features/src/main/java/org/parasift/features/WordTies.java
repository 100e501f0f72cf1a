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

    /** For each word the number of the latest marking it was in. */
    private int[] marked = new int[512];

    private int marking;
    private int[] near = new int[512];
    private float[] share = new float[64];
    private float[] outside = new float[64];
    private float[] sorted = new float[64];
    private float median;

    void find(Page page) {
        Content content = page.content();
        int paragraphs = page.paragraphs();
        if (marked.length < content.size()) {
            marked = new int[Math.max(content.size(), 2 * marked.length)];
            near = new int[marked.length];
            marking = 0;
        }
        if (share.length < paragraphs) {
            int capacity = Math.max(paragraphs, 2 * share.length);
            share = new float[capacity];
            outside = new float[capacity];
            sorted = new float[capacity];
        }
        int prose = 0;
        for (int p = 0; p < paragraphs; p++) {
            share[p] = shareElsewhere(content, p);
            outside[p] = shareOutside(page, content, p);
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

    /** The share of a paragraph's words that paragraphs {@code from} to before {@code to} have, itself left out. */
    float shareWith(Page page, int paragraph, int from, int to) {
        Content content = page.content();
        if (marking == Integer.MAX_VALUE) {
            Arrays.fill(marked, 0);
            marking = 0;
        }
        marking++;
        for (int q = Math.max(0, from); q < Math.min(page.paragraphs(), to); q++) {
            for (int i = content.first(q); q != paragraph && i < content.end(q); i++) {
                marked[content.word(i)] = marking;
            }
        }
        double all = 0;
        double common = 0;
        for (int i = content.first(paragraph); i < content.end(paragraph); i++) {
            int word = content.word(i);
            all += content.idf(word);
            common += marked[word] == marking ? content.idf(word) : 0;
        }
        return all > 0 ? (float) (common / all) : UNKNOWN;
    }

    private static float shareElsewhere(Content content, int p) {
        int own = content.isProse(p) ? 1 : 0;
        double all = 0;
        double common = 0;
        for (int i = content.first(p); i < content.end(p); i++) {
            int word = content.word(i);
            all += content.idf(word);
            common += content.proseParagraphs(word) > own ? content.idf(word) : 0;
        }
        return all > 0 ? (float) (common / all) : UNKNOWN;
    }

    private float shareOutside(Page page, Content content, int p) {
        int from = Math.max(0, p - NEAR);
        int to = Math.min(page.paragraphs() - 1, p + NEAR);
        countProse(content, from, to, 1);
        double all = 0;
        double common = 0;
        for (int i = content.first(p); i < content.end(p); i++) {
            int word = content.word(i);
            all += content.idf(word);
            common += content.proseParagraphs(word) > near[word] ? content.idf(word) : 0;
        }
        countProse(content, from, to, -1);
        return all > 0 ? (float) (common / all) : UNKNOWN;
    }

    /** Adds to {@link #near} in how many of some prose paragraphs each word is. */
    private void countProse(Content content, int from, int to, int count) {
        for (int q = from; q <= to; q++) {
            for (int i = content.first(q); content.isProse(q) && i < content.end(q); i++) {
                near[content.word(i)] += count;
            }
        }
    }
}
