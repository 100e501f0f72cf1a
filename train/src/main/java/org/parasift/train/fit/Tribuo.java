package org.parasift.train.fit;

import de.bwaldvogel.liblinear.Linear;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parasift.classify.Link;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.mnb.MultinomialNaiveBayesTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.common.liblinear.LibLinearModel;
import org.tribuo.math.la.DenseMatrix;

/** Tribuo's trainers over our rows, and what they have fitted in a form of our own. */
final class Tribuo {
    /** Held, because the logging system forgets the level of a logger that nobody holds. */
    private static final List<Logger> SILENCED =
            List.of(Logger.getLogger("org.tribuo"), Logger.getLogger("com.oracle.labs.mlrg.olcut"));

    static {
        silence();
        Linear.disableDebugOutput();
    }

    /** How many rows are shown to a model of Tribuo's; one costs as much as ten of ours. */
    private static final int SAMPLE = 50;

    private Tribuo() {}

    /** Keeps Tribuo and its libraries from talking; needed where no other method of this class is called first. */
    static void silence() {
        SILENCED.forEach(logger -> logger.setLevel(Level.SEVERE));
    }

    static Trained logistic(TrainerSpec.Logistic spec, Rows rows, long seed) {
        RowsDataset data = new RowsDataset(rows);
        LinearSGDModel model = new RowsLogisticTrainer(spec, seed).train(data);
        DenseMatrix fitted = model.getWeightsCopy();
        int labels = rows.labels.size();
        int[] id = data.labelIds();
        double[] bias = new double[labels];
        double[] weights = new double[Math.multiplyExact(rows.columns(), labels)];
        for (int l = 0; l < labels; l++) {
            for (int c = 0; c < rows.columns(); c++) {
                weights[c * labels + l] = fitted.get(id[l], c);
            }
            bias[l] = fitted.get(id[l], rows.columns());
        }
        return new Trained(Link.SOFTMAX, bias, weights, sample(data, model));
    }

    /** LibLinear's weights by LibLinear itself: slower than {@link OneVsRest}, for what that one cannot solve. */
    static Trained libLinear(TrainerSpec.LibLinear spec, Rows rows, long seed) {
        RowsDataset data = new RowsDataset(rows);
        RowsLibLinearTrainer trainer = new RowsLibLinearTrainer(spec, seed);
        if (spec.balanced()) {
            double[] balance = balance(rows);
            Map<Label, Float> weights = new HashMap<>();
            for (int l = 0; l < balance.length; l++) {
                weights.put(new Label(rows.labels.get(l)), (float) balance[l]);
            }
            trainer.setLabelWeights(weights);
        }
        LibLinearModel<Label> model = trainer.train(data);
        de.bwaldvogel.liblinear.Model inner = model.getInnerModels().get(0);
        double[] fitted = inner.getFeatureWeights();
        int labels = rows.labels.size();
        int[] id = data.labelIds();
        int[] order = inner.getLabels();
        double[] bias = new double[labels];
        double[] weights = new double[Math.multiplyExact(rows.columns(), labels)];
        // With two labels there is one weight vector, in favour of the first in LibLinear's order.
        int vectors = labels == 2 ? 1 : labels;
        for (int l = 0; l < labels; l++) {
            int place = 0;
            while (order[place] != id[l]) {
                place++;
            }
            int vector = labels == 2 ? 0 : place;
            double sign = labels == 2 && place == 1 ? -1 : 1;
            for (int c = 0; c < rows.columns(); c++) {
                weights[c * labels + l] = sign * fitted[c * vectors + vector];
            }
            bias[l] = sign * fitted[rows.columns() * vectors + vector];
        }
        return new Trained(Link.ONE_VS_REST, bias, weights, sample(data, model));
    }

    /**
     * Naive Bayes as Tribuo computes it: logarithms of smoothed shares. What a label has not seen gets a weight by
     * Tribuo's formula for unseen features, whose divisor is the sum of the absolute logarithms. The mean over the
     * labels is taken off each weight, which changes no probability and keeps single precision exact enough.
     */
    static Trained naiveBayes(TrainerSpec.NaiveBayes spec, Rows rows) {
        RowsDataset data = new RowsDataset(rows);
        Model<Label> model = new MultinomialNaiveBayesTrainer(spec.alpha()).train(data);
        int labels = rows.labels.size();
        double[] weights = new double[rows.columns() * labels];
        for (int r = 0; r < rows.size(); r++) {
            for (int i = rows.start[r]; i < rows.start[r + 1]; i++) {
                weights[rows.column[i] * labels + rows.label[r]] += rows.value[i];
            }
        }
        double smoothing = rows.columns() * spec.alpha();
        for (int l = 0; l < labels; l++) {
            double sum = 0;
            for (int c = 0; c < rows.columns(); c++) {
                sum += weights[c * labels + l];
            }
            double logarithms = 0;
            for (int c = 0; c < rows.columns(); c++) {
                double count = weights[c * labels + l];
                if (count > 0) {
                    weights[c * labels + l] = Math.log((count + spec.alpha()) / (sum + smoothing));
                    logarithms += Math.abs(weights[c * labels + l]);
                }
            }
            double unseen = Math.log(spec.alpha() / (logarithms + smoothing));
            for (int c = 0; c < rows.columns(); c++) {
                if (weights[c * labels + l] == 0) {
                    weights[c * labels + l] = unseen;
                }
            }
        }
        for (int c = 0; c < rows.columns(); c++) {
            double mean = 0;
            for (int l = 0; l < labels; l++) {
                mean += weights[c * labels + l] / labels;
            }
            for (int l = 0; l < labels; l++) {
                weights[c * labels + l] -= mean;
            }
        }
        return new Trained(Link.SOFTMAX, new double[labels], weights, sample(data, model));
    }

    /** LibLinear's problems by {@link OneVsRest}; the scores of the sample are margins. */
    static Trained dual(TrainerSpec.LibLinear spec, Rows rows, OneVsRest.Solved solved, long seed) {
        RowsDataset data = new RowsDataset(rows);
        double[] bias = solved.bias();
        double[] weights = solved.weights();
        LinearSGDModel model = new RowsDualTrainer(spec, seed).model(data, bias, weights, Map.of());
        return new Trained(Link.ONE_VS_REST, bias, weights, sample(data, model));
    }

    /** Weights in inverse proportion to how often a label occurs, 1 on average over the rows; floats, as Tribuo has them. */
    static double[] balance(Rows rows) {
        int[] count = new int[rows.labels.size()];
        for (int label : rows.label) {
            count[label]++;
        }
        double[] weights = new double[count.length];
        for (int l = 0; l < count.length; l++) {
            weights[l] = (float) rows.size() / (count.length * Math.max(1, count[l]));
        }
        return weights;
    }

    /** What a model says of some rows, evenly spread; not of rows without features, which Tribuo refuses. */
    private static SortedMap<Integer, double[]> sample(RowsDataset data, Model<Label> model) {
        List<String> labels = data.rows().labels;
        SortedMap<Integer, double[]> sample = new TreeMap<>();
        for (int i = 0; i < Math.min(SAMPLE, data.size()); i++) {
            int row = (int) ((long) i * data.size() / Math.min(SAMPLE, data.size()));
            Example<Label> example = data.getExample(row);
            if (example.size() > 0) {
                double[] scores = new double[labels.size()];
                model.predict(example)
                        .getOutputScores()
                        .forEach((name, label) -> scores[labels.indexOf(name)] = label.getScore());
                sample.put(row, scores);
            }
        }
        return sample;
    }
}
