package org.parasift.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parasift.text.Article;
import org.parasift.token.Tokenizer;

class TextScoringTest {
    @Test
    void pressedIsTheHyperbolicTangentToTheLastBit() {
        Random random = new Random(3);
        for (int n = 0; n < 1_000_000; n++) {
            assertPressed(random.nextGaussian() * Math.pow(10, random.nextInt(5) - 2));
        }
        double[] edges = {
            0, -0.0, 1e-300, Double.MIN_VALUE, 710, -745, 1e9, Double.MAX_VALUE, 1 / 0.0, -1 / 0.0, 0 / 0.0
        };
        for (double edge : edges) {
            assertPressed(edge);
        }
    }

    /** Where two floats are equally near to a score's tangent, the slow way must decide. */
    @Test
    void pressedIsRightWhereFloatsMeet() {
        for (int n = 1; n < 20_000; n++) {
            float one = n / 20_000f;
            double between = ((double) one + Math.nextUp(one)) / 2;
            double score = Math.log((1 + between) / (1 - between));
            for (int step = -3; step <= 3; step++) {
                assertPressed(score + step * Math.ulp(score));
            }
        }
    }

    private static void assertPressed(double score) {
        float expected = (float) StrictMath.tanh(score / 2);
        if (Float.floatToIntBits(TextScoring.pressed(score)) != Float.floatToIntBits(expected)) {
            assertThat(TextScoring.pressed(score)).as("score " + score).isEqualTo(expected);
        }
    }

    /** The mean weighs by words, the low is that of the prose, the lead is the beginning's. */
    @Test
    void anArticleIsSummedUp() {
        String prose = "word word word word word word word word word zzz.";
        List<String> paragraphs = new ArrayList<>(List.of("A title", prose.replace("zzz", "minus minus")));
        for (int i = 0; i < 19; i++) {
            paragraphs.add(prose.replace("zzz", i < 8 ? "plus" : "plus plus plus"));
        }
        // Headlines are in none of it: their weight is next to nothing, and they are no prose.
        for (int i = 0; i < 9; i++) {
            paragraphs.add("minus minus minus");
        }
        FeatureExtractor extractor = FeatureRecipe.parse(
                        "recipe 1\ntokens accent-apostrophe\nwords orders=1\ntext-scores names=s article=s\nweighting tf=count idf=no norm=none")
                .compile(Knowledge.NONE.with(new PlusAndMinus()));
        Page page = new Page();
        page.open(Article.of("a", paragraphs), extractor.tokenizer());
        float[] row = new float[extractor.columns().size()];
        extractor.fill(page, 1, row);
        assertThat(extractor.columns())
                .containsExactly("text:s", "text:s-article", "text:s-relative", "text:s-low", "text:s-lead");
        double mean = (11 * -2 + 8 * 10 * 1 + 11 * 12 * 3 - 9 * 0.1 * 3) / (0.1 + 11 + 80 + 132 + 0.9);
        assertThat(row[0]).isEqualTo(-2);
        assertThat(row[1]).isCloseTo((float) mean, within(1e-5f));
        assertThat(row[2]).isCloseTo((float) (-2 - mean), within(1e-5f));
        assertThat(row[3]).isEqualTo(1);
        double lead = (11 * -2 + 8 * 10 + 3 * 12 * 3) / (0.1 + 11 + 80 + 36);
        assertThat(row[4]).isCloseTo((float) lead, within(1e-5f));
        page.open(
                Article.of("b", List.of("minus minus", "minus", "plus", "plus", "plus plus", "word")),
                extractor.tokenizer());
        extractor.fill(page, 0, row);
        assertThat(row[3]).as("low without prose").isEqualTo(-1);
    }

    /** The number of a word less that of another. */
    private static final class PlusAndMinus implements TextScorer {
        @Override
        public List<String> names() {
            return List.of("s");
        }

        @Override
        public void score(FeatureVector bag, double[] into) {
            into[0] = 0;
            for (int i = 0; i < bag.size(); i++) {
                boolean plus = bag.key(i) == Grams.wordKey(Tokenizer.hash("plus"));
                boolean minus = bag.key(i) == Grams.wordKey(Tokenizer.hash("minus"));
                into[0] += plus ? bag.value(i) : minus ? -bag.value(i) : 0;
            }
        }
    }
}
