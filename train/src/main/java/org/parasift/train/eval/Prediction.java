package org.parasift.train.eval;

import java.util.List;
import java.util.Objects;
import org.parasift.classify.Decision;
import org.parasift.classify.DecisionPolicy;
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

    /**
     * The same with the label that follows from a policy: what is dropped is what the policy drops, all else is the other
     * label. Where the policy says nothing, because there are other labels or more than two, it stays as it is.
     *
     * @param labels in the order of the probabilities
     */
    public Prediction decided(List<String> labels, DecisionPolicy policy) {
        int dropped = labels.indexOf(policy.dropLabel());
        if (labels.size() != 2 || dropped < 0) {
            return this;
        }
        boolean drop = policy.decide(probabilities.get(dropped)) == Decision.DROP;
        String decided = labels.get(drop ? dropped : 1 - dropped);
        return decided.equals(label) ? this : new Prediction(example, decided, probabilities);
    }
}
