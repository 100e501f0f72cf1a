package org.parasift.train.fit;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
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
 * Tribuo's logistic regression, taking the same steps in the same order, over {@link Rows}. Tribuo builds a matrix, two
 * vectors and a pair for every step; here weights and AdaGrad's sums of squares of a feature stand side by side in one
 * array. The model is Tribuo's, with the same weights up to rounding (RowsTrainerTest compares them).
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
        double[] fitted = descend(dataset.rows(), dataset.labelIds(), labels, rng.split());
        int columns = dataset.rows().columns();
        DenseMatrix weights = new DenseMatrix(labels, columns + 1);
        for (int l = 0; l < labels; l++) {
            for (int c = 0; c <= columns; c++) {
                weights.set(l, c, fitted[2 * labels * c + l]);
            }
        }
        return createModel(
                getName(), origin, dataset.getFeatureIDMap(), dataset.getOutputIDInfo(), new LinearParameters(weights));
    }

    /** For each column, the bias last: its weights for each label, then its sums of squared gradients. */
    private double[] descend(Rows rows, int[] labelId, int labels, SplittableRandom random) {
        int stride = 2 * labels;
        int bias = stride * rows.columns();
        double[] state = new double[Math.addExact(bias, stride)];
        double[] gradient = new double[labels];
        int[] order = new int[rows.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int i = order.length; i > 1; i--) {
                int other = random.nextInt(i);
                int swapped = order[i - 1];
                order[i - 1] = order[other];
                order[other] = swapped;
            }
            for (int row : order) {
                int from = rows.start[row];
                int to = rows.start[row + 1];
                for (int l = 0; l < labels; l++) {
                    gradient[l] = 0;
                }
                for (int i = from; i < to; i++) {
                    int at = stride * rows.column[i];
                    double value = rows.value[i];
                    for (int l = 0; l < labels; l++) {
                        gradient[l] += state[at + l] * value;
                    }
                }
                for (int l = 0; l < labels; l++) {
                    gradient[l] += state[bias + l];
                }
                toGradient(gradient, labelId[rows.label[row]]);
                for (int i = from; i < to; i++) {
                    step(state, stride * rows.column[i], rows.value[i], gradient);
                }
                step(state, bias, 1, gradient);
            }
        }
        return state;
    }

    /** Scores become probabilities, and these the gradient of the log-likelihood by the scores. */
    private static void toGradient(double[] scores, int truth) {
        double max = scores[0];
        for (double score : scores) {
            max = Math.max(max, score);
        }
        double sum = 0;
        for (int l = 0; l < scores.length; l++) {
            scores[l] = Math.exp(scores[l] - max);
            sum += scores[l];
        }
        for (int l = 0; l < scores.length; l++) {
            scores[l] = -scores[l] / sum;
        }
        scores[truth] += 1;
    }

    private void step(double[] state, int at, double value, double[] gradient) {
        int labels = gradient.length;
        for (int l = 0; l < labels; l++) {
            double slope = gradient[l] * value;
            double squares = state[at + labels + l] + slope * slope;
            state[at + labels + l] = squares;
            state[at + l] += slope * rate / (epsilon + Math.sqrt(squares));
        }
    }
}
