package org.parasift.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Idf;

/**
 * All that is needed to classify: recipe, labels, weights, calibration, policy; and where it comes from. Immutable and
 * thread-safe. Made by {@link #linear} or read by {@link ModelFile}.
 */
public final class Model {
    private final FeatureRecipe recipe;
    private final List<String> labels;
    private final Link link;
    private final LinearWeights weights;
    private final Optional<Idf> idf;
    private final Extras extras;

    /** What can be set after the weights are known. */
    record Extras(
            Calibration calibration,
            DecisionPolicy policy,
            SortedMap<String, String> manifest,
            SortedMap<Long, String> names,
            List<Golden> golden) {
        static final Extras NONE =
                new Extras(Calibration.NONE, DecisionPolicy.STANDARD, new TreeMap<>(), new TreeMap<>(), List.of());

        Extras {
            manifest = Collections.unmodifiableSortedMap(new TreeMap<>(manifest));
            names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
            golden = List.copyOf(golden);
        }
    }

    Model(
            FeatureRecipe recipe,
            List<String> labels,
            Link link,
            LinearWeights weights,
            Optional<Idf> idf,
            Extras extras) {
        this.recipe = recipe;
        this.labels = List.copyOf(labels);
        this.link = link;
        this.weights = weights;
        this.idf = idf;
        this.extras = extras;
        for (int i = 1; i < labels.size(); i++) {
            if (labels.get(i - 1).compareTo(labels.get(i)) >= 0) {
                throw new IllegalArgumentException("labels " + labels + " (expected sorted, each once)");
            }
        }
        boolean one = weights.columns() == 1 && labels.size() == 2;
        if (labels.size() < 2 || (!one && weights.columns() != labels.size())) {
            throw new IllegalArgumentException(weights.columns() + " columns of weights for labels " + labels);
        }
        if (extras.calibration() != Calibration.NONE && labels.size() != 2) {
            throw new IllegalArgumentException("calibration is for two labels, not " + labels);
        }
        if (recipe.weighting().idf() != idf.isPresent()) {
            throw new IllegalArgumentException(
                    recipe.weighting().idf() ? "the recipe wants idf" : "the recipe has no use for idf");
        }
    }

    /**
     * A linear model. It gives the probabilities of {@code link} applied to {@code bias + sum of value * weight}; weights
     * are kept in single precision.
     *
     * @param labels sorted, at least two
     * @param bias for each label
     * @param keys of the features, each once, in any order
     * @param weights feature by feature, for each label
     * @throws IllegalArgumentException if sizes do not fit, a key comes twice or a weight is not finite
     */
    public static Model linear(
            FeatureRecipe recipe, List<String> labels, Link link, double[] bias, long[] keys, double[] weights) {
        return new Model(
                recipe, labels, link, sorted(labels, link, bias, keys, weights), Optional.empty(), Extras.NONE);
    }

    /** A linear model whose recipe wants idf. */
    public static Model linear(
            FeatureRecipe recipe,
            List<String> labels,
            Link link,
            double[] bias,
            long[] keys,
            double[] weights,
            Idf idf) {
        return new Model(
                recipe, labels, link, sorted(labels, link, bias, keys, weights), Optional.of(idf), Extras.NONE);
    }

    /** What is extracted. */
    public FeatureRecipe recipe() {
        return recipe;
    }

    /** The labels, sorted. */
    public List<String> labels() {
        return labels;
    }

    /** How scores become probabilities. */
    public Link link() {
        return link;
    }

    /** The number of features that have weights. */
    public int size() {
        return weights.rows();
    }

    /** The key of feature {@code row}. */
    public long key(int row) {
        return weights.key(row);
    }

    /**
     * The weight of feature {@code row} in favour of a label. A model with two labels keeps only their difference: the
     * weight of the second is it, that of the first is its opposite.
     */
    public double weight(int row, int label) {
        if (weights.columns() == 1) {
            double weight = weights.weight(row, 0);
            return label == 0 ? -weight : weight;
        }
        return weights.weight(row, label);
    }

    /** What corrects the probability of the second of two labels. */
    public Calibration calibration() {
        return extras.calibration();
    }

    /** What follows from a probability. */
    public DecisionPolicy policy() {
        return extras.policy();
    }

    /** Where the model comes from: data, settings, versions, scores. */
    public SortedMap<String, String> manifest() {
        return extras.manifest();
    }

    /** Readable names of some keys. */
    public SortedMap<Long, String> names() {
        return extras.names();
    }

    /** The same with another calibration. */
    public Model with(Calibration calibration) {
        return with(new Extras(calibration, policy(), manifest(), names(), golden()));
    }

    /** The same with another policy. */
    public Model with(DecisionPolicy policy) {
        return with(new Extras(calibration(), policy, manifest(), names(), golden()));
    }

    /** The same with another manifest. */
    public Model withManifest(Map<String, String> manifest) {
        return with(new Extras(calibration(), policy(), new TreeMap<>(manifest), names(), golden()));
    }

    /** The same with readable names of some keys, those a person may want to see. */
    public Model withNames(Map<Long, String> names) {
        return with(new Extras(calibration(), policy(), manifest(), new TreeMap<>(names), golden()));
    }

    /** The same with texts whose probabilities, as this model gives them now, are checked whenever it is loaded. */
    public Model withGolden(List<String> texts) {
        ParagraphClassifier classifier = ParagraphClassifier.of(this);
        List<Golden> golden = new ArrayList<>();
        for (String text : texts) {
            Probabilities probabilities = classifier.classifyText(text).probabilities();
            golden.add(new Golden(
                    text, Arrays.stream(probabilities.toArray()).boxed().toList()));
        }
        return with(new Extras(calibration(), policy(), manifest(), names(), golden));
    }

    LinearWeights weights() {
        return weights;
    }

    Optional<Idf> idf() {
        return idf;
    }

    List<Golden> golden() {
        return extras.golden();
    }

    Model with(Extras others) {
        return new Model(recipe, labels, link, weights, idf, others);
    }

    /** Sorts by key and, of two labels, keeps the difference where the link allows it. */
    private static LinearWeights sorted(List<String> labels, Link link, double[] bias, long[] keys, double[] weights) {
        int count = labels.size();
        if (bias.length != count || weights.length != (long) keys.length * count) {
            throw new IllegalArgumentException(bias.length + " biases and " + weights.length + " weights for "
                    + keys.length + " features of " + count + " labels");
        }
        boolean difference = count == 2 && (link == Link.SOFTMAX || opposite(bias, weights));
        double half = link == Link.SOFTMAX ? 1 : 0.5;
        int columns = difference ? 1 : count;
        double[] newBias = difference ? new double[] {half * (bias[1] - bias[0])} : bias.clone();
        long[] sortedKeys = keys.clone();
        long[] order = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            sortedKeys[i] ^= Long.MIN_VALUE;
        }
        Integer[] rows = new Integer[keys.length];
        Arrays.setAll(rows, i -> i);
        Arrays.sort(rows, (a, b) -> Long.compare(sortedKeys[a], sortedKeys[b]));
        float[] newWeights = new float[keys.length * columns];
        for (int i = 0; i < keys.length; i++) {
            int row = rows[i];
            order[i] = keys[row];
            if (difference) {
                newWeights[i] = (float) (half * (weights[2 * row + 1] - weights[2 * row]));
            } else {
                for (int c = 0; c < count; c++) {
                    newWeights[i * count + c] = (float) weights[row * count + c];
                }
            }
        }
        return new LinearWeights(newBias, order, newWeights);
    }

    private static boolean opposite(double[] bias, double[] weights) {
        boolean opposite = bias[0] == -bias[1];
        for (int i = 0; i < weights.length && opposite; i += 2) {
            opposite = weights[i] == -weights[i + 1];
        }
        return opposite;
    }
}
