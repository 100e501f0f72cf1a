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
        if (Boolean.getBoolean("parasift.wordBreakTest.required")) {
            assertThat(file).exists();
        }
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

    /** The table's boundaries and the tokens of all scanners together; -Plong for the longer run, -Dparasift.seed=N for another. */
    @Test
    void boundariesAndTokensEqualThoseOfIcuOnRandomText() {
        long seed = Long.getLong("parasift.seed", 17);
        SplittableRandom random = new SplittableRandom(seed);
        BreakIterator icu = strictIcu();
        Tokens tokens = new Tokens();
        for (int run = Integer.getInteger("parasift.differential", 1_000_000); run > 0; run--) {
            String text = run % 50 == 0
                    ? RandomText.mixed(random, 200)
                    : run % 5 == 0 ? RandomText.script(random, 20) : RandomText.hard(random, 12);
            int[] found = tokenizer.boundaries(text);
            int[] expected = boundaries(icu, text, found.length + 1);
            if (!Arrays.equals(found, expected)) {
                assertThat(found)
                        .as("seed %d, text%s", seed, RandomText.show(text))
                        .isEqualTo(expected);
            }
            tokens.clear();
            tokenizer.tokenize(text, 0, text.length(), tokens);
            int row = 0;
            for (int i = 1; i < expected.length; i++) {
                if (hasContent(text, expected[i - 1], expected[i])) {
                    boolean same = row < tokens.size()
                            && tokens.start(row) == expected[i - 1]
                            && tokens.end(row) == expected[i];
                    assertThat(same)
                            .as("seed %d, token %d of text%s", seed, row, RandomText.show(text))
                            .isTrue();
                    row++;
                }
            }
            assertThat(tokens.size())
                    .as("seed %d, text%s", seed, RandomText.show(text))
                    .isEqualTo(row);
        }
    }

    private static boolean hasContent(String text, int start, int end) {
        int content = 0;
        for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
            content |= Characters.properties(text.codePointAt(i)) >>> Characters.CONTENT_SHIFT;
        }
        return Content.isToken(content) != 0;
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
