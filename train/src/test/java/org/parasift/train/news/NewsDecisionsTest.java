package org.parasift.train.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parasift.text.Article;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;
import org.parasift.train.eval.Prediction;

class NewsDecisionsTest {
    @Test
    void whatIsTooSureIsCalibrated() {
        // The model says 0.9 where 0.6 come true, and 0.1 where 0.4 do.
        List<Prediction> heldOut = new ArrayList<>();
        add(heldOut, 0.9, 600, 400);
        add(heldOut, 0.1, 400, 600);
        NewsDecisions decisions = NewsDecisions.of(heldOut);
        assertThat(decisions.calibration().apply(0.9)).isEqualTo(0.6, within(0.01));
        assertThat(decisions.calibration().apply(0.1)).isEqualTo(0.4, within(0.01));
        Prediction calibrated = decisions.applyTo(heldOut.get(0));
        assertThat(calibrated.probabilities().get(1)).isEqualTo(0.6, within(0.01));
        assertThat(calibrated.probabilities().get(0)
                        + calibrated.probabilities().get(1))
                .isEqualTo(1, within(1e-12));
        assertThat(calibrated.label()).isEqualTo("spam");
        assertThat(calibrated.example()).isSameAs(heldOut.get(0).example());
    }

    @Test
    void whatIsDroppedKeepsThePromise() {
        List<Prediction> heldOut = new ArrayList<>();
        add(heldOut, 0.99, 300, 0);
        add(heldOut, 0.7, 100, 100);
        add(heldOut, 0.01, 10, 3000);
        NewsDecisions decisions = NewsDecisions.of(heldOut);
        long lost = heldOut.stream()
                .filter(prediction -> prediction.example().label().equals("on-topic"))
                .map(decisions::applyTo)
                .filter(prediction ->
                        prediction.probabilities().get(1) >= decisions.policy().drop())
                .count();
        long found = heldOut.stream()
                .filter(prediction -> prediction.example().label().equals("spam"))
                .map(decisions::applyTo)
                .filter(prediction ->
                        prediction.probabilities().get(1) >= decisions.policy().drop())
                .count();
        assertThat(lost).isLessThanOrEqualTo((long) (3100 * (1 - NewsDecisions.KEPT)));
        assertThat(found).isGreaterThanOrEqualTo(300);
    }

    @Test
    void certaintyIsNoTrouble() {
        List<Prediction> heldOut = new ArrayList<>();
        add(heldOut, 1, 20, 1);
        add(heldOut, 0, 1, 20);
        NewsDecisions decisions = NewsDecisions.of(heldOut);
        assertThat(decisions.applyTo(heldOut.get(0)).probabilities()).containsExactly(0.0, 1.0);
    }

    private static void add(List<Prediction> to, double probability, int spam, int onTopic) {
        for (int i = 0; i < spam + onTopic; i++) {
            Example row = new Example(
                    Article.of("a" + to.size() / 10, List.of("text")),
                    0,
                    i < spam ? "spam" : "on-topic",
                    "",
                    Sure.YES,
                    "",
                    0);
            to.add(new Prediction(row, probability > 0.5 ? "spam" : "on-topic", List.of(1 - probability, probability)));
        }
    }
}
