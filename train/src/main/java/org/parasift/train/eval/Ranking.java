package org.parasift.train.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The rows in columns, sorted once by each label's probability, so that a bootstrap round is one pass. */
final class Ranking {
    private final int labels;
    private final int spam;
    private final int articleCount;
    private final int[] article;
    private final int[] truth;
    private final int[] given;
    private final double[][] probability;
    private final List<int[]> order = new ArrayList<>();

    Ranking(List<String> names, Map<String, Integer> indexOf, List<Prediction> predictions) {
        labels = names.size();
        spam = labels == 2 ? names.indexOf(Baselines.SPAM) : -1;
        int rows = predictions.size();
        article = new int[rows];
        truth = new int[rows];
        given = new int[rows];
        probability = new double[labels][rows];
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < rows; i++) {
            Prediction prediction = predictions.get(i);
            Integer known = seen.putIfAbsent(prediction.example().article().id(), seen.size());
            article[i] = known == null ? seen.size() - 1 : known;
            truth[i] = Scores.index(indexOf, prediction.example().label());
            given[i] = Scores.index(indexOf, prediction.label());
            for (int l = 0; l < labels; l++) {
                probability[l][i] = prediction.probabilities().get(l);
            }
        }
        articleCount = seen.size();
        for (int l = 0; l < labels; l++) {
            order.add(spam < 0 || l == spam ? descending(probability[l]) : new int[0]);
        }
    }

    /** The number of the label spam, if it is one of two; else -1. */
    int positive() {
        return spam;
    }

    /** How many articles there are. */
    int articles() {
        return articleCount;
    }

    private static int[] descending(double[] values) {
        ToDoubleFunction<Integer> value = i -> -values[i];
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            rows.add(i);
        }
        rows.sort(Comparator.comparingDouble(value));
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Counts by true label, then by the label given, each article as often as {@code weight} says. */
    long[][] confusion(double[] weight) {
        long[][] confusion = new long[labels][labels];
        for (int i = 0; i < truth.length; i++) {
            confusion[truth[i]][given[i]] += (long) weight[article[i]];
        }
        return confusion;
    }

    /** Of spam, else the mean over the labels that occur. */
    double averagePrecision(double[] weight) {
        if (spam >= 0) {
            return Math.max(0, averagePrecision(spam, weight));
        }
        double sum = 0;
        int occur = 0;
        for (int l = 0; l < labels; l++) {
            double one = averagePrecision(l, weight);
            if (one >= 0) {
                sum += one;
                occur++;
            }
        }
        return occur == 0 ? 0 : sum / occur;
    }

    /** Rows of equal probability count together; -1 if the label does not occur. */
    private double averagePrecision(int label, double[] weight) {
        int[] rows = order.get(label);
        double hits = 0;
        double seen = 0;
        double sum = 0;
        int end;
        for (int start = 0; start < rows.length; start = end) {
            double tied = 0;
            end = start;
            while (end < rows.length && probability[label][rows[end]] == probability[label][rows[start]]) {
                double w = weight[article[rows[end]]];
                tied += truth[rows[end]] == label ? w : 0;
                seen += w;
                end++;
            }
            hits += tied;
            sum += seen == 0 ? 0 : tied * hits / seen;
        }
        return hits == 0 ? -1 : sum / hits;
    }

    /**
     * A threshold.
     *
     * @param from the least probability that is called spam; above 1 if nothing is
     * @param recall share of spam called so; 0 where there is none
     */
    record Threshold(double from, double recall) {}

    /** The lowest threshold that leaves {@code share} of the rest below it, each article as often as {@code weight} says. */
    Threshold keeping(double share, int label, double[] weight) {
        double all = 0;
        double others = 0;
        for (int i = 0; i < truth.length; i++) {
            all += truth[i] == label ? weight[article[i]] : 0;
            others += truth[i] == label ? 0 : weight[article[i]];
        }
        double may = others * (1 - share) + 1e-9;
        int[] rows = order.get(label);
        double hits = 0;
        double lost = 0;
        Threshold best = new Threshold(Math.nextUp(1.0), 0);
        for (int i = 0; i < rows.length && lost <= may; i++) {
            if (truth[rows[i]] == label) {
                hits += weight[article[rows[i]]];
            } else {
                lost += weight[article[rows[i]]];
            }
            boolean last = i + 1 == rows.length || probability[label][rows[i + 1]] != probability[label][rows[i]];
            if (last && lost <= may) {
                best = new Threshold(probability[label][rows[i]], all == 0 ? 0 : hits / all);
            }
        }
        return best;
    }

    /**
     * The expected calibration error over bins of equal width, each article as often as {@code weight} says: of P(spam),
     * else of the probability of the label given.
     */
    double ece(int bins, double[] weight) {
        double[] sum = new double[bins];
        double[] hits = new double[bins];
        double all = 0;
        for (int i = 0; i < truth.length; i++) {
            int label = spam >= 0 ? spam : given[i];
            int bin = Math.min(bins - 1, (int) (probability[label][i] * bins));
            double w = weight[article[i]];
            sum[bin] += w * probability[label][i];
            hits[bin] += truth[i] == label ? w : 0;
            all += w;
        }
        double error = 0;
        for (int b = 0; b < bins; b++) {
            error += Math.abs(sum[b] - hits[b]);
        }
        return all == 0 ? 0 : error / all;
    }
}
