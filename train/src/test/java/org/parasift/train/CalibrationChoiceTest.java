package org.parasift.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.parasift.classify.Calibration;
import org.parasift.text.Article;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;
import org.parasift.train.eval.Prediction;

class CalibrationChoiceTest {
    private static final List<String> TWO = List.of("no", "yes");

    @Test
    void plattIsFoundWhereLogOddsAreTooLarge() {
        CalibrationChoice choice = choice(4000, p -> logistic(0.4 * logit(p) - 0.5), CalibrationMethod.AUTO);
        assertThat(choice.method()).isEqualTo(CalibrationMethod.PLATT);
        Calibration.Platt platt = (Calibration.Platt) choice.calibration();
        assertThat(platt.slope()).isCloseTo(0.4, within(0.05));
        assertThat(platt.intercept()).isCloseTo(-0.5, within(0.1));
        assertThat(choice.text())
                .startsWith("platt: log loss on 5 held-out folds: none 0.")
                .contains(", isotonic 0.");
    }

    @Test
    void isotonicIsFoundWhereNoLogisticCurveFits() {
        CalibrationChoice choice = choice(8000, p -> p < 0.5 ? 0.3 : 0.6, CalibrationMethod.AUTO);
        assertThat(choice.method()).isEqualTo(CalibrationMethod.ISOTONIC);
        Calibration.Isotonic isotonic = (Calibration.Isotonic) choice.calibration();
        assertThat(isotonic.apply(0.25)).isCloseTo(0.3, within(0.04));
        assertThat(isotonic.apply(0.75)).isCloseTo(0.6, within(0.04));
        assertThat(isotonic.apply(0)).isPositive();
        assertThat(isotonic.apply(1)).isLessThan(1);
    }

    @Test
    void whatIsRightAlreadyStaysOrHardlyMoves() {
        CalibrationChoice choice = choice(20_000, p -> p, CalibrationMethod.AUTO);
        for (double p = 0.05; p < 1; p += 0.05) {
            assertThat(((Calibration.Curve) choice.calibration()).apply(p)).isCloseTo(p, within(0.03));
        }
    }

    @Test
    void eachFoldIsCorrectedByTheOthersOnly() {
        List<List<Prediction>> folds = folds(1000, TWO, p -> logistic(2 * logit(p)));
        CalibrationChoice choice = CalibrationChoice.of(folds, TWO, CalibrationMethod.PLATT, false);
        // Turning round the labels of a fold changes what it teaches the others and not what is said of itself.
        List<List<Prediction>> turned = new ArrayList<>(folds);
        turned.set(0, folds.get(0).stream().map(CalibrationChoiceTest::turned).toList());
        CalibrationChoice other = CalibrationChoice.of(turned, TWO, CalibrationMethod.PLATT, false);
        assertThat(probabilities(other.folds().get(0)))
                .isEqualTo(probabilities(choice.folds().get(0)));
        assertThat(probabilities(other.folds().get(1)))
                .isNotEqualTo(probabilities(choice.folds().get(1)));
        assertThat(other.calibration()).isNotEqualTo(choice.calibration());
    }

    @Test
    void threeLabelsGetACurveEach() {
        SplittableRandom random = new SplittableRandom(5);
        List<String> labels = List.of("a", "b", "c");
        List<List<Prediction>> folds = new ArrayList<>();
        for (int fold = 0; fold < 5; fold++) {
            List<Prediction> rows = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                int truth = random.nextInt(3);
                // Says 0.98 and is right in four of five: far too sure.
                int said = random.nextInt(5) > 0 ? truth : random.nextInt(3);
                List<Double> probabilities = new ArrayList<>(List.of(0.01, 0.01, 0.01));
                probabilities.set(said, 0.98);
                rows.add(new Prediction(row(labels.get(truth)), labels.get(said), probabilities));
            }
            folds.add(rows);
        }
        CalibrationChoice choice = CalibrationChoice.of(folds, labels, CalibrationMethod.AUTO, false);
        assertThat(choice.method()).isNotEqualTo(CalibrationMethod.NONE);
        assertThat(choice.calibration().labels()).isEqualTo(3);
        double[] sure = {0.98, 0.01, 0.01};
        choice.calibration().apply(sure);
        assertThat(sure[0]).isCloseTo(4 / 5.0 + 1 / 15.0, within(0.03));
        assertThat(sure[0] + sure[1] + sure[2]).isCloseTo(1, within(1e-12));
    }

    @Test
    void fewRowsTeachNothing() {
        CalibrationChoice few = choice(30, p -> p, CalibrationMethod.AUTO);
        assertThat(few.calibration()).isEqualTo(Calibration.NONE);
        assertThat(few.text()).isEqualTo("none: too few rows to learn one from");
        assertThat(choice(300, p -> p * p, CalibrationMethod.AUTO).reason()).doesNotContain("isotonic");
        assertThat(CalibrationChoice.of(folds(4000, TWO, p -> p), TWO, CalibrationMethod.AUTO, true)
                        .calibration())
                .as("a fold without a model")
                .isEqualTo(Calibration.NONE);
    }

    @Test
    void noneAndScoresThatTellNothingStayAsTheyAre() {
        CalibrationChoice none = choice(4000, p -> p * p, CalibrationMethod.NONE);
        assertThat(none.text()).isEqualTo("none: as wanted");
        CalibrationChoice falling = choice(4000, p -> 1 - p, CalibrationMethod.PLATT);
        assertThat(falling.text()).isEqualTo("none: scores do not rise with a label");
        assertThat(falling.folds()).isEqualTo(folds(4000, TWO, p -> 1 - p));
    }

    private static CalibrationChoice choice(int rows, DoubleUnaryOperator truth, CalibrationMethod wanted) {
        return CalibrationChoice.of(folds(rows, TWO, truth), TWO, wanted, false);
    }

    /** Five folds; where a model says p, the share of "yes" is {@code truth(p)}. */
    private static List<List<Prediction>> folds(int rows, List<String> labels, DoubleUnaryOperator truth) {
        SplittableRandom random = new SplittableRandom(7);
        List<List<Prediction>> folds = new ArrayList<>();
        for (int fold = 0; fold < 5; fold++) {
            List<Prediction> own = new ArrayList<>();
            for (int i = 0; i < rows / 5; i++) {
                double p = random.nextDouble();
                boolean yes = random.nextDouble() < truth.applyAsDouble(p);
                own.add(new Prediction(row(labels.get(yes ? 1 : 0)), labels.get(p > 0.5 ? 1 : 0), List.of(1 - p, p)));
            }
            folds.add(own);
        }
        return folds;
    }

    private static Prediction turned(Prediction row) {
        String label = row.example().label().equals("yes") ? "no" : "yes";
        return new Prediction(row(label), row.label(), row.probabilities());
    }

    private static List<List<Double>> probabilities(List<Prediction> rows) {
        return rows.stream().map(Prediction::probabilities).toList();
    }

    private static Example row(String label) {
        return new Example(Article.of("t", List.of("text")), 0, label, "", Sure.YES, "", 1);
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    private static double logistic(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}
