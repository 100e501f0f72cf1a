package org.parasift.train.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Spam and other rows at or above each of some thresholds: counted, and when the articles are drawn anew. */
final class RowsAbove {
    private static final int ROUNDS = 1000;

    private final double[] thresholds;
    private final long[] spamFrom;
    private final long[] restFrom;
    private final List<Double> probability = new ArrayList<>();
    private final List<Boolean> isSpam = new ArrayList<>();
    private final int[] article;
    private final int articles;
    private final long seed;
    private long spam;
    private long rest;

    /**
     * Counts rows.
     *
     * @param label of spam in the probabilities
     * @param thresholds ascending
     * @param seed of the draws
     */
    RowsAbove(int label, List<Prediction> predictions, double[] thresholds, long seed) {
        this.thresholds = thresholds;
        this.seed = seed;
        this.spamFrom = new long[thresholds.length];
        this.restFrom = new long[thresholds.length];
        this.article = new int[predictions.size()];
        Map<String, Integer> number = new HashMap<>();
        for (int i = 0; i < article.length; i++) {
            Prediction prediction = predictions.get(i);
            int next = number.size();
            article[i] = number.computeIfAbsent(prediction.example().article().id(), id -> next);
            double p = prediction.probabilities().get(label);
            boolean yes = prediction.example().label().equals(Baselines.SPAM);
            probability.add(p);
            isSpam.add(yes);
            spam += yes ? 1 : 0;
            rest += yes ? 0 : 1;
            for (int t = 0; t < thresholds.length && p >= thresholds[t]; t++) {
                (yes ? spamFrom : restFrom)[t]++;
            }
        }
        articles = number.size();
    }

    /** All rows that are spam. */
    long spam() {
        return spam;
    }

    /** All rows that are not. */
    long rest() {
        return rest;
    }

    /** How many articles the rows come from. */
    int articles() {
        return articles;
    }

    /** Whether every row is an article of its own; then the exact bound is all there is to say. */
    boolean single() {
        return articles == article.length;
    }

    /** Index of the strictest threshold. */
    int last() {
        return thresholds.length - 1;
    }

    double threshold(int t) {
        return thresholds[t];
    }

    /** Spam from a threshold on. */
    long spamFrom(int t) {
        return spamFrom[t];
    }

    /** Rows that are not spam from a threshold on. */
    long restFrom(int t) {
        return restFrom[t];
    }

    /** All rows from a threshold on. */
    long from(int t) {
        return spamFrom[t] + restFrom[t];
    }

    /** Share of the rows that are not spam below a threshold. */
    double kept(int t) {
        return 1 - (double) restFrom[t] / rest;
    }

    /** Share of spam among the rows from a threshold on; 1 if there are none. */
    double precision(int t) {
        return from(t) == 0 ? 1 : (double) spamFrom[t] / from(t);
    }

    /** What is said of spam and others dropped, and of all of them, in one round. */
    @FunctionalInterface
    interface Statistic {
        double of(double spam, double rest, double allSpam, double allRest);
    }

    /** The 5th percentile of a statistic over draws of articles, the same draws for every threshold. */
    double lower(int t, Statistic statistic) {
        long[][] own = new long[4][articles];
        for (int i = 0; i < article.length; i++) {
            int kind = isSpam.get(i) ? 0 : 1;
            own[kind][article[i]] += probability.get(i) >= thresholds[t] ? 1 : 0;
            own[2 + kind][article[i]]++;
        }
        double[] drawn = new double[ROUNDS];
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            double[] sum = new double[4];
            for (int i = 0; i < articles; i++) {
                int a = random.nextInt(articles);
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += own[k][a];
                }
            }
            drawn[round] = statistic.of(sum[0], sum[1], sum[2], sum[3]);
        }
        Arrays.sort(drawn);
        return drawn[(int) (ROUNDS * (1 - Tuning.CONFIDENCE))];
    }
}
