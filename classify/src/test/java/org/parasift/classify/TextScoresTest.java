package org.parasift.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextScoresTest {
    private static final long A = 0x1000_0000_0000_0001L;
    private static final long B = 0x2000_0000_0000_0002L;
    private static final long C = 0xF000_0000_0000_0003L;
    private static final TextScores SCORES = TextScores.of(
            List.of("x", "y"), new double[] {0.5, -0.5}, new long[] {B, A}, new double[] {2, 3, -1, 0.25});

    @Test
    void moreInOneScoreLeavesTheOtherAsItIs() {
        LinearWeights more =
                SCORES.plus(1, 0.75, new long[] {C, A}, new double[] {-2, 1}).weights();
        assertThat(more.rows()).isEqualTo(3);
        assertThat(more.bias(0)).isEqualTo(0.5);
        assertThat(more.bias(1)).isEqualTo(0.25);
        assertThat(more.weightOf(A, 0)).isEqualTo(-1);
        assertThat(more.weightOf(A, 1)).isEqualTo(1.25f);
        assertThat(more.weightOf(B, 0)).isEqualTo(2);
        assertThat(more.weightOf(B, 1)).isEqualTo(3);
        assertThat(more.weightOf(C, 0)).isZero();
        assertThat(more.weightOf(C, 1)).isEqualTo(-2);
        assertThat(SCORES.weights().rows()).isEqualTo(2);
    }

    @Test
    void aWordThatCountsForNothingAnyMoreIsForgotten() {
        LinearWeights more = SCORES.plus(0, 0, new long[] {A}, new double[] {1})
                .plus(1, 0, new long[] {A}, new double[] {-0.25})
                .weights();
        assertThat(more.has(A)).isFalse();
        assertThat(more.has(B)).isTrue();
    }

    @Test
    void compactScoresStayInTheirStepsAndRange() {
        TextScores compact = SCORES.compact(2);
        LinearWeights old = compact.weights();
        LinearWeights more = compact.plus(1, 0, new long[] {A, B, C}, new double[] {0.5, 100, 0.001})
                .weights();
        assertThat(more.storage()).isEqualTo(old.storage());
        assertThat(more.weightOf(A, 0)).isEqualTo(old.weightOf(A, 0));
        float step = old.storage().scales().get(1);
        assertThat(more.weightOf(A, 1)).isCloseTo(old.weightOf(A, 1) + 0.5f, within(step / 2 + 1e-6f));
        assertThat(more.weightOf(B, 1)).isEqualTo(127 * step);
        assertThat(more.has(C)).as("less than half a step").isFalse();
        assertThat(more.weightOf(A, 1) / step).isCloseTo(Math.round(more.weightOf(A, 1) / step), within(1e-4f));
    }
}
