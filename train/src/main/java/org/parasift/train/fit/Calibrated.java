package org.parasift.train.fit;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Link;

/**
 * Models of LibLinear's problems whose scores have become log-odds. Logistic scores are that already. Margins of the squared
 * hinge become so by Platt's method: each label's margins on rows of held-out articles are put through
 * {@code logistic(slope * margin + intercept)}, fitted to the labels; slope and intercept then go into the weights.
 */
final class Calibrated {
    private static final int FOLDS = 3;

    /** With so many rows of every label a third of the rows tells slope and intercept: a hundred of each are in it. */
    private static final int MANY = 300;

    private Calibrated() {}

    static Trained logistic(TrainerSpec.LibLinear spec, Rows rows, long seed) {
        return new OneVsRest(rows, spec, seed)
                .solve()
                .map(solved -> {
                    Trained fitted = Tribuo.dual(spec, rows, solved, seed);
                    fitted.sample().values().forEach(Link.ONE_VS_REST::apply);
                    return fitted;
                })
                .orElseGet(() -> Tribuo.libLinear(spec, rows, seed));
    }

    static Trained svm(TrainerSpec.LibLinear spec, Rows rows, long seed) {
        int labels = rows.labels.size();
        Optional<OneVsRest.Solved> solved = new OneVsRest(rows, spec, seed).solve();
        Trained fitted = solved.map(answer -> Tribuo.dual(spec, rows, answer, seed))
                .orElseGet(() -> Tribuo.libLinear(spec, rows, seed));
        double[] @Nullable [] margins =
                heldOut(rows, seed, fitted, left -> solved.flatMap(answer -> answer.without(left))
                        .<IntFunction<double[]>>map(part -> part::scores)
                        .orElseGet(() -> without(left, spec, rows, seed)));
        double[] slope = new double[labels];
        double[] intercept = new double[labels];
        int[] held =
                IntStream.range(0, rows.size()).filter(r -> margins[r] != null).toArray();
        for (int l = 0; l < labels; l++) {
            boolean[] truth = new boolean[held.length];
            double[] margin = new double[held.length];
            for (int i = 0; i < held.length; i++) {
                double[] of = margins[held[i]];
                truth[i] = rows.label[held[i]] == l;
                margin[i] = of == null ? 0 : of[l];
            }
            double[] line = Platt.line(margin, truth);
            slope[l] = line[0];
            intercept[l] = line[1];
        }
        if (labels == 2) {
            // One margin, two signs: the second follows from the first exactly.
            slope[1] = slope[0];
            intercept[1] = -intercept[0];
        }
        double[] bias = new double[labels];
        double[] weights = fitted.weights(); // in their place: with many labels they are the largest thing there is
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= slope[i % labels];
        }
        for (int l = 0; l < labels; l++) {
            bias[l] = slope[l] * fitted.bias()[l] + intercept[l];
        }
        SortedMap<Integer, double[]> sample = new TreeMap<>(fitted.sample());
        sample.replaceAll((row, margin) -> shares(margin, slope, intercept));
        return new Trained(Link.ONE_VS_REST, bias, weights, sample);
    }

    /** The margins of any row by LibLinear's own model of the rows that are not left out. */
    private static IntFunction<double[]> without(boolean[] left, TrainerSpec.LibLinear spec, Rows rows, long seed) {
        int[] kept = IntStream.range(0, left.length).filter(r -> !left[r]).toArray();
        Trained part = Tribuo.libLinear(spec, rows.subset(kept), seed);
        return row -> part.scores(rows, row);
    }

    /** The margins of held-out rows by a model that has not seen their article; null for rows not held out. */
    private static double[] @Nullable [] heldOut(
            Rows rows, long seed, Trained fitted, Function<boolean[], IntFunction<double[]>> without) {
        int begin = new SplittableRandom(seed).nextInt(FOLDS);
        int[] fold = folds(rows, rows.group, begin);
        if (!everyLabelIsInEveryTraining(rows, fold)) {
            int[] single = new int[rows.size()];
            Arrays.setAll(single, r -> r);
            fold = folds(rows, single, begin);
        }
        double[] @Nullable [] margins = new double[rows.size()][];
        if (!everyLabelIsInEveryTraining(rows, fold)) {
            // A label with one or two rows: its own margins are all there is.
            for (int r = 0; r < margins.length; r++) {
                margins[r] = fitted.scores(rows, r);
            }
            return margins;
        }
        int tried = rarest(rows) >= MANY ? 1 : FOLDS;
        for (int f = 0; f < tried; f++) {
            boolean[] left = new boolean[fold.length];
            for (int r = 0; r < left.length; r++) {
                left[r] = fold[r] == f;
            }
            IntFunction<double[]> part = without.apply(left);
            for (int r = 0; r < left.length; r++) {
                if (left[r]) {
                    margins[r] = part.apply(r);
                }
            }
        }
        return margins;
    }

    private static int rarest(Rows rows) {
        int[] count = new int[rows.labels.size()];
        for (int label : rows.label) {
            count[label]++;
        }
        return Arrays.stream(count).min().orElse(0);
    }

    /** Groups dealt in turn, those that begin with the same label among themselves. */
    private static int[] folds(Rows rows, int[] group, int begin) {
        int[] fold = new int[rows.size()];
        int[] next = new int[rows.labels.size()];
        for (int r = 0; r < fold.length; r++) {
            boolean first = r == 0 || group[r] != group[r - 1];
            fold[r] = first ? (next[rows.label[r]]++ + begin) % FOLDS : fold[r - 1];
        }
        return fold;
    }

    private static boolean everyLabelIsInEveryTraining(Rows rows, int[] fold) {
        boolean[][] seen = new boolean[FOLDS][rows.labels.size()];
        for (int r = 0; r < fold.length; r++) {
            for (int f = 0; f < FOLDS; f++) {
                seen[f][rows.label[r]] |= fold[r] != f;
            }
        }
        for (boolean[] training : seen) {
            for (boolean label : training) {
                if (!label) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[] shares(double[] margin, double[] slope, double[] intercept) {
        double[] shares = new double[margin.length];
        double sum = 0;
        for (int l = 0; l < shares.length; l++) {
            shares[l] = 1 / (1 + Math.exp(-(slope[l] * margin[l] + intercept[l])));
            sum += shares[l];
        }
        for (int l = 0; l < shares.length; l++) {
            shares[l] /= sum;
        }
        return shares;
    }
}
