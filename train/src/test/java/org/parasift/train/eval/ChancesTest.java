package org.parasift.train.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChancesTest {
    private static final Chances FIVE = Chances.of(
            Guesses.LABELS, Guesses.of("a spam 0.95", "b on-topic 0.8", "b spam 0.8", "c spam 0.3", "d on-topic 0.05"));

    @Test
    void precisionAndRecallTakeTiesTogether() {
        assertThat(FIVE.precisionRecall())
                .containsExactly(
                        new Chances.Point(0.95, 1 / 3.0, 1),
                        new Chances.Point(0.8, 2 / 3.0, 2 / 3.0),
                        new Chances.Point(0.3, 1, 0.75),
                        new Chances.Point(0.05, 1, 0.6));
        assertThat(FIVE.prevalence()).isEqualTo(0.6);
    }

    @Test
    void theBandHoldsTheCurveOfAllArticles() {
        List<Chances.Band> band = FIVE.band(7);
        assertThat(band).hasSize(51).isEqualTo(FIVE.band(7));
        assertThat(band.get(0).high()).isEqualTo(1);
        assertThat(band).allSatisfy(edge -> assertThat(edge.low()).isLessThanOrEqualTo(edge.high()));
        assertThat(band.get(50).low()).isLessThanOrEqualTo(0.75);
    }

    @Test
    void binsTellWhatWasPromisedAndWhatCameTrue() {
        assertThat(FIVE.reliability())
                .extracting(Chances.Bin::rows, Chances.Bin::hits, Chances.Bin::mean)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, 0L, 0.05),
                        org.assertj.core.groups.Tuple.tuple(1L, 1L, 0.3),
                        org.assertj.core.groups.Tuple.tuple(2L, 1L, 0.8),
                        org.assertj.core.groups.Tuple.tuple(1L, 1L, 0.95));
        assertThat(FIVE.histogram(2)[0]).containsExactly(1, 2);
        assertThat(FIVE.histogram(2)[1]).containsExactly(1, 1);
    }

    @Test
    void otherLabelsAreTakenTogether() {
        Chances chances = Chances.of(List.of("a", "on-topic", "spam"), List.of());
        assertThat(chances.ofSpam()).isFalse();
        assertThat(chances.precisionRecall()).isEmpty();
        assertThat(chances.band(1)).isEmpty();
    }
}
