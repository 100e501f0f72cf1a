package org.parasift.features;

import java.util.List;
import java.util.Optional;

/** Scores a paragraph by its words alone; the scores become columns. Immutable and thread-safe. */
public interface TextScorer {
    /** What the scores are called. */
    List<String> names();

    /** Where it looks the features up, if it says so: those of a page are then looked up all together. */
    default Optional<KeyTable> table() {
        return Optional.empty();
    }

    /** Writes a score for each name; {@code bag} holds the weighted features of the recipe's bag families. */
    void score(FeatureVector bag, double[] into);
}
