package org.parasift.train.eval;

import java.util.ArrayList;
import java.util.List;

/** The search for the threshold of a {@link Tuning}; how, and why its bounds hold, is said there. */
final class ThresholdSearch {
    private final RowsAbove rows;

    ThresholdSearch(RowsAbove rows) {
        this.rows = rows;
    }

    /** A threshold and what is known of it. */
    record Choice(double threshold, boolean supported, double value, double bound) {}

    /** Even in log-odds, four digits that matter each; the strictest, last, drops only what is certain. */
    static double[] grid() {
        List<Double> grid = new ArrayList<>();
        for (int step = -80; step <= 400; step++) {
            double p = 1 / (1 + Math.exp(-step / 20.0));
            double unit = Math.pow(10, Math.floor(Math.log10(Math.min(p, 1 - p))) - 3);
            grid.add(Math.round(Math.round(p / unit) * unit * 1e13) / 1e13);
        }
        grid.add(1.0);
        return grid.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The lowest that is shown to keep a share of the rows that are not spam. */
    Choice kept(double share) {
        int last = rows.last();
        int proven = -1;
        int counted = last;
        for (int t = last; t >= 0 && rows.kept(t) >= share; t--) {
            counted = t;
            if (proven == t + 1 || t == last) {
                proven = keptBound(t) >= share ? t : proven;
            }
        }
        int chosen = proven >= 0 ? proven : counted;
        return new Choice(rows.threshold(chosen), proven >= 0, rows.kept(chosen), keptBound(chosen));
    }

    private double keptBound(int t) {
        double exact = Binomial.lowerBound(rows.rest() - rows.restFrom(t), rows.rest(), Tuning.CONFIDENCE);
        if (rows.single()) {
            return exact;
        }
        return Math.min(exact, rows.lower(t, (spam, rest, allSpam, allRest) -> allRest == 0 ? 1 : 1 - rest / allRest));
    }

    /** The lowest from which a share is shown to be spam. */
    Choice precision(double share) {
        long needed = Binomial.trialsWithoutMiss(share, Tuning.CONFIDENCE);
        int proven = -1;
        int counted = -1;
        boolean going = true;
        for (int t = rows.last(); t >= 0; t--) {
            if (rows.from(t) > 0 && rows.precision(t) >= share) {
                counted = t;
            }
            if (going && rows.from(t) >= needed) {
                going = precisionBound(t) >= share;
                proven = going ? t : proven;
            }
        }
        int chosen = proven >= 0 ? proven : counted >= 0 ? counted : rows.last();
        return new Choice(rows.threshold(chosen), proven >= 0, rows.precision(chosen), precisionBound(chosen));
    }

    private double precisionBound(int t) {
        if (rows.from(t) == 0) {
            return 0;
        }
        double exact = Binomial.lowerBound(rows.spamFrom(t), rows.from(t), Tuning.CONFIDENCE);
        if (rows.single()) {
            return exact;
        }
        return Math.min(
                exact, rows.lower(t, (spam, rest, allSpam, allRest) -> spam + rest == 0 ? 1 : spam / (spam + rest)));
    }

    /** The cheapest on these rows. */
    Choice cost(double fp, double fn) {
        int best = rows.last();
        double least = Double.POSITIVE_INFINITY;
        for (int t = best; t >= 0; t--) {
            double here = fp * rows.restFrom(t) + fn * (rows.spam() - rows.spamFrom(t));
            if (here < least) {
                least = here;
                best = t;
            }
        }
        // Lower bounds of what is saved against dropping nothing, and of the negative cost.
        double saved = rows.lower(best, (spam, rest, allSpam, allRest) -> fn * spam - fp * rest);
        double most = -rows.lower(
                best, (spam, rest, allSpam, allRest) -> -(fp * rest + fn * (allSpam - spam)) / (allSpam + allRest));
        return new Choice(rows.threshold(best), saved > 0, least / (rows.spam() + rows.rest()), most);
    }
}
