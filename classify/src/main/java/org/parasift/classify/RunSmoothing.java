package org.parasift.classify;

/**
 * Lets one score of a paragraph be heard together with those of its neighbours: prose of another story often has several
 * paragraphs, and what is too little for one is enough for three in a row. The score becomes the greatest, over the runs of
 * at most {@value #LONGEST} neighbouring paragraphs that hold the paragraph, of the least score in the run and a step for each
 * paragraph but one; it never falls.
 *
 * @param output the number of the score
 * @param step what each further paragraph of a run adds to a score, 0 to 1024; rounded as the trees' values are, so that
 *     reasons add up exactly
 */
public record RunSmoothing(int output, double step) {
    /** Paragraphs of the longest run. */
    static final int LONGEST = 4;

    /** How far from a paragraph its score depends on others. */
    static final int REACH = LONGEST - 1;

    public RunSmoothing {
        if (output < 0 || !(step >= 0)) {
            throw new IllegalArgumentException("score " + output + ", step " + step + " (expected 0 or more)");
        }
        step = Trees.rounded(step);
    }

    /**
     * What is added to the score of paragraph {@code p}.
     *
     * @param scores of paragraphs in a row, {@code outputs} each
     * @param p its place among them
     * @param count of the paragraphs
     */
    double gain(double[] scores, int outputs, int p, int count) {
        double own = scores[p * outputs + output];
        double best = own;
        double leastBefore = own;
        for (int from = p; from >= Math.max(0, p - REACH); from--) {
            leastBefore = Math.min(leastBefore, scores[from * outputs + output]);
            double least = leastBefore;
            for (int to = p; to < Math.min(count, from + LONGEST); to++) {
                least = Math.min(least, scores[to * outputs + output]);
                best = Math.max(best, least + (to - from) * step);
            }
        }
        return best - own;
    }
}
