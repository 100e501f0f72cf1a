package org.parasift.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Calibration.Isotonic STEPS =
            new Calibration.Isotonic(List.of(0.2, 0.4, 0.8), List.of(0.1, 0.5, 0.9));

    @Test
    void noneLeavesEveryBitAsItIs() {
        double[] probabilities = {0.1, 0.7, 0.2};
        Calibration.NONE.apply(probabilities);
        assertThat(probabilities).containsExactly(0.1, 0.7, 0.2);
    }

    @Test
    void isotonicIsStraightBetweenItsPointsAndLevelOutside() {
        assertThat(STEPS.apply(0)).isEqualTo(0.1);
        assertThat(STEPS.apply(0.2)).isEqualTo(0.1);
        assertThat(STEPS.apply(0.3)).isCloseTo(0.3, within(1e-12));
        assertThat(STEPS.apply(0.4)).isEqualTo(0.5);
        assertThat(STEPS.apply(0.6)).isCloseTo(0.7, within(1e-12));
        assertThat(STEPS.apply(0.81)).isEqualTo(0.9);
        assertThat(STEPS.apply(1)).isEqualTo(0.9);
    }

    @Test
    void curvesNeverFallAndStayInside() {
        for (Calibration.Curve curve : List.of(STEPS, new Calibration.Platt(3, -2), Calibration.NONE)) {
            double before = 0;
            for (int i = 0; i <= 1000; i++) {
                double now = curve.apply(i / 1000.0);
                assertThat(now).isBetween(before, 1.0);
                before = now;
            }
        }
    }

    @Test
    void ofManyLabelsEachHasItsCurveAndTheySumToOne() {
        Calibration calibration =
                new Calibration.PerLabel(List.of(new Calibration.Platt(2, 0), Calibration.NONE, STEPS));
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            double a = random.nextDouble();
            double b = (1 - a) * random.nextDouble();
            double[] probabilities = {a, b, 1 - a - b};
            calibration.apply(probabilities);
            assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-12));
        }
        double[] certain = {1, 0, 0};
        calibration.apply(certain);
        assertThat(certain).containsExactly(1 / 1.1, 0, 0.1 / 1.1);
    }

    @Test
    void aModelRefusesTheCalibrationOfOtherLabels() {
        Calibration three = new Calibration.PerLabel(List.of(STEPS, STEPS, STEPS));
        assertThat(Models.threeLabels().with(three).calibration()).isEqualTo(three);
        assertThatThrownBy(() -> Models.articles().with(three)).hasMessageContaining("calibration is for 3 labels");
        assertThatThrownBy(() -> Models.threeLabels().with(STEPS)).hasMessageContaining("calibration is for 2 labels");
        assertThatThrownBy(() -> new Calibration.PerLabel(List.of(STEPS, STEPS)))
                .hasMessageContaining("2 curves");
    }
}
