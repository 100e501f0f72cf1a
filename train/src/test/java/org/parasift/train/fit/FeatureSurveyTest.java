package org.parasift.train.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parasift.classify.Model;
import org.parasift.features.FeatureCollisionException;
import org.parasift.features.FeatureRecipe;
import org.parasift.text.Article;
import org.parasift.token.Token;
import org.parasift.token.Tokenizer;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;

class FeatureSurveyTest {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    @Test
    void theStrongestFeaturesGetTheirNames() {
        List<Example> rows = FitterTest.rows(60, 2);
        Model model = Fitter.fit(rows, FeatureRecipe.texts(), TrainerSpec.USUAL, 1);
        assertThat(FeatureSurvey.strongest(model, rows).values())
                .hasSizeGreaterThan(100)
                .allMatch(name -> name.startsWith("word:w"));
    }

    /** Every step from words to keys can be undone, so a pair with the key of a given word can be made. */
    @Test
    void aCollisionBetweenRowsNamesBoth() {
        String word = "collides";
        String pair = pairWithTheKeyOf(word);
        List<Example> rows = new ArrayList<>(FitterTest.rows(20, 2));
        rows.add(row(word));
        rows.add(row(pair));
        Model model = Fitter.fit(FitterTest.rows(20, 2), FeatureRecipe.texts(), TrainerSpec.USUAL, 1);
        assertThatThrownBy(() -> FeatureSurvey.strongest(model, rows))
                .isInstanceOf(FeatureCollisionException.class)
                .hasMessageContaining("'word:" + word + "'")
                .hasMessageContaining("'word:" + pair + "'");
    }

    private static Example row(String text) {
        return new Example(Article.of(text, List.of(text)), 0, "label0", "", Sure.YES, "", 1);
    }

    private static String pairWithTheKeyOf(String word) {
        long family = 0;
        for (char c : "word:".toCharArray()) {
            family = mix(family, c);
        }
        long wanted = unmix(mix(family, hash(word)));
        for (int i = 0; i < 10_000_000; i++) {
            String first = "w" + i;
            // mix(mix(family, first), second) is the key: so the hash of the second is
            long hash = wanted ^ mix(family, hash(first));
            String second = wordWithHash(hash);
            List<Token> tokens = Tokenizer.standard().tokenize(second);
            if (tokens.size() == 1 && tokens.get(0).text().equals(second) && hash(second) == hash) {
                return first + " " + second;
            }
        }
        throw new AssertionError("no pair found");
    }

    /** Eight Latin-1 chars, a word or not, from which the hash of one word of eight bytes would come. */
    private static String wordWithHash(long hash) {
        long inverse = inverse(0xD6E8FEB86659FD93L);
        long step = (hash ^ (hash >>> 32)) * inverse;
        step = (step ^ (step >>> 32)) * inverse(MULTIPLIER);
        byte[] bytes = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(step ^ 0x243F6A8885A308D3L)
                .array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static long hash(String word) {
        return Tokenizer.hash(word);
    }

    private static long mix(long key, long next) {
        long mixed = (key ^ next) * MULTIPLIER;
        return mixed ^ (mixed >>> 32);
    }

    /** What {@code key ^ next} was. */
    private static long unmix(long mixed) {
        return (mixed ^ (mixed >>> 32)) * inverse(MULTIPLIER);
    }

    /** By Newton's method modulo powers of two. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int i = 0; i < 6; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
