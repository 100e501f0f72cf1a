package org.parasift.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Idf;
import org.parasift.features.KeyTable;
import org.parasift.features.Knowledge;

/**
 * All that is needed to classify: recipe, labels, weights, calibration, policy; and where it comes from. Immutable and
 * thread-safe. Made by {@link #linear} or read by {@link ModelFile}.
 */
public final class Model {
    /** Of a model with {@link Link#EITHER} the number of the score for articles on other subjects. */
    private static final int SUBJECT = 2;

    private final FeatureRecipe recipe;
    private final List<String> labels;
    private final Link link;
    private final Scorer scorer;
    private final Knowledge knowledge;
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

    Model(FeatureRecipe recipe, List<String> labels, Link link, Scorer scorer, Knowledge knowledge, Extras extras) {
        this.recipe = recipe;
        this.labels = List.copyOf(labels);
        this.link = link;
        this.scorer = scorer instanceof LinearWeights weights && knowledge.idf().isPresent()
                ? weights.sharing(knowledge.idf().get())
                : scorer;
        this.knowledge = knowledge;
        this.extras = extras;
        for (int i = 1; i < labels.size(); i++) {
            if (labels.get(i - 1).compareTo(labels.get(i)) >= 0) {
                throw new IllegalArgumentException("labels " + labels + " (expected sorted, each once)");
            }
        }
        boolean one = scorer.outputs() == 1 && labels.size() == 2;
        boolean either = link == Link.EITHER && scorer.outputs() >= 2;
        if (labels.size() < 2 || (!one && !either && scorer.outputs() != labels.size())) {
            throw new IllegalArgumentException(scorer.outputs() + " scores for labels " + labels);
        }
        int calibrated = extras.calibration().labels();
        if (calibrated != 0 && calibrated != labels.size()) {
            throw new IllegalArgumentException("calibration is for " + calibrated + " labels, not " + labels);
        }
        if (recipe.weighting().idf() != knowledge.idf().isPresent()) {
            throw new IllegalArgumentException(
                    recipe.weighting().idf() ? "the recipe wants idf" : "the recipe has no use for idf");
        }
        if (link == Link.EITHER && (labels.size() != 2 || scorer.outputs() < 2)) {
            throw new IllegalArgumentException(
                    "link EITHER is for two scores or more of two labels, not " + scorer.outputs() + " of " + labels);
        }
        FeatureExtractor extractor = recipe.compile(knowledge);
        if (scorer instanceof TreeScorer tree && !tree.trees().columns().equals(extractor.columns())) {
            throw new IllegalArgumentException("the trees are over the columns "
                    + tree.trees().columns() + ", the recipe has " + extractor.columns());
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
        return linear(recipe, labels, link, bias, keys, weights, Knowledge.NONE);
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
        return linear(recipe, labels, link, bias, keys, weights, Knowledge.NONE.with(idf));
    }

    /** A linear model whose families want knowledge. */
    public static Model linear(
            FeatureRecipe recipe,
            List<String> labels,
            Link link,
            double[] bias,
            long[] keys,
            double[] weights,
            Knowledge knowledge) {
        int count = labels.size();
        if (bias.length != count || weights.length != (long) keys.length * count) {
            throw new IllegalArgumentException(bias.length + " biases and " + weights.length + " weights for "
                    + keys.length + " features of " + count + " labels");
        }
        boolean difference =
                count == 2 && (link == Link.SOFTMAX || (link == Link.ONE_VS_REST && opposite(bias, weights)));
        LinearWeights sorted = difference
                ? LinearWeights.sorted(difference(link, bias), keys, difference(link, weights))
                : LinearWeights.sorted(bias, keys, weights);
        return new Model(recipe, labels, link, sorted, knowledge, Extras.NONE);
    }

    /**
     * Boosted trees over the recipe's columns.
     *
     * @param labels sorted, at least two
     * @param trees with an output for each label; or of two labels with one output, the log-odds of the second; or with
     *     {@link Link#EITHER} two such or more
     */
    public static Model trees(FeatureRecipe recipe, List<String> labels, Link link, Trees trees, Knowledge knowledge) {
        Trees own = labels.size() == 2 && trees.outputs() == 2 && link == Link.SOFTMAX ? trees.difference() : trees;
        return new Model(recipe, labels, link, new TreeScorer(own, Optional.empty()), knowledge, Extras.NONE);
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

    /**
     * The same in little room: the weightiest features only, with weights of 8 bits. Golden texts are dropped, since the
     * scores change a little. A model of trees stays as it is.
     *
     * @param mostFeatures how many features may stay
     */
    public Model compact(int mostFeatures) {
        if (!(scorer instanceof LinearWeights weights)) {
            return this;
        }
        LinearWeights small = weights.compact(mostFeatures);
        SortedMap<Long, String> fewerNames = new TreeMap<>();
        names().forEach((key, name) -> {
            long high = key & KeyTable.high(small.storage().keyBits());
            if (small.has(high)) {
                fewerNames.put(high, name);
            }
        });
        Extras others = new Extras(calibration(), policy(), manifest(), fewerNames, List.of());
        Knowledge less =
                knowledge.idf().map(idf -> knowledge.with(small.only(idf))).orElse(knowledge);
        return new Model(recipe, labels, link, small, less, others);
    }

    /** The number of features that have weights; 0 if the model is not linear. */
    public int size() {
        return scorer instanceof LinearWeights weights ? weights.rows() : 0;
    }

    /** The key of feature {@code row}. */
    public long key(int row) {
        return ((LinearWeights) scorer).key(row);
    }

    /**
     * The weight of feature {@code row} in favour of a label. A model with two labels keeps only their difference: the
     * weight of the second is it, that of the first is its opposite.
     */
    public double weight(int row, int label) {
        LinearWeights weights = (LinearWeights) scorer;
        if (weights.outputs() == 1) {
            double weight = weights.weight(row, 0);
            return label == 0 ? -weight : weight;
        }
        return weights.weight(row, label);
    }

    /** The trees, if the model is made of trees. */
    public Optional<Trees> trees() {
        return scorer instanceof TreeScorer tree ? Optional.of(tree.trees()) : Optional.empty();
    }

    /**
     * The same for articles on any subject: without the score by which a news model tells articles that are not
     * geopolitics. A model without such a score is returned as it is; the
     * manifest of another one says {@code subject = any}. Golden texts are dropped, since the scores change.
     */
    public Model anySubject() {
        if (!judgesSubject() || !(scorer instanceof TreeScorer tree)) {
            return this;
        }
        SortedMap<String, String> manifest = new TreeMap<>(manifest());
        manifest.put("subject", "any");
        Extras others = new Extras(calibration(), policy(), manifest, names(), List.of());
        TreeScorer rest =
                new TreeScorer(tree.trees().outputs(SUBJECT), tree.smoothing().filter(how -> how.output() < SUBJECT));
        return new Model(recipe, labels, link, rest, knowledge, others);
    }

    /** Whether it tells articles that are not about its subject, so that {@link #anySubject} is another model. */
    public boolean judgesSubject() {
        return link == Link.EITHER && scorer.outputs() > SUBJECT && scorer instanceof TreeScorer;
    }

    /** What the families have learned. */
    public Knowledge knowledge() {
        return knowledge;
    }

    /** What corrects the probabilities. */
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

    /** The same with other knowledge. Golden texts are dropped, since the scores change. */
    public Model with(Knowledge other) {
        Extras others = new Extras(calibration(), policy(), manifest(), names(), List.of());
        return new Model(recipe, labels, link, scorer, other, others);
    }

    /** Which of its scores neighbouring paragraphs share, if one is. */
    public Optional<RunSmoothing> smoothing() {
        return scorer instanceof TreeScorer tree ? tree.smoothing() : Optional.empty();
    }

    /**
     * The same with one of its scores smoothed. Texts that stand alone keep their probabilities.
     *
     * @throws IllegalArgumentException if it is not a model of trees, or has no such score
     */
    public Model with(RunSmoothing smoothing) {
        if (!(scorer instanceof TreeScorer tree)) {
            throw new IllegalArgumentException("scores of neighbours are for models of trees");
        }
        return new Model(recipe, labels, link, new TreeScorer(tree.trees(), Optional.of(smoothing)), knowledge, extras);
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

    Scorer scorer() {
        return scorer;
    }

    List<Golden> golden() {
        return extras.golden();
    }

    Model with(Extras others) {
        return new Model(recipe, labels, link, scorer, knowledge, others);
    }

    private static boolean opposite(double[] bias, double[] weights) {
        boolean opposite = bias[0] == -bias[1];
        for (int i = 0; i < weights.length && opposite; i += 2) {
            opposite = weights[i] == -weights[i + 1];
        }
        return opposite;
    }

    /** Of pairs what speaks for the second: the log-odds that the link function would make of the scores. */
    private static double[] difference(Link link, double[] pairs) {
        double share = link == Link.SOFTMAX ? 1 : 0.5;
        double[] difference = new double[pairs.length / 2];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = share * (pairs[2 * i + 1] - pairs[2 * i]);
        }
        return difference;
    }
}
