package org.parasift.train.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {
    private static PairedComparison compare(List<Prediction> a, List<Prediction> b) {
        return PairedComparison.of(Guesses.LABELS, a, b, 1);
    }

    @Test
    void figuresAreThoseOfTheRows() {
        List<Prediction> a = Guesses.of("x spam 0.9", "x spam 0.2", "y spam 0.8", "y on-topic 0.7", "z on-topic 0.1");
        List<Prediction> b = Guesses.of("x spam 0.9", "x spam 0.6", "y spam 0.8", "y on-topic 0.4", "z on-topic 0.1");
        PairedComparison comparison = compare(a, b);
        // A: 2 hits, 1 miss, 1 false alarm: 4 / 6. B: all right.
        assertThat(comparison.f1().a()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(comparison.f1().b()).isEqualTo(1);
        // A ranks spam 1st, 2nd, 4th: (1 + 1 + 3/4) / 3
        assertThat(comparison.averagePrecision().a()).isCloseTo(2.75 / 3, within(1e-12));
        assertThat(comparison.averagePrecision().value()).isCloseTo(0.25 / 3, within(1e-12));
        assertThat(comparison.onlyA()).isZero();
        assertThat(comparison.onlyB()).isEqualTo(2);
        assertThat(comparison.mcNemar()).isCloseTo(0.5, within(1e-12));
        assertThat(comparison.rows()).isEqualTo(5);
        assertThat(comparison.articles()).isEqualTo(3);
        assertThat(comparison.f1Name()).isEqualTo("F1 of spam");
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        List<Prediction> rows = Guesses.of("x spam 0.9", "y on-topic 0.7", "z on-topic 0.1");
        PairedComparison comparison = compare(rows, rows);
        assertThat(comparison.f1().interval()).isEqualTo(new Scores.Interval(0, 0));
        assertThat(comparison.f1().clear()).isFalse();
        assertThat(comparison.mcNemar()).isEqualTo(1);
        assertThat(comparison.sentence("A", "B")).contains("same verdict");
    }

    @Test
    void aClearDifferenceIsClearEitherWay() {
        List<Prediction> good = new ArrayList<>();
        List<Prediction> bad = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            good.addAll(Guesses.of("a" + i + " spam 0.9", "a" + i + " on-topic 0.1"));
            bad.addAll(Guesses.of("a" + i + " spam " + (i % 4 == 0 ? 0.9 : 0.2), "a" + i + " on-topic 0.1"));
        }
        PairedComparison comparison = compare(bad, good);
        assertThat(comparison.f1().interval().low()).isPositive();
        assertThat(comparison.onlyB()).isEqualTo(30);
        assertThat(comparison.sentence("A", "B"))
                .startsWith("B is better than A")
                .contains("McNemar's test agrees");
        assertThat(compare(good, bad).sentence("A", "B")).startsWith("A is better than B");
    }

    @Test
    void rowsOfOneArticleAreOneWitness() {
        List<Prediction> a = new ArrayList<>(Guesses.of("y spam 0.9", "z on-topic 0.1"));
        List<Prediction> b = new ArrayList<>(Guesses.of("y spam 0.2", "z on-topic 0.1"));
        for (int i = 0; i < 20; i++) {
            a.addAll(Guesses.of("x spam 0.2"));
            b.addAll(Guesses.of("x spam 0.9"));
        }
        PairedComparison comparison = compare(a, b);
        assertThat(comparison.mcNemar()).isLessThan(0.001);
        assertThat(comparison.f1().clear()).isFalse();
        assertThat(comparison.sentence("A", "B")).startsWith("Undecided: B");
    }

    @Test
    void otherRowsAreRefused() {
        assertThatThrownBy(() -> compare(Guesses.of("x spam 0.9"), Guesses.of("y spam 0.9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 0 is not the same");
    }
}
