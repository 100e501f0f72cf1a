package org.parasift.classify;

import java.util.ArrayList;
import java.util.List;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.Page;

/** Trees over the columns of a recipe. */
record TreeScorer(Trees trees) implements Scorer {
    @Override
    public int outputs() {
        return trees.outputs();
    }

    @Override
    public void score(FeatureExtractor extractor, Page page, int paragraph, Scratch scratch, double[] into) {
        extractor.fill(page, paragraph, scratch.row);
        trees.score(scratch.row, scratch.keys, into);
    }

    @Override
    public List<Reason> reasons(FeatureExtractor extractor, Page page, int paragraph, int output) {
        int columns = trees.columns().size();
        float[] row = new float[columns];
        double[] contributions = new double[columns];
        extractor.fill(page, paragraph, row);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason("bias", 1, trees.contributions(row, output, contributions)));
        for (int i = 0; i < columns; i++) {
            if (contributions[i] != 0) {
                reasons.add(new Reason(trees.columns().get(i), row[i], contributions[i]));
            }
        }
        return reasons;
    }
}
