package org.parasift.classify;

import java.util.List;

/**
 * Corrects probabilities after the link function, so that of the paragraphs with probability 0.8 about 80 % have that
 * label. Immutable and thread-safe.
 */
public sealed interface Calibration {
    /** Leaves them as they are. */
    Curve NONE = new None();

    /**
     * Corrects the probabilities of all labels in their place; they still sum to 1.
     *
     * @param probabilities in [0,1], summing to 1, as many as the calibration has labels
     */
    void apply(double[] probabilities);

    /** How many labels it is for; 0 if for any number. */
    int labels();

    /** One curve for a probability; for two labels, that of the second. */
    sealed interface Curve extends Calibration {
        /** The corrected probability; in [0,1], and never falling where {@code probability} rises. */
        double apply(double probability);

        @Override
        default void apply(double[] probabilities) {
            probabilities[1] = apply(probabilities[1]);
            probabilities[0] = 1 - probabilities[1];
        }

        @Override
        default int labels() {
            return 2;
        }
    }

    /** No correction. */
    record None() implements Curve {
        @Override
        public double apply(double probability) {
            return probability;
        }

        @Override
        public void apply(double[] probabilities) {
            // as they are
        }

        @Override
        public int labels() {
            return 0;
        }
    }

    /**
     * Platt: {@code logistic(slope * logit(p) + intercept)}.
     *
     * @param slope positive
     * @param intercept any finite number
     */
    record Platt(double slope, double intercept) implements Curve {
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
    record Isotonic(List<Double> from, List<Double> to) implements Curve {
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
            for (int end = from.size(); high < end; ) {
                int middle = (high + end) >>> 1;
                if (from.get(middle) < probability) {
                    high = middle + 1;
                } else {
                    end = middle;
                }
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

    /**
     * A curve for each label, then shares of their sum: one label against the rest, after Zadrozny and Elkan, Transforming
     * classifier scores into accurate multiclass probability estimates (2002). The most probable label may become another.
     *
     * @param curves in the order of the labels, at least three
     */
    record PerLabel(List<Curve> curves) implements Calibration {
        public PerLabel {
            curves = List.copyOf(curves);
            if (curves.size() < 3) {
                throw new IllegalArgumentException(
                        curves.size() + " curves (expected one for each of three labels or more)");
            }
        }

        @Override
        public void apply(double[] probabilities) {
            double sum = 0;
            for (int l = 0; l < probabilities.length; l++) {
                probabilities[l] = curves.get(l).apply(probabilities[l]);
                sum += probabilities[l];
            }
            for (int l = 0; l < probabilities.length; l++) {
                probabilities[l] = sum > 0 ? probabilities[l] / sum : 1.0 / probabilities.length;
            }
        }

        @Override
        public int labels() {
            return curves.size();
        }
    }
}
