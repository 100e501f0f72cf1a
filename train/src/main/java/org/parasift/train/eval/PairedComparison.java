package org.parasift.train.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Two models on the same rows. The differences have 95 % intervals of a paired bootstrap: articles are drawn, with
 * replacement, the same ones for both, since paragraphs of one article resemble each other. McNemar's exact test counts
 * the rows that only one of them gets right; it takes rows for independent, so believe the interval first.
 *
 * @param rows that both have scored
 * @param articles they come from
 * @param f1Name what f1 is: that of label spam where that is one of two, else the mean over the labels
 * @param f1 harmonic mean of precision and recall
 * @param averagePrecision area under precision and recall
 * @param onlyA rows that only the first has right
 * @param onlyB rows that only the second has right
 * @param mcNemar probability of so unequal a division by chance
 */
public record PairedComparison(
        int rows,
        int articles,
        String f1Name,
        Difference f1,
        Difference averagePrecision,
        long onlyA,
        long onlyB,
        double mcNemar) {
    private static final int ROUNDS = 2000;
    private static final double SIGNIFICANT = 0.05;

    /**
     * A figure of both.
     *
     * @param a of the first
     * @param b of the second
     * @param interval 95 % of b - a
     */
    public record Difference(double a, double b, Scores.Interval interval) {
        /** What the second has more. */
        public double value() {
            return b - a;
        }

        /** Whether all of the interval is on one side of 0. */
        public boolean clear() {
            return interval.low() > 0 || interval.high() < 0;
        }
    }

    /**
     * Compares predictions for the same rows in the same order.
     *
     * @param labels all labels, sorted; they order the probabilities
     * @param seed of the bootstrap
     */
    public static PairedComparison of(List<String> labels, List<Prediction> a, List<Prediction> b, long seed) {
        long onlyA = 0;
        long onlyB = 0;
        if (a.size() != b.size() || a.isEmpty()) {
            throw new IllegalArgumentException(a.size() + " and " + b.size() + " predictions");
        }
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).example().equals(b.get(i).example())) {
                throw new IllegalArgumentException("row " + i + " is not the same");
            }
            boolean rightA = a.get(i).label().equals(a.get(i).example().label());
            boolean rightB = b.get(i).label().equals(b.get(i).example().label());
            onlyA += rightA && !rightB ? 1 : 0;
            onlyB += rightB && !rightA ? 1 : 0;
        }
        Map<String, Integer> indexOf = new HashMap<>();
        for (int l = 0; l < labels.size(); l++) {
            indexOf.put(labels.get(l), l);
        }
        Ranking first = new Ranking(labels, indexOf, a);
        Ranking second = new Ranking(labels, indexOf, b);
        double[] once = new double[first.articles()];
        Arrays.fill(once, 1);
        double[] f1 = new double[ROUNDS];
        double[] averagePrecision = new double[ROUNDS];
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            double[] weight = new double[once.length];
            for (int i = 0; i < weight.length; i++) {
                weight[random.nextInt(weight.length)]++;
            }
            f1[round] = f1(second, weight) - f1(first, weight);
            averagePrecision[round] = second.averagePrecision(weight) - first.averagePrecision(weight);
        }
        return new PairedComparison(
                a.size(),
                once.length,
                first.positive() < 0 ? "macro F1" : "F1 of " + labels.get(first.positive()),
                new Difference(f1(first, once), f1(second, once), interval(f1)),
                new Difference(first.averagePrecision(once), second.averagePrecision(once), interval(averagePrecision)),
                onlyA,
                onlyB,
                Binomial.mcNemar(onlyA, onlyB));
    }

    /** Which is better and whether that means anything, in one sentence. */
    public String sentence(String nameA, String nameB) {
        boolean tests = mcNemar < SIGNIFICANT;
        double value = f1.value();
        if (onlyA + onlyB == 0) {
            return nameA + " and " + nameB + " give every row the same verdict, right or wrong alike.";
        }
        String better = value > 0 ? nameB : nameA;
        String other = value > 0 ? nameA : nameB;
        if (f1.clear()) {
            boolean agree = tests && (value > 0) == (onlyB > onlyA);
            return better + " is better than " + other + ": the interval of its lead in " + f1Name
                    + " excludes 0"
                    + (agree
                            ? ", and McNemar's test agrees."
                            : ", although McNemar's test on single rows does not say so.");
        }
        if (tests) {
            return "Undecided: " + (onlyB > onlyA ? nameB : nameA)
                    + " has more rows right, but over articles the interval of the lead in " + f1Name
                    + " includes 0.";
        }
        return "This data does not tell " + nameA + " and " + nameB + " apart: the interval of the lead in " + f1Name
                + " includes 0.";
    }

    /** As JSON, keys always in the same order. */
    public ObjectNode toJson() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("rows", rows).put("articles", articles).put("f1Name", f1Name);
        difference(json.putObject("f1"), f1);
        difference(json.putObject("averagePrecision"), averagePrecision);
        json.put("onlyA", onlyA).put("onlyB", onlyB).put("mcNemar", mcNemar);
        return json.put("sentence", sentence("A", "B"));
    }

    private static void difference(ObjectNode json, Difference difference) {
        json.put("a", difference.a()).put("b", difference.b()).put("difference", difference.value());
        json.putArray("interval95")
                .add(difference.interval().low())
                .add(difference.interval().high());
    }

    private static double f1(Ranking ranking, double[] weight) {
        long[][] confusion = ranking.confusion(weight);
        return ranking.positive() < 0
                ? Scores.macroF1(confusion)
                : Scores.perLabel(confusion, ranking.positive()).f1();
    }

    private static Scores.Interval interval(double[] drawn) {
        Arrays.sort(drawn);
        return new Scores.Interval(drawn[(int) (ROUNDS * 0.025)], drawn[(int) (ROUNDS * 0.975) - 1]);
    }
}
