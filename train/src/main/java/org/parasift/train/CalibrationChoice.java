package org.parasift.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parasift.classify.Calibration;
import org.parasift.train.eval.Prediction;
import org.parasift.train.fit.Isotonic;
import org.parasift.train.fit.Platt;

/**
 * How a model's probabilities are corrected, and what that was chosen among. All rows come from models that have not seen
 * them; a calibration is judged on each fold by what the other folds teach, so the choice, and the scores of the corrected
 * predictions, are of rows that neither the model nor the calibration has seen. The least log loss wins, the probabilities
 * as they are included. What the model gets is fitted to the rows of all folds.
 *
 * <p>Two labels have one curve. More have a curve each, one label against the rest, then shares of their sum
 * ({@link Calibration.PerLabel}).
 *
 * @param method the winner
 * @param calibration for the model
 * @param folds the predictions, each fold corrected by what the others teach
 * @param reason why, for people
 */
record CalibrationChoice(
        CalibrationMethod method, Calibration calibration, List<List<Prediction>> folds, String reason) {
    /** With fewer rows of a label, or of the others, a slope is a guess. */
    private static final int FEWEST_FOR_PLATT = 20;

    /** Below a thousand rows isotonic regression overfits: Niculescu-Mizil and Caruana, Predicting good probabilities (2005). */
    private static final int ROWS_FOR_ISOTONIC = 1000;

    private static final int FEWEST_FOR_ISOTONIC = 100;

    /** Probabilities are held this far from 0 and 1 when logarithms are taken. */
    private static final double CERTAIN = 1e-9;

    CalibrationChoice {
        folds = folds.stream().map(List::copyOf).toList();
    }

    /**
     * Chooses.
     *
     * @param heldOut of each fold what a model says that was fitted on the others
     * @param labels in the order of the probabilities
     * @param wanted one of the methods, which must be possible to be used, or the best
     * @param constant whether a fold had no model, all rows of a label being in it
     */
    static CalibrationChoice of(
            List<List<Prediction>> heldOut, List<String> labels, CalibrationMethod wanted, boolean constant) {
        if (wanted == CalibrationMethod.NONE) {
            return none(heldOut, "as wanted");
        }
        int fewest = fewest(heldOut, labels);
        int rows = heldOut.stream().mapToInt(List::size).sum();
        if (constant || heldOut.size() < 2 || fewest < FEWEST_FOR_PLATT) {
            return none(heldOut, "too few rows to learn one from");
        }
        boolean many = rows >= ROWS_FOR_ISOTONIC && fewest >= FEWEST_FOR_ISOTONIC;
        Map<CalibrationMethod, List<List<Prediction>>> tried = new LinkedHashMap<>();
        if (wanted == CalibrationMethod.AUTO) {
            tried.put(CalibrationMethod.NONE, heldOut);
        }
        for (CalibrationMethod method : List.of(CalibrationMethod.PLATT, CalibrationMethod.ISOTONIC)) {
            if (method == wanted || (wanted == CalibrationMethod.AUTO && (many || method == CalibrationMethod.PLATT))) {
                crossFitted(heldOut, labels, method).ifPresent(corrected -> tried.put(method, corrected));
            }
        }
        CalibrationMethod best = CalibrationMethod.NONE;
        double least = Double.POSITIVE_INFINITY;
        List<String> losses = new ArrayList<>();
        for (Map.Entry<CalibrationMethod, List<List<Prediction>>> one : tried.entrySet()) {
            double loss = logLoss(one.getValue(), labels);
            losses.add(String.format(Locale.ROOT, "%s %.4f", one.getKey().text(), loss));
            if (loss < least) {
                least = loss;
                best = one.getKey();
            }
        }
        String reason = "log loss on " + heldOut.size() + " held-out folds: " + String.join(", ", losses);
        Optional<Calibration> fitted = fit(join(heldOut, -1), labels, best);
        return fitted.isPresent()
                ? new CalibrationChoice(best, fitted.get(), tried.getOrDefault(best, heldOut), reason)
                : none(heldOut, losses.isEmpty() ? "scores do not rise with a label" : reason);
    }

    private static CalibrationChoice none(List<List<Prediction>> heldOut, String reason) {
        return new CalibrationChoice(CalibrationMethod.NONE, Calibration.NONE, heldOut, reason);
    }

    /** One line: the method and why. */
    String text() {
        return method.text() + ": " + reason;
    }

    /** The least number of rows with a label or without it. */
    private static int fewest(List<List<Prediction>> folds, List<String> labels) {
        int[] count = new int[labels.size()];
        int all = 0;
        for (Prediction row : join(folds, -1)) {
            count[labels.indexOf(row.example().label())]++;
            all++;
        }
        int fewest = all;
        for (int of : count) {
            fewest = Math.min(fewest, Math.min(of, all - of));
        }
        return fewest;
    }

    /** Each fold corrected by what the others teach; empty if some do not teach anything. */
    private static Optional<List<List<Prediction>>> crossFitted(
            List<List<Prediction>> folds, List<String> labels, CalibrationMethod method) {
        List<List<Prediction>> corrected = new ArrayList<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            Optional<Calibration> taught = fit(join(folds, fold), labels, method);
            if (taught.isEmpty()) {
                return Optional.empty();
            }
            corrected.add(folds.get(fold).stream()
                    .map(row -> corrected(row, labels, taught.get()))
                    .toList());
        }
        return Optional.of(corrected);
    }

    /** All rows but those of one fold. */
    private static List<Prediction> join(List<List<Prediction>> folds, int without) {
        List<Prediction> rows = new ArrayList<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            if (fold != without) {
                rows.addAll(folds.get(fold));
            }
        }
        return rows;
    }

    private static Optional<Calibration> fit(List<Prediction> rows, List<String> labels, CalibrationMethod method) {
        if (method == CalibrationMethod.NONE) {
            return Optional.empty();
        }
        List<Calibration.Curve> curves = new ArrayList<>();
        for (int label = labels.size() == 2 ? 1 : 0; label < labels.size(); label++) {
            double[] probability = new double[rows.size()];
            boolean[] truth = new boolean[probability.length];
            for (int i = 0; i < probability.length; i++) {
                probability[i] = inside(rows.get(i).probabilities().get(label));
                truth[i] = rows.get(i).example().label().equals(labels.get(label));
            }
            Optional<? extends Calibration.Curve> curve = method == CalibrationMethod.PLATT
                    ? platt(probability, truth)
                    : Optional.of(Isotonic.fit(probability, truth));
            if (curve.isEmpty()) {
                return Optional.empty();
            }
            curves.add(curve.get());
        }
        return Optional.of(labels.size() == 2 ? curves.get(0) : new Calibration.PerLabel(curves));
    }

    private static Optional<Calibration.Platt> platt(double[] probability, boolean[] truth) {
        double[] margin = Arrays.stream(probability)
                .map(p -> Math.log(p) - Math.log1p(-p))
                .toArray();
        try {
            return Optional.of(Platt.fit(margin, truth));
        } catch (IllegalArgumentException falling) {
            return Optional.empty(); // where scores tell nothing of the label, no line rises
        }
    }

    private static Prediction corrected(Prediction row, List<String> labels, Calibration calibration) {
        double[] probabilities =
                row.probabilities().stream().mapToDouble(Double::doubleValue).toArray();
        calibration.apply(probabilities);
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return new Prediction(
                row.example(),
                labels.get(best),
                Arrays.stream(probabilities).boxed().toList());
    }

    private static double logLoss(List<List<Prediction>> folds, List<String> labels) {
        double loss = 0;
        List<Prediction> rows = join(folds, -1);
        for (Prediction row : rows) {
            int truth = labels.indexOf(row.example().label());
            loss -= Math.log(inside(row.probabilities().get(truth)));
        }
        return loss / rows.size();
    }

    private static double inside(double probability) {
        return Math.min(1 - CERTAIN, Math.max(CERTAIN, probability));
    }
}
