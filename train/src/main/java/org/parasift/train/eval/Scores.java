package org.parasift.train.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The figures of one set of predictions.
 *
 * <p>Where a label {@code spam} is among two labels, average precision, calibration error and Brier score are those of
 * P(spam). With other labels average precision is the mean over the labels that occur; the Brier score is the mean
 * squared error over rows and labels (which for two labels is the same as that of one); the calibration error is that of
 * the probability of the label given.
 *
 * @param labels all labels, sorted
 * @param accuracy share of rows with the right label
 * @param macroF1 mean F1 of the labels that occur or were given
 * @param perLabel figures of one label
 * @param perKind how many of a kind got the right label; rows without a kind are not in it
 * @param confusion counts by true label, then by the label given
 * @param averagePrecision area under precision and recall, ties taken together
 * @param brier mean squared error of the probabilities
 * @param ece expected calibration error over ten bins of equal width
 * @param kept share of the rows that are not spam which were not called spam; 1 where there is no label spam
 * @param recallAtKept share of spam found by the threshold that keeps 99.5 % of the rest; 0 without label spam
 * @param intervals 95 % bootstrap intervals by article of accuracy, macroF1, averagePrecision, ece and "f1 LABEL"; where
 *     there is a label spam also of kept and recallAtKept
 */
public record Scores(
        List<String> labels,
        double accuracy,
        double macroF1,
        SortedMap<String, PerLabel> perLabel,
        SortedMap<String, PerKind> perKind,
        SortedMap<String, SortedMap<String, Long>> confusion,
        double averagePrecision,
        double brier,
        double ece,
        double kept,
        double recallAtKept,
        SortedMap<String, Interval> intervals) {
    private static final int ROUNDS = 1000;
    private static final int BINS = 10;
    static final double KEEP = 0.995;

    /** Figures of one label. */
    public record PerLabel(double precision, double recall, double f1, long support) {}

    /** Figures of one kind. */
    public record PerKind(double recall, long support) {}

    /** From the 2.5th to the 97.5th percentile. */
    public record Interval(double low, double high) {}

    /** The figures of a label; all 0 of one that nobody has. */
    public PerLabel label(String label) {
        return perLabel.getOrDefault(label, new PerLabel(0, 0, 0, 0));
    }

    /** How many rows of a label were given a label. */
    public long count(String truth, String given) {
        return confusion.getOrDefault(truth, new TreeMap<>()).getOrDefault(given, 0L);
    }

    /**
     * The figures of predictions.
     *
     * @param labels all labels, sorted; they order the probabilities
     * @param seed of the bootstrap
     * @throws IllegalArgumentException if a row has another label
     */
    public static Scores of(List<String> labels, List<Prediction> predictions, long seed) {
        int count = labels.size();
        Map<String, Integer> indexOf = new HashMap<>();
        for (int l = 0; l < count; l++) {
            indexOf.put(labels.get(l), l);
        }
        long[][] confusion = new long[count][count];
        TreeMap<String, long[]> kinds = new TreeMap<>();
        for (Prediction prediction : predictions) {
            String truth = prediction.example().label();
            confusion[index(indexOf, truth)][index(indexOf, prediction.label())]++;
            if (!prediction.example().kind().isEmpty()) {
                long[] kind = kinds.computeIfAbsent(prediction.example().kind(), name -> new long[2]);
                kind[0] += truth.equals(prediction.label()) ? 1 : 0;
                kind[1]++;
            }
        }
        TreeMap<String, PerLabel> perLabel = new TreeMap<>();
        for (int l = 0; l < count; l++) {
            perLabel.put(labels.get(l), perLabel(confusion, l));
        }
        TreeMap<String, PerKind> perKind = new TreeMap<>();
        kinds.forEach((kind, n) -> perKind.put(kind, new PerKind((double) n[0] / n[1], n[1])));
        Ranking ranking = new Ranking(labels, indexOf, predictions);
        double[] once = new double[ranking.articles()];
        Arrays.fill(once, 1);
        int spam = ranking.positive();
        return new Scores(
                labels,
                accuracy(confusion),
                macroF1(confusion),
                perLabel,
                perKind,
                named(labels, confusion),
                ranking.averagePrecision(once),
                brier(count, indexOf, predictions),
                ranking.ece(BINS, once),
                spam < 0 ? 1 : kept(confusion, spam),
                spam < 0 ? 0 : ranking.keeping(KEEP, spam, once).recall(),
                intervals(labels, ranking, seed));
    }

    /**
     * The lowest probability of spam from which rows can be dropped so that a share of the others stays; above 1 if
     * nothing can be dropped.
     *
     * @param labels spam and one other, sorted
     * @param share between 0 and 1
     */
    public static double thresholdKeeping(List<String> labels, List<Prediction> predictions, double share) {
        Map<String, Integer> indexOf = new HashMap<>();
        labels.forEach(label -> indexOf.put(label, indexOf.size()));
        Ranking ranking = new Ranking(labels, indexOf, predictions);
        if (ranking.positive() < 0) {
            throw new IllegalArgumentException("labels " + labels + " (expected spam and one other)");
        }
        double[] once = new double[ranking.articles()];
        Arrays.fill(once, 1);
        return ranking.keeping(share, ranking.positive(), once).from();
    }

    static int index(Map<String, Integer> indexOf, String label) {
        Integer index = indexOf.get(label);
        if (index == null) {
            throw new IllegalArgumentException("label " + label + " is not among " + indexOf.keySet());
        }
        return index;
    }

    private static SortedMap<String, SortedMap<String, Long>> named(List<String> labels, long[][] confusion) {
        TreeMap<String, SortedMap<String, Long>> named = new TreeMap<>();
        for (int truth = 0; truth < confusion.length; truth++) {
            TreeMap<String, Long> row = new TreeMap<>();
            for (int given = 0; given < confusion.length; given++) {
                row.put(labels.get(given), confusion[truth][given]);
            }
            named.put(labels.get(truth), row);
        }
        return named;
    }

    // ---- of counts

    static PerLabel perLabel(long[][] confusion, int label) {
        long hit = confusion[label][label];
        long support = Arrays.stream(confusion[label]).sum();
        long given = 0;
        for (long[] row : confusion) {
            given += row[label];
        }
        return new PerLabel(ratio(hit, given), ratio(hit, support), ratio(2 * hit, given + support), support);
    }

    static double accuracy(long[][] confusion) {
        long hit = 0;
        long all = 0;
        for (int l = 0; l < confusion.length; l++) {
            hit += confusion[l][l];
            all += Arrays.stream(confusion[l]).sum();
        }
        return ratio(hit, all);
    }

    static double macroF1(long[][] confusion) {
        double sum = 0;
        int occur = 0;
        for (int l = 0; l < confusion.length; l++) {
            long given = 0;
            for (long[] row : confusion) {
                given += row[l];
            }
            long support = Arrays.stream(confusion[l]).sum();
            if (given + support > 0) {
                sum += ratio(2 * confusion[l][l], given + support);
                occur++;
            }
        }
        return occur == 0 ? 0 : sum / occur;
    }

    private static double kept(long[][] confusion, int spam) {
        long rest = 0;
        long lost = 0;
        for (int l = 0; l < confusion.length; l++) {
            if (l != spam) {
                rest += Arrays.stream(confusion[l]).sum();
                lost += confusion[l][spam];
            }
        }
        return rest == 0 ? 1 : 1 - ratio(lost, rest);
    }

    static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    // ---- of probabilities

    private static double brier(int labels, Map<String, Integer> indexOf, List<Prediction> predictions) {
        double sum = 0;
        for (Prediction prediction : predictions) {
            int truth = index(indexOf, prediction.example().label());
            for (int l = 0; l < labels; l++) {
                double error = prediction.probabilities().get(l) - (l == truth ? 1 : 0);
                sum += error * error;
            }
        }
        return predictions.isEmpty() ? 0 : sum / predictions.size() / labels;
    }

    // ---- intervals

    private static SortedMap<String, Interval> intervals(List<String> labels, Ranking ranking, long seed) {
        int spam = ranking.positive();
        List<String> names = new ArrayList<>(List.of("accuracy", "averagePrecision", "macroF1", "ece"));
        labels.forEach(label -> names.add("f1 " + label));
        if (spam >= 0) {
            names.addAll(List.of("kept", "recallAtKept"));
        }
        double[][] drawn = new double[names.size()][ROUNDS];
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            double[] weight = new double[ranking.articles()];
            for (int i = 0; i < weight.length; i++) {
                weight[random.nextInt(weight.length)]++;
            }
            long[][] confusion = ranking.confusion(weight);
            drawn[0][round] = accuracy(confusion);
            drawn[1][round] = ranking.averagePrecision(weight);
            drawn[2][round] = macroF1(confusion);
            drawn[3][round] = ranking.ece(BINS, weight);
            int next = 4;
            for (int l = 0; l < labels.size(); l++) {
                drawn[next++][round] = perLabel(confusion, l).f1();
            }
            if (spam >= 0) {
                drawn[next++][round] = kept(confusion, spam);
                drawn[next][round] = ranking.keeping(KEEP, spam, weight).recall();
            }
        }
        TreeMap<String, Interval> intervals = new TreeMap<>();
        for (int n = 0; n < names.size(); n++) {
            Arrays.sort(drawn[n]);
            intervals.put(
                    names.get(n), new Interval(drawn[n][(int) (ROUNDS * 0.025)], drawn[n][(int) (ROUNDS * 0.975) - 1]));
        }
        return intervals;
    }
}
