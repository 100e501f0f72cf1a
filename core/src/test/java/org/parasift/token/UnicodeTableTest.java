package org.parasift.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.ibm.icu.lang.UCharacter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UnicodeTableTest {
    @Test
    void fileIsWhatTheToolMakes() throws IOException {
        byte[] made = UnicodeTable.make();
        if (Boolean.getBoolean("parasift.writeUnicodeTable")) {
            Files.write(Path.of("src/main/resources/org/parasift/token", Characters.FILE), made);
            fail("written; run again without -Dparasift.writeUnicodeTable");
        }
        try (InputStream in = Characters.class.getResourceAsStream(Characters.FILE)) {
            assertThat(Objects.requireNonNull(in).readAllBytes()).isEqualTo(made);
        }
    }

    @Test
    void everyCodePointIsReadBackAsItWasMade() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int expected = UnicodeTable.content(c) << Characters.CONTENT_SHIFT
                    | UnicodeTable.wordClass(c).ordinal();
            if ((Characters.properties(c) & ~Characters.COMPLEX) != expected) {
                fail("U+%04X: %x instead of %x", c, Characters.properties(c), expected);
            }
        }
    }

    @Test
    void foldingKeepsTheLengthAndIsLowerCaseButForApostrophesAndSigma() {
        String exceptions = "'`\u00B4\u02BC\u2018\u2019\uFF07\u03C2";
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int folded = Characters.fold(c);
            if (Character.charCount(folded) != Character.charCount(c)
                    || (exceptions.indexOf(c) < 0 && folded != UCharacter.toLowerCase(c))
                    || Characters.fold(folded) != folded
                    || (folded != c && c > 0xFFFF && Character.highSurrogate(c) > Characters.LAST_FOLDING_SURROGATE)) {
                fail("U+%04X folds to U+%04X", c, folded);
            }
        }
    }
}
