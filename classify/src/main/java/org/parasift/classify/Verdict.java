package org.parasift.classify;

import org.parasift.text.Paragraph;

/**
 * What the model says of a paragraph.
 *
 * @param paragraph where it stands
 * @param label the most probable label; of equals the first
 * @param probability of that label
 * @param decision what follows by the model's policy
 * @param probabilities of all labels
 */
public record Verdict(
        Paragraph paragraph, String label, double probability, Decision decision, Probabilities probabilities) {
    /** The probability of a label; 0 of one that the model does not have. */
    public double probability(String ofLabel) {
        return probabilities.of(ofLabel);
    }
}
