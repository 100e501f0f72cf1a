package org.parasift.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parasift.text.Article;

class SessionTest {
    private static final String[] TEXTS = {
        "troops leave iraq", "", "read more \uD800 read more", "the troops left on monday. ".repeat(400), "\0\0\n\n…"
    };

    private static final List<Model> MODELS = List.of(
            Models.articles(),
            Models.threeLabels(),
            Models.trees(),
            Models.either(),
            Models.smoothed(),
            Models.subject());

    @Test
    void agreesWithTheClassifierWhateverCameBefore() {
        for (Model model : MODELS) {
            ParagraphClassifier classifier = ParagraphClassifier.of(model);
            Session session = classifier.session();
            Random random = new Random(5);
            for (int i = 0; i < 200; i++) {
                String text = TEXTS[random.nextInt(TEXTS.length)];
                if (i % 2 == 0) {
                    session.open(text);
                } else {
                    session.open(("xx" + text + "yy").toCharArray(), 2, 2 + text.length());
                }
                int label = session.classify(0);
                Verdict verdict = classifier.classifyText(text);
                assertThat(model.labels().get(label)).isEqualTo(verdict.label());
                assertThat(session.probability(label)).isEqualTo(verdict.probability());
            }
        }
    }

    /** Trees score a paragraph together with those behind it. */
    @Test
    void paragraphsCanBeAskedInAnyOrder() {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            paragraphs.add("Read more. ".repeat(i % 7 + 1) + "Troops left on day " + i * i % 31);
        }
        for (Model model : new Model[] {Models.articles(), Models.trees(), Models.either(), Models.smoothed()}) {
            ParagraphClassifier classifier = ParagraphClassifier.of(model);
            Session session = classifier.session();
            Random random = new Random(7);
            for (int size = 1; size <= paragraphs.size(); size += 1 + size / 5) {
                Article article = Article.of("a", paragraphs.subList(0, size));
                List<Verdict> verdicts = classifier.classify(article);
                session.open(article);
                for (int i = 0; i < 40; i++) {
                    int p = random.nextInt(size);
                    int label = session.classify(p);
                    assertThat(session.probability(label))
                            .isEqualTo(verdicts.get(p).probability());
                }
            }
        }
    }

    @Test
    void probabilitiesAreOnesShare() {
        for (Link link : Link.values()) {
            Random random = new Random(6);
            for (int n = 0; n < 1000; n++) {
                double[] scores = random.doubles(2 + n % 5, -2000, 2000).toArray();
                link.apply(scores);
                double sum = 0;
                for (double probability : scores) {
                    assertThat(probability).isBetween(0.0, 1.0);
                    sum += probability;
                }
                assertThat(sum).isBetween(1 - 1e-12, 1 + 1e-12);
            }
        }
    }

    @Test
    void classifyingATextAllocatesNothing() throws ReflectiveOperationException {
        for (Model model : MODELS) {
            Session session = ParagraphClassifier.of(model).session();
            char[][] texts = new char[TEXTS.length][];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = TEXTS[i].toCharArray();
            }
            long bytes = Allocation.bytesPerRun(() -> {
                for (char[] text : texts) {
                    session.open(text, 0, text.length);
                    session.classify(0);
                }
            });
            assertThat(bytes).as("bytes for five texts").isLessThan(16);
        }
    }
}
