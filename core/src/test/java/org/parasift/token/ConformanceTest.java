package org.parasift.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.RuleBasedBreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The boundaries against Unicode's own examples and against ICU4J. */
class ConformanceTest {
    private final Tokenizer tokenizer = Tokenizer.standard();
    private final SlowTokenizer slow = new SlowTokenizer(Set.of());

    @Test
    void allExamplesOfUnicode17Hold() throws IOException {
        Path file = Path.of(System.getProperty("parasift.wordBreakTest", "WordBreakTest-17.0.0.txt"));
        assumeTrue(Files.exists(file), () -> file + " is absent (-Dparasift.wordBreakTest=FILE)");
        int examples = 0;
        for (String line : Files.readAllLines(file)) {
            String example = line.replaceFirst("#.*", "").strip();
            if (!example.isEmpty()) {
                checkExample(example);
                examples++;
            }
        }
        assertThat(examples).isEqualTo(1944);
    }

    private void checkExample(String example) {
        StringBuilder text = new StringBuilder();
        List<Integer> expected = new ArrayList<>();
        for (String part : example.split(" ", -1)) {
            if (part.equals("÷")) {
                expected.add(text.length());
            } else if (!part.equals("×")) {
                text.appendCodePoint(Integer.parseInt(part, 16));
            }
        }
        assertThat(boundaries(text.toString())).as(example).isEqualTo(expected);
        assertThat(slow.boundaries(text.toString())).as(example).isEqualTo(expected);
    }

    /** -Dparasift.differential=20000000 for the longer run; -Dparasift.seed=N for another. */
    @Test
    void boundariesEqualThoseOfIcuOnRandomText() {
        long seed = Long.getLong("parasift.seed", 17);
        SplittableRandom random = new SplittableRandom(seed);
        BreakIterator icu = strictIcu();
        for (int run = Integer.getInteger("parasift.differential", 1_000_000); run > 0; run--) {
            String text = run % 50 == 0 ? RandomText.mixed(random, 200) : RandomText.hard(random, 12);
            int[] found = tokenizer.boundaries(text);
            int[] expected = boundaries(icu, text, found.length + 1);
            if (!Arrays.equals(found, expected)) {
                assertThat(found)
                        .as("seed %d, text%s", seed, RandomText.show(text))
                        .isEqualTo(expected);
            }
        }
    }

    /** ICU's own rules less its departures from the standard: dictionaries for Asian scripts, and the colon. */
    private static BreakIterator strictIcu() {
        String rules = BreakIterator.getWordInstance(ULocale.ROOT).toString();
        String strict = rules.replaceAll("\\$(Extend)=[^;]*;", "\\$$1=[\\\\p{Word_Break=$1}];")
                .replaceAll("\\$ALetterPlus=[^;]*;", "\\$ALetterPlus=[\\$ALetter];")
                .replaceAll("\\$dictionary(CJK)?=[^;]*;", "")
                .replace("$KanaKanji$KanaKanji{400};", "");
        assertThat(strict).isNotEqualTo(rules).doesNotContain("dictionary");
        return new RuleBasedBreakIterator(strict);
    }

    private static int[] boundaries(BreakIterator words, String text, int expected) {
        if (text.isEmpty()) {
            return new int[0];
        }
        words.setText(text);
        int[] found = new int[expected];
        int count = 0;
        for (int at = words.first(); at != BreakIterator.DONE; at = words.next()) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = at;
        }
        return Arrays.copyOf(found, count);
    }

    private List<Integer> boundaries(String text) {
        return Arrays.stream(tokenizer.boundaries(text)).boxed().toList();
    }
}
