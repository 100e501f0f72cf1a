package org.parasift.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.Page;

/** Trees over the columns of a recipe. A paragraph is scored with those behind it, since many cost less than one by one. */
record TreeScorer(Trees trees, Optional<RunSmoothing> smoothing) implements Scorer {
    TreeScorer {
        if (smoothing.isPresent() && smoothing.get().output() >= trees.outputs()) {
            throw new IllegalArgumentException(smoothing.get() + " of " + trees.outputs() + " scores");
        }
    }

    @Override
    public int outputs() {
        return trees.outputs();
    }

    @Override
    public void score(FeatureExtractor extractor, Page page, int paragraph, Scratch scratch, double[] into) {
        int reach = smoothing.isPresent() ? RunSmoothing.REACH : 0;
        if (!scratch.knows(paragraph, reach, page.paragraphs())) {
            int first = Math.max(0, paragraph - reach);
            int count = Math.min(page.paragraphs() - first, SlicedTrees.ROWS);
            float[][] rows = scratch.rows(first, count);
            for (int i = 0; i < count; i++) {
                extractor.fill(page, first + i, rows[i]);
            }
            trees.score(rows, count, scratch.room);
        }
        int row = paragraph - scratch.first();
        System.arraycopy(scratch.room.scores, row * into.length, into, 0, into.length);
        if (reach > 0) {
            RunSmoothing how = smoothing.get();
            into[how.output()] += how.gain(scratch.room.scores, into.length, row, scratch.count());
        }
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
