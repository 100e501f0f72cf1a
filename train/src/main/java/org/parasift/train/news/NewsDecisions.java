package org.parasift.train.news;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parasift.classify.Calibration;
import org.parasift.classify.DecisionPolicy;
import org.parasift.classify.Model;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.Tuning;
import org.parasift.train.fit.Platt;

/**
 * What follows from a news model's score: Platt's calibration, and the thresholds of KEEP, REVIEW and DROP. Both are
 * learned from predictions for rows of sites that the predicting models had not seen ({@link NewsFolds#bySite}): a model
 * is too sure of the sites that it knows.
 *
 * @param calibration of the probability of spam
 * @param policy over calibrated probabilities
 */
public record NewsDecisions(Calibration.Platt calibration, DecisionPolicy policy) {
    /** The share of on-topic paragraphs that is not dropped, shown with {@link Tuning#CONFIDENCE}. */
    public static final double KEPT = 0.99;

    private static final double CERTAIN = 1e-9;
    private static final long SEED = 1;

    /**
     * Learns from articles held out. Those that were chosen for what they hold are left out.
     *
     * @param heldOut {@linkplain HeldOut#anySubject whatever the subject}: labels say what belongs to the story
     */
    public static NewsDecisions of(HeldOut heldOut) {
        NewsData data = heldOut.folds().data();
        return of(heldOut.predictions().stream()
                .filter(prediction ->
                        !data.chosen().contains(prediction.example().article().id()))
                .toList());
    }

    /**
     * Learns from predictions of rows held out.
     *
     * @param heldOut as the models say it, without calibration; of both labels
     */
    public static NewsDecisions of(List<Prediction> heldOut) {
        double[] margin = new double[heldOut.size()];
        boolean[] truth = new boolean[margin.length];
        for (int i = 0; i < margin.length; i++) {
            double p = Math.min(1 - CERTAIN, Math.max(CERTAIN, spam(heldOut.get(i))));
            margin[i] = StrictMath.log(p) - StrictMath.log1p(-p);
            truth[i] = heldOut.get(i).example().label().equals(NewsTrainer.SPAM);
        }
        Calibration.Platt calibration = Platt.fit(margin, truth);
        List<Prediction> calibrated = new ArrayList<>();
        heldOut.forEach(prediction -> calibrated.add(calibrated(prediction, calibration)));
        DecisionPolicy policy = Tuning.of(
                        NewsTrainer.LABELS, calibrated, new Tuning.MinKept(KEPT), Optional.empty(), SEED)
                .policy();
        return new NewsDecisions(calibration, policy);
    }

    /** A model that decides so. */
    public Model applyTo(Model model) {
        return model.with(calibration).with(policy);
    }

    /** What a model that decides so would have said. */
    public Prediction applyTo(Prediction prediction) {
        return calibrated(prediction, calibration);
    }

    /** The probability of spam. */
    private static double spam(Prediction prediction) {
        return prediction.probabilities().get(NewsTrainer.LABELS.indexOf(NewsTrainer.SPAM));
    }

    private static Prediction calibrated(Prediction prediction, Calibration.Curve calibration) {
        double p = calibration.apply(spam(prediction));
        String label = NewsTrainer.LABELS.get(p > 1 - p ? 1 : 0);
        return new Prediction(prediction.example(), label, List.of(1 - p, p));
    }
}
