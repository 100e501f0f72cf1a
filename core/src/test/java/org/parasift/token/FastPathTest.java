package org.parasift.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every way to the tokens gives those of the slow reference. */
class FastPathTest {
    private static final long SEED = Long.getLong("parasift.seed", 29);
    private static final int RUNS = Integer.getInteger("parasift.differential", 1_000_000) / 5;

    @Test
    void tokensEqualTheSlowOnesOnRandomText() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (Set<Tailoring> tailorings : List.of(
                EnumSet.noneOf(Tailoring.class),
                EnumSet.of(Tailoring.HYPHEN),
                EnumSet.of(Tailoring.ACCENT_APOSTROPHE),
                EnumSet.of(Tailoring.HYPHEN, Tailoring.ACCENT_APOSTROPHE))) {
            Tokenizer tokenizer = Tokenizer.with(tailorings);
            SlowTokenizer slow = new SlowTokenizer(tailorings);
            for (int run = RUNS / 4; run > 0; run--) {
                String text = run % 2 == 0 ? RandomText.mixed(random, 90) : RandomText.hard(random, 12);
                check(tokenizer, slow, text);
            }
        }
    }

    private static void check(Tokenizer tokenizer, SlowTokenizer slow, String text) {
        List<Token> found = tokenizer.tokenize(text);
        List<Token> expected = slow.tokenize(text);
        if (!found.equals(expected)) {
            assertThat(found)
                    .as("seed %d, %s, text%s", SEED, tokenizer.tailorings(), RandomText.show(text))
                    .isEqualTo(expected);
        }
    }
}
