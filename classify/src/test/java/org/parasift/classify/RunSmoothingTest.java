package org.parasift.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parasift.text.Article;

class RunSmoothingTest {
    @Test
    void whatIsTooLittleForOneIsEnoughForThree() {
        RunSmoothing smoothing = new RunSmoothing(0, 1);
        double[] scores = {-9, -1, -0.5, -1.5, -9};
        assertThat(smoothed(smoothing, scores)).containsExactly(-6, 0.5, 0.5, 0.5, -6);
    }

    @Test
    void theGreatestOfAllRunsCountsWhateverTheScores() {
        Random random = new Random(3);
        for (int n = 0; n < 500; n++) {
            double[] scores = random.doubles(1 + random.nextInt(12), -4, 4).toArray();
            double step = random.nextInt(4) / 2.0;
            double[] smoothed = smoothed(new RunSmoothing(0, step), scores);
            for (int p = 0; p < scores.length; p++) {
                double best = Double.NEGATIVE_INFINITY;
                for (int length = 1; length <= 4; length++) {
                    for (int from = 0; from + length <= scores.length; from++) {
                        if (from <= p && p < from + length) {
                            double least = Arrays.stream(scores, from, from + length)
                                    .min()
                                    .orElseThrow();
                            best = Math.max(best, least + (length - 1) * step);
                        }
                    }
                }
                assertThat(smoothed[p]).isEqualTo(scores[p] + (best - scores[p]));
            }
        }
    }

    /** Articles are scored in windows of paragraphs; what is asked in another order meets other windows. */
    @Test
    void windowsDoNotShow() {
        List<String> paragraphs = new ArrayList<>();
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            paragraphs.add(random.nextInt(3) == 0 ? "Troops leave" : "Read more. ".repeat(1 + random.nextInt(9)));
        }
        Article article = Article.of("a", paragraphs);
        Model plain = Models.either();
        RunSmoothing smoothing = new RunSmoothing(1, 0.75);
        Session session = ParagraphClassifier.of(plain).session();
        session.open(article);
        double[] scores = new double[2 * paragraphs.size()];
        for (int p = 0; p < paragraphs.size(); p++) {
            session.classify(p);
            scores[2 * p] = session.score(0);
            scores[2 * p + 1] = session.score(1);
        }
        Session smoothed = ParagraphClassifier.of(plain.with(smoothing)).session();
        smoothed.open(article);
        int raised = 0;
        for (int i = 0; i < 2 * paragraphs.size(); i++) {
            int p = i < paragraphs.size() ? i : random.nextInt(paragraphs.size());
            double gain = smoothing.gain(scores, 2, p, paragraphs.size());
            smoothed.classify(p);
            assertThat(smoothed.score(0)).isEqualTo(scores[2 * p]);
            assertThat(smoothed.score(1)).isEqualTo(scores[2 * p + 1] + gain);
            raised += gain > 0 ? 1 : 0;
        }
        assertThat(raised).isBetween(100, 2 * paragraphs.size() - 1);
    }

    @Test
    void aLongArticleIsScoredWithoutAllocating() throws ReflectiveOperationException {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            paragraphs.add("Read more. ".repeat(1 + i % 9) + i);
        }
        Session session = ParagraphClassifier.of(Models.smoothed()).session();
        session.open(Article.of("a", paragraphs));
        long bytes = Allocation.bytesPerRun(() -> {
            for (int p = 0; p < paragraphs.size(); p++) {
                session.classify(p);
            }
        });
        assertThat(bytes).as("bytes for 200 paragraphs").isLessThan(16);
    }

    @Test
    void refusesWhatItCannotSmooth() {
        assertThatThrownBy(() -> new RunSmoothing(0, -1)).hasMessageContaining("expected 0 or more");
        assertThatThrownBy(() -> new RunSmoothing(0, Double.NaN)).hasMessageContaining("expected 0 or more");
        assertThatThrownBy(() -> new RunSmoothing(0, Double.POSITIVE_INFINITY)).hasMessageContaining("at most 1024");
        assertThatThrownBy(() -> Models.either().with(new RunSmoothing(2, 1))).hasMessageContaining("of 2 scores");
        assertThatThrownBy(() -> Models.articles().with(new RunSmoothing(0, 1))).hasMessageContaining("trees");
    }

    private static double[] smoothed(RunSmoothing smoothing, double[] scores) {
        double[] smoothed = new double[scores.length];
        for (int p = 0; p < scores.length; p++) {
            smoothed[p] = scores[p] + smoothing.gain(scores, 1, p, scores.length);
        }
        return smoothed;
    }
}
