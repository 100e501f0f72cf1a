package org.parasift.classify;

import java.util.List;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureVector;
import org.parasift.features.Page;

/** Gives a paragraph its scores, before link function and calibration. Immutable and thread-safe. */
sealed interface Scorer permits LinearWeights, TreeScorer {
    /** The number of scores: one for two labels, in favour of the second; else one for each label. */
    int outputs();

    /** Writes the scores of a paragraph. */
    void score(FeatureExtractor extractor, Page page, int paragraph, Scratch scratch, double[] into);

    /** What the score of an output consists of; added up in their order the reasons give exactly the score. */
    List<Reason> reasons(FeatureExtractor extractor, Page page, int paragraph, int output);

    /** What scoring writes into; of one thread. */
    final class Scratch {
        final FeatureVector vector = new FeatureVector();
        final float[] row;
        final long[] keys;

        Scratch(FeatureExtractor extractor) {
            row = new float[extractor.columns().size()];
            keys = new long[row.length];
        }
    }
}
