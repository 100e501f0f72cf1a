package org.parasift.train.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.parasift.classify.Calibration;

/**
 * The rising step function nearest to the labels, by pooling adjacent violators (Ayer and others, 1955; for classifiers
 * Zadrozny and Elkan, 2002), with straight lines between the middles of its steps. One row with the label below all others
 * and one without it above them are added, so that no probability becomes 0 or 1.
 */
public final class Isotonic {
    private Isotonic() {}

    /**
     * The curve.
     *
     * @param probability of each row, in [0,1]; at least one row
     * @param truth whether the row has the label
     */
    public static Calibration.Isotonic fit(double[] probability, boolean[] truth) {
        Integer[] order = new Integer[probability.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> probability[i]));
        List<Pool> pools = new ArrayList<>();
        for (int from = 0; from < order.length; ) {
            double at = probability[order[from]];
            Pool pool = new Pool(0, 0, 0, 0);
            for (; from < order.length && probability[order[from]] == at; from++) {
                pool = pool.and(new Pool(at, 1, truth[order[from]] ? 1 : 0, 1));
            }
            if (pools.isEmpty()) {
                pool = pool.and(new Pool(0, 0, 1, 1));
            }
            if (from == order.length) {
                pool = pool.and(new Pool(0, 0, 0, 1));
            }
            add(pool, pools);
        }
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        for (Pool pool : pools) {
            double middle = pool.sum / pool.rows;
            before.add(before.isEmpty() ? middle : Math.max(middle, Math.nextUp(before.get(before.size() - 1))));
            after.add(pool.share());
        }
        return new Calibration.Isotonic(before, after);
    }

    /** Adds a pool above all others and joins it with those whose share is not below its own. */
    private static void add(Pool added, List<Pool> pools) {
        Pool last = added;
        while (!pools.isEmpty() && pools.get(pools.size() - 1).share() >= last.share()) {
            last = pools.remove(pools.size() - 1).and(last);
        }
        pools.add(last);
    }

    /**
     * Neighbouring rows that get one probability.
     *
     * @param sum of their probabilities before
     * @param rows how many
     * @param positive how many have the label, the added row included
     * @param weight how many there are with the added rows
     */
    private record Pool(double sum, int rows, int positive, int weight) {
        Pool and(Pool other) {
            return new Pool(sum + other.sum, rows + other.rows, positive + other.positive, weight + other.weight);
        }

        double share() {
            return (double) positive / weight;
        }
    }
}
