package org.parasift.train.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {
    @ParameterizedTest(name = "{0}: {1} replaced")
    @CsvSource({
        "61C3A9F09F9880, 0, aé😀",
        "EFBBBF61, 0, a",
        "61EFBBBF, 0, a\uFEFF",
        "6180, 1, a\uFFFD",
        "C0AF, 2, \uFFFD\uFFFD",
        "EDA080, 1, \uFFFD",
        "E282, 1, \uFFFD",
        "F09F98, 1, \uFFFD",
        "61FF62FE, 2, a\uFFFDb\uFFFD",
    })
    void lenientReplacesAndCounts(String hex, long replaced, String text) {
        Utf8.Decoded decoded = Utf8.decode(HexFormat.of().parseHex(hex), "x", true);
        assertThat(decoded.replaced()).isEqualTo(replaced);
        assertThat(decoded.text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "6180, x:1: byte 0x80 at offset 1 (expected UTF-8)",
        "0D0A0A0D61E282, x:4: byte 0xE2 at offset 5 (expected UTF-8)",
        "EFBBBFFF, x:1: byte 0xFF at offset 3 (expected UTF-8)",
    })
    void strictNamesLineAndOffset(String hex, String message) {
        assertThatThrownBy(() -> Utf8.decode(HexFormat.of().parseHex(hex), "x", false))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void lenientEqualsTheJavaDecoderOnRandomBytes() {
        long seed = 20261121;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(3) == 0 ? (byte) "aÃ©â‚¬".charAt(random.nextInt(5)) : bytes[i];
            }
            if (bytes.length > 0 && bytes[0] == (byte) 0xEF) {
                bytes[0] = 'a';
            }
            assertThat(Utf8.decode(bytes, "x", true).text())
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD'));
        }
    }
}
