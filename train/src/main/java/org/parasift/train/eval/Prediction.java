package org.parasift.train.eval;

import java.util.List;
import java.util.Objects;
import org.parasift.train.corpus.Example;

/**
 * What somebody says of a labelled row.
 *
 * @param example the row
 * @param label the label given to it
 * @param probabilities of all labels, in the order of the evaluation's labels
 */
public record Prediction(Example example, String label, List<Double> probabilities) {
    public Prediction {
        Objects.requireNonNull(label, "label");
        probabilities = List.copyOf(probabilities);
    }
}
