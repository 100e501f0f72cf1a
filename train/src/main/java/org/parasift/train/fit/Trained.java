package org.parasift.train.fit;

import java.util.Optional;
import org.parasift.classify.Link;

/**
 * What a trainer has fitted: scores are {@code bias + sum of value * weight}, probabilities the link of them.
 *
 * <p>Not a record: its arrays are large and shared on purpose.
 */
final class Trained {
    /** What the trainer's own model says of a training row. */
    interface Oracle {
        /** The probabilities of the labels, in their order; empty if the model cannot tell. */
        Optional<double[]> probabilities(int row);
    }

    private final Link link;
    private final double[] bias;
    private final double[] weights;
    private final Oracle oracle;

    /**
     * @param bias for each label
     * @param weights column by column, for each label
     */
    Trained(Link link, double[] bias, double[] weights, Oracle oracle) {
        this.link = link;
        this.bias = bias;
        this.weights = weights;
        this.oracle = oracle;
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

    Oracle oracle() {
        return oracle;
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
}
