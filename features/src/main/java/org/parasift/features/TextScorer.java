package org.parasift.features;

import java.util.List;

/** Scores a paragraph by its words alone; the scores become columns. Immutable and thread-safe. */
public interface TextScorer {
    /** What the scores are called. */
    List<String> names();

    /** Writes a score for each name; {@code bag} holds the weighted features of the recipe's bag families. */
    void score(FeatureVector bag, double[] into);
}
