package org.parasift.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedWeightsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20})
    void whatIsPackedIsUnpacked(int columns) {
        SplittableRandom random = new SplittableRandom(columns);
        for (int spread : new int[] {1, 2, 5, 30, 128}) {
            byte[] weights = new byte[columns * 200];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (byte) random.nextInt(-spread, spread);
            }
            byte[] packed = PackedWeights.pack(weights, columns);
            assertThat(PackedWeights.unpack(packed, weights.length, columns)).isEqualTo(weights);
        }
        assertThat(PackedWeights.unpack(PackedWeights.pack(new byte[0], columns), 0, columns))
                .isEmpty();
    }

    @Test
    void theBitsAreAsTheFormatSays() {
        // Width 0: 0 is a zero, -1 one one, 1 two ones; 0 10 110 and zeros to the end of the byte.
        assertThat(PackedWeights.pack(new byte[] {0, -1, 1}, 1)).containsExactly(0, 0b01011000);
        // Width 2 is the best for 2 and 3: 4 is a one, a zero and 00; 6 a one, a zero and 10.
        assertThat(PackedWeights.pack(new byte[] {2, 3}, 1)).containsExactly(2, (byte) 0b10001010);
    }

    @Test
    void manyZerosTakeABitEach() {
        byte[] weights = new byte[8000];
        weights[7] = 127;
        assertThat(PackedWeights.pack(weights, 1)).hasSizeLessThan(1 + 1000 + 34);
    }

    @Test
    void whatIsNotPackedSoIsRefused() {
        byte[] packed = PackedWeights.pack(new byte[] {5, -3, 100, 0, 1, 2}, 2);
        for (int size = 0; size < packed.length; size++) {
            byte[] part = Arrays.copyOf(packed, size);
            assertThatThrownBy(() -> PackedWeights.unpack(part, 6, 2)).isInstanceOf(ModelFormatException.class);
        }
        byte[] longer = Arrays.copyOf(packed, packed.length + 1);
        assertThatThrownBy(() -> PackedWeights.unpack(longer, 6, 2)).hasMessageContaining("1 bytes too many");
        assertThatThrownBy(() -> PackedWeights.unpack(packed, 1L << 31, 2)).hasMessageContaining("at least a bit each");
        byte[] wide = packed.clone();
        wide[0] = 8;
        assertThatThrownBy(() -> PackedWeights.unpack(wide, 6, 2)).hasMessageContaining("width 8");
    }
}
