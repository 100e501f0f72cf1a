package org.parasift.train.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parasift.classify.TextScores;
import org.parasift.features.FeatureExtractor;
import org.parasift.train.corpus.Example;

/**
 * Fits one linear score of the words alone: the log-odds of the second of two labels. Features are extracted once and
 * then fitted on any part of the rows.
 */
public final class TextScoreFitter {
    private static final TrainerSpec.Logistic SPEC = new TrainerSpec.Logistic(3, 0.3, 1e-3);

    private final String name;
    private final Rows rows;
    private final float[] weight;

    /**
     * A fitter.
     *
     * @param name of the score
     * @param labels the two labels; the score speaks for the second
     * @param examples the rows, those of one article together
     * @param weight of each row
     * @param extractor of the bag features
     */
    public TextScoreFitter(
            String name, List<String> labels, List<Example> examples, float[] weight, FeatureExtractor extractor) {
        this.name = name;
        this.rows = Rows.of(examples, labels, extractor);
        this.weight = weight.clone();
        if (labels.size() != 2 || weight.length != rows.size()) {
            throw new IllegalArgumentException(labels + ", " + rows.size() + " rows, " + weight.length + " weights");
        }
    }

    /** The number of rows. */
    public int size() {
        return rows.size();
    }

    /**
     * Fits the score on some of the rows.
     *
     * @throws TooFewRowsException if all of them have the same label
     */
    public Score fit(int[] chosen, long seed) {
        int second = 0;
        for (int row : chosen) {
            second += rows.label[row];
        }
        if (second == 0 || second == chosen.length) {
            throw new TooFewRowsException(second + " of " + chosen.length + " rows are " + rows.labels.get(1)
                    + " (expected some of both labels)");
        }
        float[] some = new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            some[i] = weight[chosen[i]];
        }
        Trained trained = Tribuo.logistic(SPEC, rows.subset(chosen).weighing(some), seed);
        double[] weights = new double[rows.columns()];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = trained.weights()[2 * c + 1] - trained.weights()[2 * c];
        }
        return new Score(name, trained.bias()[1] - trained.bias()[0], rows.keys, weights);
    }

    /** A fitted score. */
    public static final class Score {
        private final String name;
        private final double bias;
        private final long[] keys;
        private final double[] weights;

        private Score(String name, double bias, long[] keys, double[] weights) {
            this.name = name;
            this.bias = bias;
            this.keys = keys;
            this.weights = weights;
        }
    }

    /** Several scores over one table of features. */
    public static TextScores together(List<Score> scores) {
        int count = scores.size();
        double[] bias = new double[count];
        List<String> names = new ArrayList<>();
        int most = 0;
        for (int s = 0; s < count; s++) {
            names.add(scores.get(s).name);
            bias[s] = scores.get(s).bias;
            most += scores.get(s).keys.length;
        }
        // Keys of every score ascend without sign: the least of all comes next.
        int[] at = new int[count];
        long[] keys = new long[most];
        double[] weights = new double[most * count];
        int rows = 0;
        for (int least = least(scores, at); least >= 0; least = least(scores, at)) {
            long key = scores.get(least).keys[at[least]];
            boolean any = false;
            for (int s = 0; s < count; s++) {
                Score score = scores.get(s);
                if (at[s] < score.keys.length && score.keys[at[s]] == key) {
                    weights[rows * count + s] = score.weights[at[s]++];
                    any |= weights[rows * count + s] != 0;
                }
            }
            keys[rows] = key;
            rows += any ? 1 : 0;
        }
        return TextScores.of(names, bias, Arrays.copyOf(keys, rows), Arrays.copyOf(weights, rows * count));
    }

    /** The score whose next key is the least, or -1. */
    private static int least(List<Score> scores, int[] at) {
        int least = -1;
        for (int s = 0; s < at.length; s++) {
            long[] keys = scores.get(s).keys;
            boolean smaller = at[s] < keys.length
                    && (least < 0 || Long.compareUnsigned(keys[at[s]], scores.get(least).keys[at[least]]) < 0);
            least = smaller ? s : least;
        }
        return least;
    }

    @Override
    public String toString() {
        return name + " by " + SPEC + " on " + Arrays.toString(rows.labels.toArray());
    }
}
