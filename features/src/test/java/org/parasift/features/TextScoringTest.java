package org.parasift.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextScoringTest {
    @Test
    void pressedIsTheHyperbolicTangentToTheLastBit() {
        Random random = new Random(3);
        for (int n = 0; n < 1_000_000; n++) {
            assertPressed(random.nextGaussian() * Math.pow(10, random.nextInt(5) - 2));
        }
        double[] edges = {
            0, -0.0, 1e-300, Double.MIN_VALUE, 710, -745, 1e9, Double.MAX_VALUE, 1 / 0.0, -1 / 0.0, 0 / 0.0
        };
        for (double edge : edges) {
            assertPressed(edge);
        }
    }

    /** Where two floats are equally near to a score's tangent, the slow way must decide. */
    @Test
    void pressedIsRightWhereFloatsMeet() {
        for (int n = 1; n < 20_000; n++) {
            float one = n / 20_000f;
            double between = ((double) one + Math.nextUp(one)) / 2;
            double score = Math.log((1 + between) / (1 - between));
            for (int step = -3; step <= 3; step++) {
                assertPressed(score + step * Math.ulp(score));
            }
        }
    }

    private static void assertPressed(double score) {
        float expected = (float) StrictMath.tanh(score / 2);
        if (Float.floatToIntBits(TextScoring.pressed(score)) != Float.floatToIntBits(expected)) {
            assertThat(TextScoring.pressed(score)).as("score " + score).isEqualTo(expected);
        }
    }
}
