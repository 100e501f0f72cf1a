package org.parasift.train.fit;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.ModelProvenance;

/**
 * Tribuo's logistic regression, taking the same steps in the same order, over {@link SolverRows}. Tribuo builds a matrix, two
 * vectors and a pair for every step; here weights and AdaGrad's sums of squares of a column stand side by side in one array,
 * and columns of one row only, which have the same weight if they have the same value, are one. Of two labels the weights
 * are opposite, so one is enough. The model is Tribuo's, with the same weights up to rounding (RowsTrainerTest compares
 * them).
 *
 * <p>Sources: J. Duchi, E. Hazan, Y. Singer, Adaptive subgradient methods for online learning and stochastic optimization,
 * JMLR 12, 2011; L. Bottou, Large-scale machine learning with stochastic gradient descent, COMPSTAT 2010.
 */
final class RowsLogisticTrainer extends LinearSGDTrainer {
    private final double rate;
    private final double epsilon;

    RowsLogisticTrainer(TrainerSpec.Logistic spec, long seed) {
        super(new LogMulticlass(), new AdaGrad(spec.rate(), spec.epsilon()), spec.epochs(), -1, 1, seed);
        this.rate = spec.rate();
        this.epsilon = spec.epsilon();
    }

    @Override
    public LinearSGDModel train(Dataset<Label> data, Map<String, Provenance> provenance, int invocation) {
        if (!(data instanceof RowsDataset dataset)) {
            return super.train(data, provenance, invocation);
        }
        ModelProvenance origin = new ModelProvenance(
                getModelClassName(),
                OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                dataset.getProvenance(),
                getProvenance(),
                provenance);
        int labels = dataset.getOutputIDInfo().size();
        SolverRows rows = SolverRows.of(dataset.rows());
        int[] id = dataset.labelIds();
        int[] truth =
                Arrays.stream(dataset.rows().label).map(label -> id[label]).toArray();
        int columns = dataset.rows().columns();
        DenseMatrix weights = new DenseMatrix(labels, columns + 1);
        if (labels == 2) {
            TwoLabels fitted = new TwoLabels(rows, truth);
            fitted.descend(order(truth.length));
            for (int c = 0; c <= columns; c++) {
                double weight = fitted.weight(c < columns ? rows.column(c) : fitted.bias);
                weights.set(0, c, -weight);
                weights.set(1, c, weight);
            }
        } else {
            ManyLabels fitted = new ManyLabels(rows, truth, labels);
            fitted.descend(order(truth.length));
            for (int c = 0; c <= columns; c++) {
                int column = c < columns ? rows.column(c) : fitted.bias;
                for (int l = 0; l < labels; l++) {
                    weights.set(l, c, fitted.weight(column, l));
                }
            }
        }
        return createModel(
                getName(), origin, dataset.getFeatureIDMap(), dataset.getOutputIDInfo(), new LinearParameters(weights));
    }

    /** The rows of each epoch in the order in which Tribuo takes them. */
    private Supplier<int[]> order(int size) {
        SplittableRandom random = rng.split();
        int[] order = IntStream.range(0, size).toArray();
        return () -> {
            for (int i = order.length; i > 1; i--) {
                int other = random.nextInt(i);
                int swapped = order[i - 1];
                order[i - 1] = order[other];
                order[other] = swapped;
            }
            return order;
        };
    }

    /**
     * Two labels: for each column, the bias last, its weight for the second label and its sum of squared slopes. What a row
     * needs is gathered, computed in one straight loop that the compiler turns into vector instructions (square roots and
     * divisions are most of the work), and put back.
     */
    private final class TwoLabels {
        private final SolverRows rows;
        private final int[] truth;
        private final int bias;
        private final double[] state;
        private double[] squares = new double[256];
        private double[] steps = new double[256];

        TwoLabels(SolverRows rows, int[] truth) {
            this.rows = rows;
            this.truth = truth;
            this.bias = rows.columns();
            this.state = new double[2 * Math.addExact(bias, 1)];
        }

        double weight(int column) {
            return state[2 * column];
        }

        void descend(Supplier<int[]> orders) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                for (int row : orders.get()) {
                    step(row);
                }
            }
        }

        private void step(int row) {
            int from = rows.start[row];
            int entries = rows.start[row + 1] - from;
            int firstGroup = rows.groupStart[row];
            int groups = rows.groupStart[row + 1] - firstGroup;
            int size = entries + groups + 1;
            if (size > squares.length) {
                squares = new double[2 * size];
                steps = new double[2 * size];
            }
            double score = gather(from, entries) + gatherGroups(row, entries);
            // softmax of (-score, score): the gradient of the log-likelihood by the second's score
            double gradient =
                    truth[row] == 1 ? 1 / (1 + StrictMath.exp(2 * score)) : -1 / (1 + StrictMath.exp(-2 * score));
            adapt(squares, steps, size, gradient * rows.weight(row));
            for (int i = 0; i < entries; i++) {
                int at = 2 * rows.column[from + i];
                state[at] += steps[i];
                state[at + 1] = squares[i];
            }
            int at = 2 * (rows.shared + firstGroup);
            for (int i = entries; i < size - 1; i++) {
                state[at] += steps[i];
                state[at + 1] = squares[i];
                at += 2;
            }
            state[2 * bias] += steps[size - 1];
            state[2 * bias + 1] = squares[size - 1];
        }

        private double gather(int from, int entries) {
            double even = 0;
            double odd = 0;
            int i = 0;
            for (; i + 1 < entries; i += 2) {
                int at = 2 * rows.column[from + i];
                double value = rows.value[from + i];
                steps[i] = value;
                squares[i] = state[at + 1];
                even += state[at] * value;
                int next = 2 * rows.column[from + i + 1];
                double nextValue = rows.value[from + i + 1];
                steps[i + 1] = nextValue;
                squares[i + 1] = state[next + 1];
                odd += state[next] * nextValue;
            }
            if (i < entries) {
                int at = 2 * rows.column[from + i];
                steps[i] = rows.value[from + i];
                squares[i] = state[at + 1];
                even += state[at] * steps[i];
            }
            return even + odd;
        }

        private double gatherGroups(int row, int entries) {
            double score = state[2 * bias];
            int into = entries;
            for (int g = rows.groupStart[row]; g < rows.groupStart[row + 1]; g++) {
                int at = 2 * (rows.shared + g);
                steps[into] = rows.groupValue[g];
                squares[into] = state[at + 1];
                score += rows.groupCount[g] * state[at] * steps[into];
                into++;
            }
            steps[into] = 1;
            squares[into] = state[2 * bias + 1];
            return score;
        }

        /** From values to steps, and from old to new sums of squares. */
        private void adapt(double[] sums, double[] values, int size, double gradient) {
            double numerator = rate;
            double summand = epsilon;
            for (int i = 0; i < size; i++) {
                double slope = gradient * values[i];
                double sum = sums[i] + slope * slope;
                sums[i] = sum;
                values[i] = slope * numerator / (summand + Math.sqrt(sum));
            }
        }
    }

    /** Any number of labels: for each column, the bias last, its weights, then its sums of squared slopes. */
    private final class ManyLabels {
        private final SolverRows rows;
        private final int[] truth;
        private final int labels;
        private final int stride;
        private final int bias;
        private final double[] state;
        private double[] squares = new double[256];
        private double[] slopes = new double[256];

        ManyLabels(SolverRows rows, int[] truth, int labels) {
            this.rows = rows;
            this.truth = truth;
            this.labels = labels;
            this.stride = 2 * labels;
            this.bias = rows.columns();
            this.state = new double[Math.multiplyExact(stride, bias + 1)];
        }

        double weight(int column, int label) {
            return state[stride * column + label];
        }

        void descend(Supplier<int[]> orders) {
            double[] gradient = new double[labels];
            for (int epoch = 0; epoch < epochs; epoch++) {
                for (int row : orders.get()) {
                    score(row, gradient);
                    toGradient(gradient, truth[row]);
                    double weight = rows.weight(row);
                    for (int l = 0; l < labels; l++) {
                        gradient[l] *= weight;
                    }
                    step(row, gradient);
                }
            }
        }

        private void score(int row, double[] scores) {
            for (int l = 0; l < labels; l++) {
                scores[l] = state[stride * bias + l];
            }
            for (int i = rows.start[row]; i < rows.start[row + 1]; i++) {
                add(stride * rows.column[i], rows.value[i], scores);
            }
            for (int g = rows.groupStart[row]; g < rows.groupStart[row + 1]; g++) {
                add(stride * (rows.shared + g), (double) rows.groupCount[g] * rows.groupValue[g], scores);
            }
        }

        private void add(int at, double value, double[] scores) {
            for (int l = 0; l < scores.length; l++) {
                scores[l] += state[at + l] * value;
            }
        }

        private void step(int row, double[] gradient) {
            int from = rows.start[row];
            int entries = rows.start[row + 1] - from;
            int firstGroup = rows.groupStart[row];
            int groups = rows.groupStart[row + 1] - firstGroup;
            int size = Math.multiplyExact(labels, entries + groups + 1);
            if (size > squares.length) {
                squares = new double[2 * size];
                slopes = new double[2 * size];
            }
            int into = 0;
            for (int i = from; i < from + entries; i++) {
                into = gather(stride * rows.column[i], rows.value[i], gradient, into);
            }
            for (int g = firstGroup; g < firstGroup + groups; g++) {
                into = gather(stride * (rows.shared + g), rows.groupValue[g], gradient, into);
            }
            gather(stride * bias, 1, gradient, into);
            adapt(squares, slopes, size);
            into = 0;
            for (int i = from; i < from + entries; i++) {
                into = put(stride * rows.column[i], into);
            }
            for (int g = firstGroup; g < firstGroup + groups; g++) {
                into = put(stride * (rows.shared + g), into);
            }
            put(stride * bias, into);
        }

        private int gather(int at, double value, double[] gradient, int into) {
            for (int l = 0; l < labels; l++) {
                squares[into + l] = state[at + labels + l];
                slopes[into + l] = gradient[l] * value;
            }
            return into + labels;
        }

        private int put(int at, int from) {
            for (int l = 0; l < labels; l++) {
                state[at + l] += slopes[from + l];
                state[at + labels + l] = squares[from + l];
            }
            return from + labels;
        }

        /** From slopes to steps, and from old to new sums of squares. */
        private void adapt(double[] sums, double[] values, int size) {
            double numerator = rate;
            double summand = epsilon;
            for (int i = 0; i < size; i++) {
                double slope = values[i];
                double sum = sums[i] + slope * slope;
                sums[i] = sum;
                values[i] = slope * numerator / (summand + Math.sqrt(sum));
            }
        }
    }

    /** Scores become probabilities, and these the gradient of the log-likelihood by the scores. */
    private static void toGradient(double[] scores, int truth) {
        double max = scores[0];
        for (double score : scores) {
            max = Math.max(max, score);
        }
        double sum = 0;
        for (int l = 0; l < scores.length; l++) {
            scores[l] = StrictMath.exp(scores[l] - max);
            sum += scores[l];
        }
        for (int l = 0; l < scores.length; l++) {
            scores[l] = -scores[l] / sum;
        }
        scores[truth] += 1;
    }
}
