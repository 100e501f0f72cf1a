package org.parasift.train.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TuningTest {
    private static Tuning tune(List<Prediction> rows, Tuning.Goal goal) {
        return Tuning.of(Guesses.LABELS, rows, goal, Optional.empty(), 1);
    }

    @Test
    void enoughRowsWithoutALossSupportAPromise() {
        List<Prediction> rows = Guesses.all(
                Guesses.texts(1000, "on-topic", 0.1), Guesses.texts(60, "spam", 0.9), Guesses.texts(40, "spam", 0.3));
        Tuning tuning = tune(rows, new Tuning.MinKept(0.995));
        assertThat(tuning.supported()).isTrue();
        assertThat(tuning.bound()).isCloseTo(Math.pow(0.05, 1 / 1000.0), within(1e-9));
        assertThat(tuning.policy().drop()).isBetween(0.1, 0.11);
        assertThat(tuning.policy().review()).isEqualTo(tuning.policy().drop());
        assertThat(tuning.decisions().droppedSpam()).isEqualTo(100);
        assertThat(tuning.decisions().kept()).isEqualTo(1);
        assertThat(tuning.decisions().recall()).isEqualTo(1);
    }

    @Test
    void tooFewRowsAreToldHoweverGoodTheyAre() {
        List<Prediction> rows = Guesses.all(Guesses.texts(597, "on-topic", 0.1), Guesses.texts(50, "spam", 0.9));
        Tuning tuning = tune(rows, new Tuning.MinKept(0.995));
        assertThat(tuning.supported()).isFalse();
        assertThat(tuning.rowsNeeded()).contains(598L);
        assertThat(tuning.value()).isEqualTo(1);
        assertThat(tuning.bound()).isLessThan(0.995).isCloseTo(0.994995, within(1e-5));
        List<Prediction> oneMore = Guesses.all(rows, Guesses.texts(1, "on-topic", 0.2));
        assertThat(tune(oneMore, new Tuning.MinKept(0.995)).supported()).isTrue();
    }

    @Test
    void whatIsProvenStandsAboveWhatIsOnlyCounted() {
        // 1000 kept rows: 2 lost are shown to be under 1 % (bound 0.9937), 9 are counted under 1 % but not shown.
        List<Prediction> rows = Guesses.all(
                Guesses.texts(991, "on-topic", 0.1),
                Guesses.texts(7, "on-topic", 0.6),
                Guesses.texts(2, "on-topic", 0.8),
                Guesses.texts(100, "spam", 0.9));
        Tuning tuning = tune(rows, new Tuning.MinKept(0.99));
        assertThat(tuning.supported()).isTrue();
        assertThat(tuning.policy().drop()).isBetween(0.6, 0.63);
        assertThat(tuning.policy().review()).isEqualTo(0.5);
        assertThat(tuning.decisions().reviewed()).isEqualTo(7);
        assertThat(tuning.decisions().kept()).isCloseTo(0.998, within(1e-12));
        assertThat(tuning.bound()).isCloseTo(0.99372, within(1e-4));
    }

    @Test
    void anArticleThatLosesAllOfItsRowsWidensTheBound() {
        List<Prediction> together = new ArrayList<>();
        for (int article = 0; article < 100; article++) {
            for (int p = 0; p < 20; p++) {
                together.addAll(Guesses.of("a" + article + " on-topic " + (article < 2 && p < 5 ? 0.99 : 0.1)));
            }
            together.addAll(Guesses.of("a" + article + " spam 0.99"));
        }
        Tuning tuning = tune(together, new Tuning.MinPrecision(0.8));
        double exact = Binomial.lowerBound(
                tuning.decisions().droppedSpam(), tuning.decisions().dropped(), Tuning.CONFIDENCE);
        assertThat(tuning.decisions().dropped()).isEqualTo(110);
        assertThat(tuning.bound()).isLessThan(exact);
    }

    @Test
    void precisionBeginsWhereEnoughIsDropped() {
        List<Prediction> rows = Guesses.all(Guesses.texts(100, "spam", 0.9), Guesses.texts(500, "on-topic", 0.2));
        Tuning tuning = tune(rows, new Tuning.MinPrecision(0.95));
        assertThat(tuning.supported()).isTrue();
        assertThat(tuning.decisions().precision()).isEqualTo(1);
        assertThat(tuning.bound()).isCloseTo(Math.pow(0.05, 0.01), within(1e-9));
        assertThat(tuning.policy().drop()).isBetween(0.2, 0.21);
        assertThat(tune(rows, new Tuning.MinPrecision(0.99)).supported()).isFalse();
    }

    @Test
    void aCostlyLossIsNotRiskedForAFewCheapOnes() {
        List<Prediction> rows = Guesses.all(
                Guesses.texts(10, "spam", 0.9), Guesses.texts(1, "on-topic", 0.95), Guesses.texts(50, "on-topic", 0.1));
        Tuning careful = tune(rows, new Tuning.LeastCost(20, 1));
        assertThat(careful.decisions().dropped()).isZero();
        assertThat(careful.supported()).isFalse();
        assertThat(careful.value()).isCloseTo(10 / 61.0, within(1e-12));
        Tuning even = tune(rows, new Tuning.LeastCost(1, 1));
        assertThat(even.decisions().droppedSpam()).isEqualTo(10);
        assertThat(even.value()).isCloseTo(1 / 61.0, within(1e-12));
        assertThat(even.supported()).isTrue();
    }

    @Test
    void otherLabelsOrOneAloneAreRefused() {
        assertThatThrownBy(() -> tune(Guesses.texts(5, "spam", 0.9), new Tuning.MinKept(0.9)))
                .hasMessage("5 rows of spam and 0 others (expected some of both)");
        assertThatThrownBy(() -> Tuning.of(List.of("a", "b"), List.of(), new Tuning.MinKept(0.9), Optional.empty(), 1))
                .hasMessageContaining("expected spam and one other");
    }
}
