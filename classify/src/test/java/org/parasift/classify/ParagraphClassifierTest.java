package org.parasift.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parasift.text.Article;

class ParagraphClassifierTest {
    private static final Article ARTICLE = Article.of(
            "a", List.of("Troops leave Iraq", "The troops left on Monday.", "Read more", "Troops leave Iraq"));

    @Test
    void aVerdictForEachParagraph() {
        ParagraphClassifier classifier = ParagraphClassifier.of(Models.articles());
        List<Verdict> verdicts = classifier.classify(ARTICLE);
        assertThat(verdicts).extracting(Verdict::label).containsExactly("on-topic", "on-topic", "spam", "spam");
        assertThat(verdicts).extracting(Verdict::paragraph).isEqualTo(ARTICLE.paragraphs());
        assertThat(verdicts.get(3).decision()).isEqualTo(Decision.DROP);
    }

    @Test
    void reasonsAddUpToTheScoreExactly() {
        for (Model model : List.of(Models.articles(), Models.threeLabels(), Models.trees(), Models.either())) {
            ParagraphClassifier classifier = ParagraphClassifier.of(model);
            for (int p = 0; p < 4; p++) {
                Explanation explanation = classifier.explain(ARTICLE, p);
                double sum = 0;
                for (Reason reason : explanation.reasons()) {
                    sum += reason.contribution();
                }
                assertThat(sum).isEqualTo(explanation.score());
            }
        }
    }

    @Test
    void reasonsHaveReadableNames() {
        assertThat(ParagraphClassifier.of(Models.articles()).explain(ARTICLE, 3).strongest(2))
                .extracting(Reason::feature)
                .contains("repetition:equal");
    }

    @Test
    void unknownTextGetsThePrior() {
        Verdict verdict = ParagraphClassifier.of(Models.threeLabels()).classifyText("qqq zzz");
        double[] prior = {0.1, 0.2, 0.3};
        Link.SOFTMAX.apply(prior);
        assertThat(verdict.probabilities().toArray()).containsExactly(prior, within(1e-12));
        assertThat(ParagraphClassifier.of(Models.threeLabels()).classifyText("").probability())
                .isEqualTo(verdict.probability());
    }
}
