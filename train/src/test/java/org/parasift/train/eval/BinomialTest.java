package org.parasift.train.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against values worked out by hand or printed in tables. */
class BinomialTest {
    @Test
    void atMostSumsTheTermsOfTheDistribution() {
        // (1 + 6 + 15) / 64
        assertThat(Binomial.atMost(2, 6, 0.5)).isCloseTo(22 / 64.0, within(1e-12));
        // 0.9^3 + 3 * 0.1 * 0.9^2
        assertThat(Binomial.atMost(1, 3, 0.1)).isCloseTo(0.972, within(1e-12));
        assertThat(Binomial.atMost(3, 3, 0.4)).isEqualTo(1);
        assertThat(Binomial.atMost(0, 100_000, 0.5)).isZero();
        assertThat(Binomial.atMost(50_000, 100_001, 0.5)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void boundsAreThoseOfClopperAndPearson() {
        // the textbook interval for 8 of 10
        assertThat(Binomial.lowerBound(8, 10, 0.975)).isCloseTo(0.4439, within(5e-5));
        assertThat(Binomial.upperBound(8, 10, 0.975)).isCloseTo(0.9748, within(5e-5));
        // without a miss: the share whose n-th power is 0.05
        assertThat(Binomial.lowerBound(10, 10, 0.95)).isCloseTo(Math.pow(0.05, 0.1), within(1e-9));
        assertThat(Binomial.upperBound(0, 10, 0.95)).isCloseTo(1 - Math.pow(0.05, 0.1), within(1e-9));
        assertThat(Binomial.lowerBound(0, 10, 0.95)).isZero();
        assertThat(Binomial.upperBound(10, 10, 0.95)).isEqualTo(1);
    }

    @Test
    void howManyTrialsShowAShareWithoutAMiss() {
        // ln 0.05 / ln 0.995 = 597.6; the rule of three says 600
        assertThat(Binomial.trialsWithoutMiss(0.995, 0.95)).isEqualTo(598);
        assertThat(Binomial.trialsWithoutMiss(0.95, 0.95)).isEqualTo(59);
        assertThat(Binomial.lowerBound(598, 598, 0.95)).isGreaterThanOrEqualTo(0.995);
        assertThat(Binomial.lowerBound(597, 597, 0.95)).isLessThan(0.995);
    }

    @Test
    void mcNemarCountsTheRowsThatOnlyOneGetsRight() {
        // 2 * (1 + 6) / 64
        assertThat(Binomial.mcNemar(1, 5)).isCloseTo(0.21875, within(1e-12));
        assertThat(Binomial.mcNemar(5, 1)).isCloseTo(0.21875, within(1e-12));
        assertThat(Binomial.mcNemar(0, 5)).isCloseTo(0.0625, within(1e-12));
        assertThat(Binomial.mcNemar(3, 3)).isEqualTo(1);
        assertThat(Binomial.mcNemar(0, 0)).isEqualTo(1);
    }
}
