package org.parasift.train.fit;

import com.oracle.labs.mlrg.olcut.util.Pair;
import de.bwaldvogel.liblinear.Linear;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parasift.classify.Link;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.classification.mnb.MultinomialNaiveBayesTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.liblinear.LibLinearModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Tribuo's trainers over our rows. A feature's name is its key in sixteen hexadecimal digits, so that Tribuo, which
 * sorts features by name, numbers them as {@link Rows} does.
 */
final class Tribuo {
    /** Held, because the logging system forgets the level of a logger that nobody holds. */
    private static final List<Logger> SILENCED =
            List.of(Logger.getLogger("org.tribuo"), Logger.getLogger("com.oracle.labs.mlrg.olcut"));

    static {
        SILENCED.forEach(logger -> logger.setLevel(Level.SEVERE));
        Linear.disableDebugOutput();
    }

    private Tribuo() {}

    static Trained logistic(TrainerSpec.Logistic spec, Rows rows, long seed) {
        MutableDataset<Label> data = dataset(rows);
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new LogMulticlass(), new AdaGrad(spec.rate(), spec.epsilon()), spec.epochs(), -1, 1, seed);
        LinearSGDModel model = trainer.train(data);
        DenseMatrix fitted = model.getWeightsCopy();
        int labels = rows.labels.size();
        int[] id = ids(rows, model);
        int[] feature = features(rows, model);
        double[] bias = new double[labels];
        double[] weights = new double[rows.columns() * labels];
        for (int l = 0; l < labels; l++) {
            for (int c = 0; c < rows.columns(); c++) {
                weights[c * labels + l] = feature[c] < 0 ? 0 : fitted.get(id[l], feature[c]);
            }
            bias[l] = fitted.get(id[l], model.getFeatureIDMap().size());
        }
        return new Trained(Link.SOFTMAX, bias, weights, oracle(rows, data, model));
    }

    static Trained libLinear(TrainerSpec.LibLinear spec, Rows rows, long seed) {
        boolean svm = spec.loss() == TrainerSpec.LibLinear.Loss.SVM;
        MutableDataset<Label> data = dataset(rows);
        LibLinearClassificationTrainer trainer = new LibLinearClassificationTrainer(
                new LinearClassificationType(svm ? LinearType.L2R_L2LOSS_SVC_DUAL : LinearType.L2R_LR),
                spec.cost(),
                1000,
                spec.eps(),
                seed);
        if (spec.balanced()) {
            trainer.setLabelWeights(balance(rows));
        }
        LibLinearModel<Label> model = trainer.train(data);
        de.bwaldvogel.liblinear.Model inner = model.getInnerModels().get(0);
        double[] fitted = inner.getFeatureWeights();
        int labels = rows.labels.size();
        int[] id = ids(rows, model);
        int[] feature = features(rows, model);
        int[] order = inner.getLabels();
        double[] bias = new double[labels];
        double[] weights = new double[rows.columns() * labels];
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
                weights[c * labels + l] = feature[c] < 0 ? 0 : sign * fitted[feature[c] * vectors + vector];
            }
            bias[l] = sign * fitted[model.getFeatureIDMap().size() * vectors + vector];
        }
        return new Trained(Link.ONE_VS_REST, bias, weights, oracle(rows, data, model));
    }

    /**
     * Naive Bayes as Tribuo computes it: logarithms of smoothed shares. What a label has not seen gets a weight by
     * Tribuo's formula for unseen features, whose divisor is the sum of the absolute logarithms. The mean over the
     * labels is taken off each weight, which changes no probability and keeps single precision exact enough.
     */
    static Trained naiveBayes(TrainerSpec.NaiveBayes spec, Rows rows) {
        MutableDataset<Label> data = dataset(rows);
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
        return new Trained(Link.SOFTMAX, new double[labels], weights, oracle(rows, data, model));
    }

    private static MutableDataset<Label> dataset(Rows rows) {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> data = new MutableDataset<>(
                new SimpleDataSourceProvenance(
                        "parasift rows", OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), factory),
                factory);
        String[] names = names(rows);
        Label[] labels = rows.labels.stream().map(Label::new).toArray(Label[]::new);
        for (int r = 0; r < rows.size(); r++) {
            data.add(example(rows, r, labels[rows.label[r]], names));
        }
        return data;
    }

    private static ArrayExample<Label> example(Rows rows, int row, Label label, String[] names) {
        int from = rows.start[row];
        int length = rows.start[row + 1] - from;
        String[] own = new String[length];
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            own[i] = names[rows.column[from + i]];
            values[i] = rows.value[from + i];
        }
        return new ArrayExample<>(label, own, values);
    }

    private static String[] names(Rows rows) {
        HexFormat hex = HexFormat.of();
        String[] names = new String[rows.columns()];
        Arrays.setAll(names, c -> hex.toHexDigits(rows.keys[c]));
        return names;
    }

    /** Tribuo's number of each of our labels. */
    private static int[] ids(Rows rows, Model<Label> model) {
        ImmutableOutputInfo<Label> info = model.getOutputIDInfo();
        int[] ids = new int[rows.labels.size()];
        for (Pair<Integer, Label> pair : info) {
            ids[rows.labels.indexOf(pair.getB().getLabel())] = pair.getA();
        }
        return ids;
    }

    /** Tribuo's number of each of our columns; -1 of one that no row has. */
    private static int[] features(Rows rows, Model<Label> model) {
        String[] names = names(rows);
        int[] features = new int[names.length];
        Arrays.setAll(features, c -> model.getFeatureIDMap().getID(names[c]));
        return features;
    }

    /** Weights in inverse proportion to how often a label occurs, 1 on average over the rows. */
    private static Map<Label, Float> balance(Rows rows) {
        int[] count = new int[rows.labels.size()];
        for (int label : rows.label) {
            count[label]++;
        }
        Map<Label, Float> weights = new HashMap<>();
        for (int l = 0; l < count.length; l++) {
            weights.put(new Label(rows.labels.get(l)), (float) rows.size() / (count.length * Math.max(1, count[l])));
        }
        return weights;
    }

    private static Trained.Oracle oracle(Rows rows, MutableDataset<Label> data, Model<Label> model) {
        return row -> {
            if (rows.start[row] == rows.start[row + 1]) {
                return Optional.empty(); // Tribuo refuses to predict for a row without features
            }
            Prediction<Label> prediction = model.predict(data.getExample(row));
            double[] probabilities = new double[rows.labels.size()];
            prediction
                    .getOutputScores()
                    .forEach((name, label) -> probabilities[rows.labels.indexOf(name)] = label.getScore());
            return Optional.of(probabilities);
        };
    }
}
