package org.parasift.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberingTest {
    @Test
    void numbersAsManyKeysAsWasAskedForWhateverThatIs() {
        for (int most = 0; most < 2100; most++) {
            Numbering fresh = new Numbering();
            fresh.clear(most);
            for (int i = 0; i < 2 * most; i++) {
                assertThat(fresh.number(i % most * 7919L)).isEqualTo(i % most);
            }
            assertThat(fresh.size()).isEqualTo(most);
        }
    }

    @Test
    void forgetsAndNumbersAgain() {
        Numbering reused = new Numbering();
        for (int most : new int[] {3, 512, 513, 1, 1024, 511, 5000, 4096, 2}) {
            reused.clear(most);
            for (int i = 0; i < most; i++) {
                assertThat(reused.number(~(long) i)).isEqualTo(i);
            }
        }
    }

    @Test
    void spaceGrowsWithTheKeysThereAre() {
        for (int likely : new int[] {0, 1, 100, 511, 512, 600, 1_000_000_000}) {
            Numbering fresh = new Numbering();
            for (int round = 0; round < 2; round++) {
                fresh.clear(likely);
                for (int i = 0; i < 20_000; i++) {
                    assertThat(fresh.number(i % 10_000 * 7919L)).isEqualTo(i % 10_000);
                }
                assertThat(fresh.size()).isEqualTo(10_000);
                assertThat(fresh.keys()[9_999]).isEqualTo(9_999 * 7919L);
            }
        }
    }
}
