package org.parasift.train.fit;

import java.util.SortedMap;
import org.parasift.classify.Link;

/**
 * What a trainer has fitted: scores are {@code bias + sum of value * weight}, probabilities the link of them.
 *
 * <p>Not a record: its arrays are large and shared on purpose.
 */
final class Trained {
    private final Link link;
    private final double[] bias;
    private final double[] weights;
    private final SortedMap<Integer, double[]> sample;

    /**
     * @param bias for each label
     * @param weights column by column, for each label
     * @param sample the probabilities that Tribuo's own model gives to some training rows, by their number
     */
    Trained(Link link, double[] bias, double[] weights, SortedMap<Integer, double[]> sample) {
        this.link = link;
        this.bias = bias;
        this.weights = weights;
        this.sample = sample;
    }

    Link link() {
        return link;
    }

    double[] bias() {
        return bias;
    }

    double[] weights() {
        return weights;
    }

    SortedMap<Integer, double[]> sample() {
        return sample;
    }

    /** The scores of a row. */
    double[] scores(Rows rows, int row) {
        double[] scores = bias.clone();
        for (int i = rows.start[row]; i < rows.start[row + 1]; i++) {
            int at = rows.column[i] * scores.length;
            for (int l = 0; l < scores.length; l++) {
                scores[l] += rows.value[i] * weights[at + l];
            }
        }
        return scores;
    }

    /** The probabilities of a row. */
    double[] probabilities(Rows rows, int row) {
        double[] probabilities = scores(rows, row);
        link.apply(probabilities);
        return probabilities;
    }
}
