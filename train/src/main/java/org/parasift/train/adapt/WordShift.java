package org.parasift.train.adapt;

import java.util.SplittableRandom;
import org.parasift.classify.TextScores;

/**
 * What is to be added to the weights of a linear score so that it fits rows better: logistic loss with a penalty on the
 * squares of what is added, so that words seen seldom keep about the weight they had; the bias stays, lest the whole site
 * be moved to one side. By AdaGrad (Duchi, Hazan and Singer 2011), row by row in a seeded order.
 */
final class WordShift {
    private static final int EPOCHS = 12;
    private static final double RATE = 0.3;
    private static final double SMALL = 1e-6;

    private WordShift() {}

    /** The scores, one of them shifted so that it fits the rows. */
    static TextScores of(TextScores scores, int which, WordRows rows, double penalty, long seed) {
        long[] keys = rows.distinctKeys();
        int[] places = rows.places(keys);
        int[] count = new int[keys.length];
        for (int place : places) {
            count[place]++;
        }
        double[] shift = new double[keys.length];
        double[] squares = new double[keys.length];
        int[] order = new int[rows.size()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(order, random);
            for (int row : order) {
                int end = rows.first(row + 1);
                double score = rows.score(row);
                for (int e = rows.first(row); e < end; e++) {
                    score += rows.value(e) * shift[places[e]];
                }
                double error = rows.weight(row) * (1 / (1 + Math.exp(-score)) - (rows.spam(row) ? 1 : 0));
                for (int e = rows.first(row); e < end; e++) {
                    int place = places[e];
                    double slope = error * rows.value(e) + penalty * shift[place] / count[place];
                    squares[place] += slope * slope;
                    shift[place] -= RATE * slope / Math.sqrt(squares[place] + SMALL);
                }
            }
        }
        return scores.plus(which, 0, keys, shift);
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }
}
