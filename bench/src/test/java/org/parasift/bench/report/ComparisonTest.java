package org.parasift.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void unchangedIsNotSlower() {
        Report report = Samples.report(400, 100, 50, 25);
        Comparison comparison = Comparison.of(report, report);
        assertThat(comparison.slowerThan(1.0)).isEmpty();
        assertThat(comparison.machine()).isEqualTo(1);
        assertThat(comparison.warnings()).isEmpty();
    }

    @Test
    void oursAtHalfItsSpeedIsTwiceAsSlow() {
        Comparison comparison = Comparison.of(Samples.report(400, 100, 50, 25), Samples.report(200, 100, 50, 25));
        assertThat(comparison.slowerThan(1.9)).hasSize(1);
        assertThat(comparison.slowerThan(2.1)).isEmpty();
        assertThat(comparison.text(1.2)).contains("400 ->        200 MB/s").contains("SLOWER");
    }

    @Test
    void slowMachineIsNotOurFault() {
        Comparison comparison = Comparison.of(Samples.report(400, 100, 50, 25), Samples.report(200, 50, 25, 12.5));
        assertThat(comparison.machine()).isCloseTo(2, within(1e-9));
        assertThat(comparison.slowerThan(1.05)).isEmpty();
        assertThat(comparison.text(1.2)).contains("the peers are 0.50x as fast as then");
    }

    @Test
    void fastMachineDoesNotHideOurSlowness() {
        Comparison comparison = Comparison.of(Samples.report(400, 100, 50, 25), Samples.report(400, 200, 100, 50));
        assertThat(comparison.slowerThan(1.9)).hasSize(1);
    }

    @Test
    void twoPeersAreNotEnoughToJudgeTheMachine() {
        Comparison comparison = Comparison.of(Samples.report(400, 100, 50), Samples.report(200, 50, 25));
        assertThat(comparison.machine()).isEqualTo(1);
        assertThat(comparison.slowerThan(1.9)).hasSize(1);
    }

    @Test
    void slowerPeersNeverFail() {
        Comparison comparison = Comparison.of(Samples.report(400, 100), Samples.report(400, 10));
        assertThat(comparison.slowerThan(1.2)).isEmpty();
    }

    @Test
    void whatIsOnlyInOneReportIsLeftOut() {
        Report before = Samples.report(400, 100);
        Report now = new Report(Samples.run("2026-01-02T00:00:00Z"), List.of(Samples.bar("other", true, 3)));
        Comparison comparison = Comparison.of(before, now);
        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.warnings())
                .contains("the reports have no measurement in common")
                .anyMatch(warning -> warning.startsWith("measured then, not now: "));
    }

    @Test
    void medianOfEvenAndOdd() {
        assertThat(Comparison.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(Comparison.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
    }
}
