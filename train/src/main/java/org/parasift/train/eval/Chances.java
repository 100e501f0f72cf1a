package org.parasift.train.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Probabilities and what came true, for the curves: of two labels with {@code spam} among them P(spam) of every row;
 * of others each row's probability of each label for precision and recall (micro-average), and that of the label given
 * for calibration.
 */
public final class Chances {
    /** Points of the recall axis where the band is told. */
    private static final int GRID = 50;

    private static final int ROUNDS = 400;
    private static final int BINS = 10;

    /** So many additions are a second or two: fewer rounds for more rows. */
    private static final long WORK = 60_000_000;

    private final boolean spam;
    private final List<Chance> pairs;
    private final List<Chance> given;

    /** A probability and whether it came true. */
    private record Chance(double probability, boolean hit, int article) {}

    /**
     * Precision and recall from a threshold on.
     *
     * @param threshold the least probability that counts as yes
     */
    public record Point(double threshold, double recall, double precision) {}

    /** Where the curve lies at a recall in 95 % of the bootstrap rounds. */
    public record Band(double recall, double low, double high) {}

    /**
     * Rows of about the same probability.
     *
     * @param mean of the probabilities
     * @param share that came true
     * @param hits how many came true
     * @param rows how many there are
     */
    public record Bin(double low, double high, double mean, double share, long hits, long rows) {}

    private Chances(boolean spam, List<Chance> pairs, List<Chance> given) {
        this.spam = spam;
        this.pairs = pairs;
        this.given = given;
    }

    /** Of predictions, whose probabilities stand in the order of the labels. */
    public static Chances of(List<String> labels, List<Prediction> predictions) {
        boolean spam = labels.size() == 2 && labels.contains(Baselines.SPAM);
        Map<String, Integer> articles = new HashMap<>();
        List<Chance> pairs = new ArrayList<>();
        List<Chance> given = new ArrayList<>();
        for (Prediction prediction : predictions) {
            String id = prediction.example().article().id();
            int next = articles.size();
            int article = articles.computeIfAbsent(id, name -> next);
            String truth = prediction.example().label();
            for (int l = 0; l < labels.size(); l++) {
                String label = labels.get(l);
                Chance chance = new Chance(prediction.probabilities().get(l), label.equals(truth), article);
                if (!spam || label.equals(Baselines.SPAM)) {
                    pairs.add(chance);
                }
                if (spam ? label.equals(Baselines.SPAM) : label.equals(prediction.label())) {
                    given.add(chance);
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Chance chance) -> -chance.probability));
        return new Chances(spam, pairs, given);
    }

    /** Whether these are probabilities of spam. */
    public boolean ofSpam() {
        return spam;
    }

    /** The share of what is true: the precision of saying yes to all. */
    public double prevalence() {
        return pairs.isEmpty() ? 0 : (double) pairs.stream().filter(Chance::hit).count() / pairs.size();
    }

    /** The curve, recall ascending, a point for each probability that occurs. */
    public List<Point> precisionRecall() {
        double all = pairs.stream().filter(Chance::hit).count();
        List<Point> points = new ArrayList<>();
        long hits = 0;
        for (int i = 0; i < pairs.size(); i++) {
            hits += pairs.get(i).hit ? 1 : 0;
            boolean last = i + 1 == pairs.size() || pairs.get(i + 1).probability != pairs.get(i).probability;
            if (last && all > 0) {
                points.add(new Point(pairs.get(i).probability, hits / all, (double) hits / (i + 1)));
            }
        }
        return points;
    }

    /** Where 95 % of the curves of articles drawn with replacement lie. */
    public List<Band> band(long seed) {
        int articles =
                1 + pairs.stream().mapToInt(chance -> chance.article).max().orElse(-1);
        int rounds = (int) Math.max(50, Math.min(ROUNDS, WORK / Math.max(1, pairs.size())));
        double[][] drawn = new double[GRID + 1][rounds];
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < rounds; round++) {
            int[] weight = new int[articles];
            for (int i = 0; i < articles; i++) {
                weight[random.nextInt(articles)]++;
            }
            double[] precision = precisionAt(weight);
            for (int g = 0; g <= GRID; g++) {
                drawn[g][round] = precision[g];
            }
        }
        List<Band> band = new ArrayList<>();
        for (int g = 0; g <= GRID && articles > 0; g++) {
            Arrays.sort(drawn[g]);
            band.add(new Band(
                    (double) g / GRID, drawn[g][(int) (rounds * 0.025)], drawn[g][(int) (rounds * 0.975) - 1]));
        }
        return band;
    }

    /** Precision where recall first reaches each point of the grid; probabilities that are equal count together. */
    private double[] precisionAt(int[] weight) {
        long all = 0;
        for (Chance chance : pairs) {
            all += chance.hit ? weight[chance.article] : 0;
        }
        double[] precision = new double[GRID + 1];
        long hits = 0;
        long seen = 0;
        int next = 0;
        for (int i = 0; i < pairs.size() && next <= GRID; i++) {
            Chance chance = pairs.get(i);
            seen += weight[chance.article];
            hits += chance.hit ? weight[chance.article] : 0;
            boolean last = i + 1 == pairs.size() || pairs.get(i + 1).probability != chance.probability;
            while (last && seen > 0 && next <= GRID && (double) hits * GRID >= (double) next * all) {
                precision[next++] = (double) hits / seen;
            }
        }
        return precision;
    }

    /** Ten bins of equal width: what was promised and what came true. Empty bins are left out. */
    public List<Bin> reliability() {
        double[] sum = new double[BINS];
        long[] hits = new long[BINS];
        long[] rows = new long[BINS];
        for (Chance chance : given) {
            int bin = Math.min(BINS - 1, (int) (chance.probability * BINS));
            sum[bin] += chance.probability;
            hits[bin] += chance.hit ? 1 : 0;
            rows[bin]++;
        }
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            if (rows[b] > 0) {
                bins.add(new Bin(
                        (double) b / BINS,
                        (b + 1.0) / BINS,
                        sum[b] / rows[b],
                        (double) hits[b] / rows[b],
                        hits[b],
                        rows[b]));
            }
        }
        return bins;
    }

    /** How many rows of each bin of equal width came true, and how many did not. */
    public long[][] histogram(int bins) {
        long[][] counts = new long[2][bins];
        for (Chance chance : given) {
            counts[chance.hit ? 0 : 1][Math.min(bins - 1, (int) (chance.probability * bins))]++;
        }
        return counts;
    }
}
