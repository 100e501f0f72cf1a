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

    /** What the score of an output consists of, but for what neighbours add; in their order the reasons add up exactly. */
    List<Reason> reasons(FeatureExtractor extractor, Page page, int paragraph, int output);

    /** What scoring writes into, and what is known of the page at hand; of one thread. */
    final class Scratch {
        final FeatureVector vector = new FeatureVector();
        final Trees.Room room;
        /** The columns of some paragraphs in a row, whose scores stand in the room. */
        private float[][] rows = new float[0][];

        private final int columns;
        private int first;
        private int end;

        Scratch(FeatureExtractor extractor, int outputs) {
            columns = extractor.columns().size();
            room = new Trees.Room(columns, outputs);
        }

        /** Must be called when the page shows something else. */
        void forget() {
            first = 0;
            end = 0;
        }

        /** Whether the scores stand in the room of a paragraph and of all that are not further from it than {@code reach}. */
        boolean knows(int paragraph, int reach, int paragraphs) {
            int from = Math.max(0, paragraph - reach);
            int to = Math.min(paragraphs - 1, paragraph + reach);
            return from >= first && to < end;
        }

        /** The paragraph that the first row is of. */
        int first() {
            return first;
        }

        /** The number of rows. */
        int count() {
            return end - first;
        }

        /** Rows for the paragraphs from one on. */
        float[][] rows(int from, int count) {
            first = from;
            end = from + count;
            if (rows.length < count) {
                rows = new float[Math.min(SlicedTrees.ROWS, Math.max(count, 2 * rows.length))][columns];
            }
            return rows;
        }
    }
}
