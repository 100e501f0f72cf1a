package org.parasift.classify;

import java.util.ArrayList;
import java.util.List;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.Page;

/** Trees over the columns of a recipe. A paragraph is scored with those behind it, since many cost less than one by one. */
record TreeScorer(Trees trees) implements Scorer {
    @Override
    public int outputs() {
        return trees.outputs();
    }

    @Override
    public void score(FeatureExtractor extractor, Page page, int paragraph, Scratch scratch, double[] into) {
        int row = scratch.row(paragraph);
        if (row < 0) {
            int count = Math.min(page.paragraphs() - paragraph, SlicedTrees.ROWS);
            float[][] rows = scratch.rows(paragraph, count);
            for (int i = 0; i < count; i++) {
                extractor.fill(page, paragraph + i, rows[i]);
            }
            trees.score(rows, count, scratch.room);
            row = 0;
        }
        System.arraycopy(scratch.room.scores, row * into.length, into, 0, into.length);
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
