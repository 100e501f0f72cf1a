package org.parasift.classify;

import java.util.Arrays;

/** How the scores of the labels become probabilities. The order is part of the model format. */
public enum Link {
    /** Shares of the exponentials: logistic regression, naive Bayes. */
    SOFTMAX,
    /** The logistic function of each score, then shares of their sum: LibLinear's one-against-the-rest. */
    ONE_VS_REST,
    /**
     * Two scores or more for the second of two labels, each enough for it: the logistic function of the greatest. So site
     * spam and foreign prose, which look nothing alike, have a tree ensemble each, in this order; a third one judges the
     * subject of the article ({@link Model#anySubject}).
     */
    EITHER;

    /** Replaces scores by probabilities, which are in [0,1] and sum to 1; of {@link #EITHER} the first two. */
    public void apply(double[] scores) {
        if (this == SOFTMAX) {
            double max = scores[0];
            for (double score : scores) {
                max = Math.max(max, score);
            }
            for (int i = 0; i < scores.length; i++) {
                scores[i] = Math.exp(scores[i] - max);
            }
        } else if (this == EITHER) {
            double greatest = scores[0];
            for (double score : scores) {
                greatest = Math.max(greatest, score);
            }
            Arrays.fill(scores, 0);
            scores[1] = logistic(greatest);
            scores[0] = 1 - scores[1];
        } else {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = logistic(scores[i]);
            }
        }
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = sum > 0 ? scores[i] / sum : 1.0 / scores.length;
        }
    }

    static double logistic(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}
