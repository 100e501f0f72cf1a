package org.parasift.classify;

import java.util.List;

/**
 * Corrects the probability of the second of two labels after the link function, so that of the paragraphs with
 * probability 0.8 about 80 % have that label.
 */
public sealed interface Calibration {
    /** Leaves it as it is. */
    Calibration NONE = new None();

    /** The corrected probability; in [0,1], and never falling where {@code probability} rises. */
    double apply(double probability);

    /** No correction. */
    record None() implements Calibration {
        @Override
        public double apply(double probability) {
            return probability;
        }
    }

    /**
     * Platt: {@code logistic(slope * logit(p) + intercept)}.
     *
     * @param slope positive
     * @param intercept any finite number
     */
    record Platt(double slope, double intercept) implements Calibration {
        public Platt {
            if (!(slope > 0 && slope < Double.POSITIVE_INFINITY) || !Double.isFinite(intercept)) {
                throw new IllegalArgumentException("slope " + slope + ", intercept " + intercept);
            }
        }

        @Override
        public double apply(double probability) {
            double logit = Math.log(probability) - Math.log1p(-probability);
            return Link.logistic(slope * logit + intercept);
        }
    }

    /**
     * Isotonic: straight lines between points, level before the first and after the last.
     *
     * @param from probabilities before, strictly ascending, at least one
     * @param to probabilities after, ascending
     */
    record Isotonic(List<Double> from, List<Double> to) implements Calibration {
        public Isotonic {
            from = List.copyOf(from);
            to = List.copyOf(to);
            if (from.isEmpty() || from.size() != to.size()) {
                throw new IllegalArgumentException(from.size() + " and " + to.size() + " points");
            }
            for (int i = 0; i < from.size(); i++) {
                boolean inside = from.get(i) >= 0 && from.get(i) <= 1 && to.get(i) >= 0 && to.get(i) <= 1;
                boolean ascending = i == 0 || (from.get(i) > from.get(i - 1) && to.get(i) >= to.get(i - 1));
                if (!inside || !ascending) {
                    throw new IllegalArgumentException(
                            "point " + i + ": " + from.get(i) + " to " + to.get(i) + " (expected ascending in [0,1])");
                }
            }
        }

        @Override
        public double apply(double probability) {
            int high = 0;
            while (high < from.size() && from.get(high) < probability) {
                high++;
            }
            if (high == 0) {
                return to.get(0);
            }
            if (high == from.size()) {
                return to.get(high - 1);
            }
            double share = (probability - from.get(high - 1)) / (from.get(high) - from.get(high - 1));
            return to.get(high - 1) + share * (to.get(high) - to.get(high - 1));
        }
    }
}
