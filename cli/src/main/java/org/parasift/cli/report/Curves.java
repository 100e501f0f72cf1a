package org.parasift.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.parasift.train.eval.Prediction;

/** The figures behind the plots: of one label's probability on labelled rows. */
final class Curves {
    static final int STEPS = 50;
    static final int BINS = 10;
    private static final int ROUNDS = 200;

    private final double[] probability;
    private final boolean[] truth;
    private final int[] article;
    private final int articles;

    Curves(List<Prediction> predictions, List<String> labels, String label) {
        int of = labels.indexOf(label);
        List<Prediction> sorted = new ArrayList<>(predictions);
        sorted.sort(Comparator.comparingDouble(row -> -row.probabilities().get(of)));
        probability = new double[sorted.size()];
        truth = new boolean[sorted.size()];
        article = new int[sorted.size()];
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            Prediction row = sorted.get(i);
            probability[i] = row.probabilities().get(of);
            truth[i] = row.example().label().equals(label);
            Integer known = seen.putIfAbsent(row.example().article().id(), seen.size());
            article[i] = known == null ? seen.size() - 1 : known;
        }
        articles = seen.size();
    }

    /** A point of a plot. */
    record Point(double x, double y) {}

    /** A bin of probabilities: their mean, the share that is right, how many. */
    record Bin(double mean, double share, int count) {}

    /** Precision at every recall from 1/{@link #STEPS} to 1, the best that some threshold with at least it gives. */
    double[] precisions() {
        double[] once = new double[articles];
        Arrays.fill(once, 1);
        return precisions(once);
    }

    /** Lower and upper bound of {@link #precisions} in 95 of 100 resamplings of the articles. */
    double[][] band(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rounds = new double[STEPS][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double[] weight = new double[articles];
            for (int i = 0; i < articles; i++) {
                weight[random.nextInt(articles)]++;
            }
            double[] drawn = precisions(weight);
            for (int s = 0; s < STEPS; s++) {
                rounds[s][round] = drawn[s];
            }
        }
        double[][] band = new double[2][STEPS];
        for (int s = 0; s < STEPS; s++) {
            Arrays.sort(rounds[s]);
            band[0][s] = rounds[s][(int) (ROUNDS * 0.025)];
            band[1][s] = rounds[s][(int) (ROUNDS * 0.975) - 1];
        }
        return band;
    }

    private double[] precisions(double[] weight) {
        double all = 0;
        for (int i = 0; i < truth.length; i++) {
            all += truth[i] ? weight[article[i]] : 0;
        }
        double[] best = new double[STEPS];
        double hits = 0;
        double given = 0;
        for (int i = 0; i < truth.length; i++) {
            given += weight[article[i]];
            hits += truth[i] ? weight[article[i]] : 0;
            boolean last = i + 1 == truth.length || probability[i + 1] != probability[i];
            if (last && hits > 0) {
                int reached = (int) Math.floor(hits / all * STEPS + 1e-9);
                for (int s = 0; s < reached; s++) {
                    best[s] = Math.max(best[s], hits / given);
                }
            }
        }
        return best;
    }

    /** Ten bins of equal width; empty ones are left out. */
    List<Bin> reliability() {
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            double sum = 0;
            int right = 0;
            int count = 0;
            for (int i = 0; i < truth.length; i++) {
                if (Math.min(BINS - 1, (int) (probability[i] * BINS)) == b) {
                    sum += probability[i];
                    right += truth[i] ? 1 : 0;
                    count++;
                }
            }
            if (count > 0) {
                bins.add(new Bin(sum / count, (double) right / count, count));
            }
        }
        return bins;
    }

    /** Rows in twenty bins of probability: those of the label, and the others. */
    int[][] histogram() {
        int[][] counts = new int[2][20];
        for (int i = 0; i < truth.length; i++) {
            counts[truth[i] ? 0 : 1][Math.min(19, (int) (probability[i] * 20))]++;
        }
        return counts;
    }
}
