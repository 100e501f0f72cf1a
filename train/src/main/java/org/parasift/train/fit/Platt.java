package org.parasift.train.fit;

import org.parasift.classify.Calibration;

/**
 * Probabilities for margins: {@code logistic(slope * margin + intercept)}, by Newton's method with backtracking and
 * softened targets (Lin, Lin and Weng, A note on Platt's probabilistic outputs for support vector machines, 2007).
 */
public final class Platt {
    private Platt() {}

    /**
     * The slope and intercept under which the labels are most probable.
     *
     * @param margin a score of each row, such as log-odds; finite
     * @param truth whether the row has the label
     * @throws IllegalArgumentException if the scores do not rise with the label
     */
    public static Calibration.Platt fit(double[] margin, boolean[] truth) {
        double[] line = line(margin, truth);
        return new Calibration.Platt(line[0], line[1]);
    }

    /** Slope and intercept, whichever way the line goes. */
    static double[] line(double[] margin, boolean[] truth) {
        int positive = 0;
        for (boolean one : truth) {
            positive += one ? 1 : 0;
        }
        double high = (positive + 1.0) / (positive + 2.0);
        double low = 1.0 / (truth.length - positive + 2.0);
        double slope = 0;
        double intercept = StrictMath.log((positive + 1.0) / (truth.length - positive + 1.0));
        double loss = loss(margin, truth, high, low, slope, intercept);
        for (int iteration = 0; iteration < 100; iteration++) {
            double h11 = 1e-12;
            double h22 = 1e-12;
            double h21 = 0;
            double g1 = 0;
            double g2 = 0;
            for (int i = 0; i < margin.length; i++) {
                double p = 1 / (1 + StrictMath.exp(-(slope * margin[i] + intercept)));
                double d1 = p - (truth[i] ? high : low);
                double d2 = p * (1 - p);
                h11 += margin[i] * margin[i] * d2;
                h22 += d2;
                h21 += margin[i] * d2;
                g1 += margin[i] * d1;
                g2 += d1;
            }
            if (Math.abs(g1) < 1e-9 && Math.abs(g2) < 1e-9) {
                break;
            }
            double determinant = h11 * h22 - h21 * h21;
            double stepSlope = -(h22 * g1 - h21 * g2) / determinant;
            double stepIntercept = -(-h21 * g1 + h11 * g2) / determinant;
            double descent = g1 * stepSlope + g2 * stepIntercept;
            double size = 1;
            while (size >= 1e-10) {
                double newLoss =
                        loss(margin, truth, high, low, slope + size * stepSlope, intercept + size * stepIntercept);
                if (newLoss < loss + 1e-4 * size * descent) {
                    slope += size * stepSlope;
                    intercept += size * stepIntercept;
                    loss = newLoss;
                    break;
                }
                size /= 2;
            }
            if (size < 1e-10) {
                break;
            }
        }
        return new double[] {slope, intercept};
    }

    private static double loss(
            double[] margin, boolean[] truth, double high, double low, double slope, double intercept) {
        double loss = 0;
        for (int i = 0; i < margin.length; i++) {
            double target = truth[i] ? high : low;
            double score = slope * margin[i] + intercept;
            // -(t ln p + (1 - t) ln (1 - p)), without overflow
            loss += score >= 0
                    ? (1 - target) * score + StrictMath.log1p(StrictMath.exp(-score))
                    : -target * score + StrictMath.log1p(StrictMath.exp(score));
        }
        return loss;
    }
}
