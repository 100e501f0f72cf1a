package org.parasift.classify;

import java.util.List;
import java.util.Optional;
import org.parasift.features.FeatureVector;
import org.parasift.features.KeyTable;
import org.parasift.features.TextScorer;

/**
 * Linear scores of a paragraph's words, several over one table of keys: columns for trees to build on. Immutable and
 * thread-safe.
 */
public final class TextScores implements TextScorer {
    private final List<String> names;
    private final LinearWeights weights;
    private final Optional<KeyTable> table;

    TextScores(List<String> names, LinearWeights weights) {
        this.names = List.copyOf(names);
        this.weights = weights;
        this.table = Optional.of(weights.table());
        if (names.size() != weights.outputs()) {
            throw new IllegalArgumentException(names + " for " + weights.outputs() + " text scores");
        }
    }

    /**
     * Scores {@code bias + sum of value * weight}; weights are kept in single precision.
     *
     * @param names what the scores are called
     * @param bias for each score
     * @param keys of the features, each once, in any order
     * @param weights feature by feature, for each score
     */
    public static TextScores of(List<String> names, double[] bias, long[] keys, double[] weights) {
        return new TextScores(names, LinearWeights.sorted(bias, keys, weights));
    }

    /** The same in little room: at most so many features, with weights of 8 bits. */
    public TextScores compact(int mostFeatures) {
        return new TextScores(names, weights.compact(mostFeatures));
    }

    /**
     * The same with one score changed: {@code bias} is added to its bias, and to the weight of each key what is given for
     * it. Compact scores stay compact: in their steps, up to the greatest weight they had.
     *
     * @param score its place among the names
     * @param keys of features, in any order, those without weight until now among them
     */
    public TextScores plus(int score, double bias, long[] keys, double[] weights) {
        return new TextScores(names, this.weights.plus(score, bias, keys, weights));
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public void score(FeatureVector bag, double[] into) {
        weights.score(bag, into);
    }

    @Override
    public Optional<KeyTable> table() {
        return table;
    }

    LinearWeights weights() {
        return weights;
    }
}
