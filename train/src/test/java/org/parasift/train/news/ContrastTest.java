package org.parasift.train.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContrastTest {
    private static final int SUBJECTS = 12;
    private static final int WORDS_OF_A_SUBJECT = 20;
    private static final int COMMON = 60;
    private static final int DIMENSIONS = 16;

    /** Articles of six paragraphs of ten words, of which three are of the article's subject and seven of none. */
    private static List<int[][]> articles(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[][]> articles = new ArrayList<>();
        for (int a = 0; a < count; a++) {
            int subject = a % SUBJECTS;
            int[][] article = new int[6][10];
            for (int[] words : article) {
                for (int w = 0; w < words.length; w++) {
                    words[w] = w < 3
                            ? subject * WORDS_OF_A_SUBJECT + random.nextInt(WORDS_OF_A_SUBJECT)
                            : SUBJECTS * WORDS_OF_A_SUBJECT + random.nextInt(COMMON);
                }
            }
            articles.add(article);
        }
        return articles;
    }

    private static float[][] vectors() {
        SplittableRandom random = new SplittableRandom(3);
        float[][] vectors = new float[SUBJECTS * WORDS_OF_A_SUBJECT + COMMON][DIMENSIONS];
        for (float[] vector : vectors) {
            for (int d = 0; d < DIMENSIONS; d++) {
                vector[d] = (float) (random.nextDouble() - 0.5);
            }
        }
        return vectors;
    }

    /** Of new articles the share of paragraphs that are nearer to the rest of their article than to one on another subject. */
    private static double found(float[][] vectors) {
        List<int[][]> articles = articles(600, 99);
        int found = 0;
        int asked = 0;
        for (int a = 0; a + 1 < articles.size(); a++) {
            int[][] own = articles.get(a);
            for (int p = 0; p < own.length; p++) {
                int[][] rest = own.clone();
                rest[p] = new int[0];
                double[] paragraph = sum(vectors, new int[][] {own[p]});
                found += cosine(paragraph, sum(vectors, rest)) > cosine(paragraph, sum(vectors, articles.get(a + 1)))
                        ? 1
                        : 0;
                asked++;
            }
        }
        return found / (double) asked;
    }

    private static double[] sum(float[][] vectors, int[][] paragraphs) {
        double[] sum = new double[DIMENSIONS];
        for (int[] words : paragraphs) {
            for (int word : words) {
                for (int d = 0; d < DIMENSIONS; d++) {
                    sum[d] += vectors[word][d];
                }
            }
        }
        return sum;
    }

    private static double cosine(double[] one, double[] other) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int d = 0; d < DIMENSIONS; d++) {
            ab += one[d] * other[d];
            aa += one[d] * one[d];
            bb += other[d] * other[d];
        }
        return ab / Math.sqrt(aa * bb);
    }

    @Test
    void paragraphsFindTheirArticles() {
        float[][] vectors = vectors();
        assertThat(found(vectors)).isLessThan(0.75);
        Contrast.tune(articles(600, 1), vectors, 4, 1);
        assertThat(found(vectors)).isGreaterThan(0.9);
    }

    @Test
    void theSameSeedGivesTheSameVectors() {
        float[][] one = vectors();
        float[][] same = vectors();
        float[][] other = vectors();
        Contrast.tune(articles(100, 1), one, 1, 1);
        Contrast.tune(articles(100, 1), same, 1, 1);
        Contrast.tune(articles(100, 1), other, 1, 2);
        assertThat(one).isDeepEqualTo(same);
        assertThat(Arrays.deepEquals(one, other)).isFalse();
    }

    @Test
    void noEpochsChangeNothing() {
        float[][] vectors = vectors();
        Contrast.tune(articles(100, 1), vectors, 0, 1);
        assertThat(vectors).isDeepEqualTo(vectors());
    }

    @Test
    void fewArticlesOnlyScale() {
        float[][] vectors = vectors();
        Contrast.tune(articles(15, 1), vectors, 4, 1);
        float factor = vectors[0][0] / vectors()[0][0];
        float[][] before = vectors();
        double length = 0;
        for (int w = 0; w < vectors.length; w++) {
            double squares = 0;
            for (int d = 0; d < DIMENSIONS; d++) {
                assertThat(vectors[w][d] / before[w][d]).isBetween(factor * 0.999f, factor * 1.001f);
                squares += vectors[w][d] * vectors[w][d];
            }
            length += Math.sqrt(squares) / vectors.length;
        }
        assertThat(length).isBetween(0.999, 1.001);
    }

    @Test
    void wordsOfNothingStayFinite() {
        float[][] vectors = new float[SUBJECTS * WORDS_OF_A_SUBJECT + COMMON][DIMENSIONS];
        Contrast.tune(articles(40, 1), vectors, 2, 1);
        for (float[] vector : vectors) {
            for (float number : vector) {
                assertThat(number).isFinite();
            }
        }
    }
}
