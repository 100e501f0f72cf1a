package org.parasift.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.FeatureVector;
import org.parasift.features.Knowledge;
import org.parasift.features.Page;
import org.parasift.text.Article;

class TextScoresTest {
    private static final long A = 0x1000_0000_0000_0001L;
    private static final long B = 0x2000_0000_0000_0002L;
    private static final long C = 0xF000_0000_0000_0003L;
    private static final TextScores SCORES = TextScores.of(
            List.of("x", "y"), new double[] {0.5, -0.5}, new long[] {B, A}, new double[] {2, 3, -1, 0.25});

    @Test
    void moreInOneScoreLeavesTheOtherAsItIs() {
        LinearWeights more =
                SCORES.plus(1, 0.75, new long[] {C, A}, new double[] {-2, 1}).weights();
        assertThat(more.rows()).isEqualTo(3);
        assertThat(more.bias(0)).isEqualTo(0.5);
        assertThat(more.bias(1)).isEqualTo(0.25);
        assertThat(more.weightOf(A, 0)).isEqualTo(-1);
        assertThat(more.weightOf(A, 1)).isEqualTo(1.25f);
        assertThat(more.weightOf(B, 0)).isEqualTo(2);
        assertThat(more.weightOf(B, 1)).isEqualTo(3);
        assertThat(more.weightOf(C, 0)).isZero();
        assertThat(more.weightOf(C, 1)).isEqualTo(-2);
        assertThat(SCORES.weights().rows()).isEqualTo(2);
    }

    @Test
    void aWordThatCountsForNothingAnyMoreIsForgotten() {
        LinearWeights more = SCORES.plus(0, 0, new long[] {A}, new double[] {1})
                .plus(1, 0, new long[] {A}, new double[] {-0.25})
                .weights();
        assertThat(more.has(A)).isFalse();
        assertThat(more.has(B)).isTrue();
    }

    @Test
    void compactScoresStayInTheirStepsAndRange() {
        TextScores compact = SCORES.compact(2);
        LinearWeights old = compact.weights();
        LinearWeights more = compact.plus(1, 0, new long[] {A, B, C}, new double[] {0.5, 100, 0.001})
                .weights();
        assertThat(more.storage()).isEqualTo(old.storage());
        assertThat(more.weightOf(A, 0)).isEqualTo(old.weightOf(A, 0));
        float step = old.storage().scales().get(1);
        assertThat(more.weightOf(A, 1)).isCloseTo(old.weightOf(A, 1) + 0.5f, within(step / 2 + 1e-6f));
        assertThat(more.weightOf(B, 1)).isEqualTo(127 * step);
        assertThat(more.has(C)).as("less than half a step").isFalse();
        assertThat(more.weightOf(A, 1) / step).isCloseTo(Math.round(more.weightOf(A, 1) / step), within(1e-4f));
    }

    /** Words counted by the page, weights that stand in the table of the keys: a faster way to the same numbers. */
    @Test
    void columnsOfAPageAreTheScoresOfEachParagraph() {
        Random random = new Random(8);
        List<String> paragraphs = new ArrayList<>();
        for (int size : new int[] {0, 1, 2, 3, 10, 40, 512, 513, 2000, 30, 30, 600}) {
            StringBuilder text = new StringBuilder("…");
            for (int i = 0; i < size; i++) {
                text.append(" w").append(random.nextInt(1 + random.nextInt(200)));
            }
            paragraphs.add(text.toString());
        }
        Article article = Article.of("a", paragraphs);
        String bags = "recipe 1\ntokens\nwords orders=1,2 edges=yes\n";
        for (String weighting : List.of("tf=count idf=no norm=l2", "tf=sublinear idf=no norm=none")) {
            for (List<String> names : List.of(List.of("x", "y", "z"), List.of("x", "y"))) {
                String recipe = bags + "text-scores names=" + String.join(",", names) + "\nweighting " + weighting;
                FeatureExtractor plain =
                        FeatureRecipe.parse(bags + "weighting " + weighting).compile(Knowledge.NONE);
                TextScores exact = scores(names, plain, article, random);
                for (TextScores scores : List.of(exact, exact.compact(500))) {
                    FeatureExtractor extractor = FeatureRecipe.parse(recipe).compile(Knowledge.NONE.with(scores));
                    Page page = new Page();
                    page.open(article, extractor.tokenizer());
                    FeatureVector vector = new FeatureVector();
                    float[] row = new float[names.size()];
                    for (int p = 0; p < page.paragraphs(); p++) {
                        extractor.fill(page, p, row);
                        plain.bags(page, p, vector);
                        for (int score = 0; score < names.size(); score++) {
                            double expected = scores.weights().bias(score);
                            for (int i = 0; i < vector.size(); i++) {
                                expected += (double) vector.value(i)
                                        * scores.weights().weightOf(vector.key(i), score);
                            }
                            assertThat(row[score]).isEqualTo((float) expected);
                        }
                    }
                }
            }
        }
    }

    /** Of half of the features of an article. */
    private static TextScores scores(List<String> names, FeatureExtractor extractor, Article article, Random random) {
        Page page = new Page();
        page.open(article, extractor.tokenizer());
        FeatureVector vector = new FeatureVector();
        Set<Long> keys = new TreeSet<>();
        for (int p = 0; p < page.paragraphs(); p++) {
            extractor.bags(page, p, vector);
            for (int i = 0; i < vector.size(); i++) {
                if ((vector.key(i) >>> 40) % 2 == 0) {
                    keys.add(vector.key(i));
                }
            }
        }
        double[] weights =
                random.doubles((long) keys.size() * names.size(), -1, 1).toArray();
        long[] flat = keys.stream().mapToLong(Long::longValue).toArray();
        return TextScores.of(names, new double[names.size()], flat, weights);
    }
}
