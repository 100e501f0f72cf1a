package org.parasift.classify;

import java.util.Objects;

/**
 * What follows from a probability: kept below {@code review}, dropped from {@code drop} on, reviewed in between. Of a
 * model that has no label {@code dropLabel} everything is kept.
 *
 * @param dropLabel the label of what is to be dropped
 * @param review the least probability of {@code dropLabel} at which a paragraph is not simply kept
 * @param drop the least probability at which it is dropped, not below {@code review}
 */
public record DecisionPolicy(String dropLabel, double review, double drop) {
    /** Drops what is spam with a probability of at least one half; reviews nothing. */
    public static final DecisionPolicy STANDARD = new DecisionPolicy("spam", 0.5, 0.5);

    public DecisionPolicy {
        Objects.requireNonNull(dropLabel, "dropLabel");
        if (!(review >= 0 && review <= drop && drop <= 1)) {
            throw new IllegalArgumentException(
                    "review from " + review + ", drop from " + drop + " (expected 0 <= review <= drop <= 1)");
        }
    }

    /** The decision at a probability of {@code dropLabel}. */
    public Decision decide(double probability) {
        return probability < review ? Decision.KEEP : probability < drop ? Decision.REVIEW : Decision.DROP;
    }
}
