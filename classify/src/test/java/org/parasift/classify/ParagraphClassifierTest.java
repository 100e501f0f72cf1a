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
        for (Model model : List.of(
                Models.articles(),
                Models.threeLabels(),
                Models.trees(),
                Models.either(),
                Models.smoothed(),
                Models.subject())) {
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

    /** What neighbours add is a reason of its own. */
    @Test
    void aRunIsAReason() {
        ParagraphClassifier plain = ParagraphClassifier.of(Models.either());
        ParagraphClassifier smoothed = ParagraphClassifier.of(Models.either().with(new RunSmoothing(1, 8)));
        Explanation before = plain.explain(ARTICLE, 2);
        Explanation after = smoothed.explain(ARTICLE, 2);
        assertThat(before.reasons()).extracting(Reason::feature).doesNotContain("run");
        assertThat(after.reasons().get(after.reasons().size() - 1).feature()).isEqualTo("run");
        assertThat(after.score()).isGreaterThan(before.score());
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

    /** What is left of the scores is smoothed as before. */
    @Test
    void anySubjectKeepsTheSmoothingOfWhatIsLeft() {
        RunSmoothing second = new RunSmoothing(1, 1.5);
        Model model = Models.subject().with(second);
        assertThat(model.anySubject().smoothing()).contains(second);
        assertThat(ModelFile.parse(ModelFile.bytes(model)).smoothing()).contains(second);
        assertThat(Models.subject().with(new RunSmoothing(2, 1.5)).anySubject().smoothing())
                .isEmpty();
    }

    /** What the third score of a model says is left out by anySubject, and nothing else. */
    @Test
    void anySubjectForgetsWhatTheArticleIsAbout() {
        Model model = Models.subject();
        Model any = model.anySubject();
        assertThat(model.judgesSubject()).isTrue();
        assertThat(any.judgesSubject()).isFalse();
        assertThat(any.manifest()).containsEntry("subject", "any");
        assertThat(Models.either().anySubject().manifest()).doesNotContainKey("subject");
        assertThat(Models.articles().judgesSubject()).isFalse();

        boolean bySubject = false;
        Session all = ParagraphClassifier.of(model).session();
        Session fewer = ParagraphClassifier.of(any).session();
        for (String text : List.of("troops leave iraq", "read more", "the troops left", "")) {
            all.open(text);
            fewer.open(text);
            all.classify(0);
            fewer.classify(0);
            assertThat(fewer.score(0)).isEqualTo(all.score(0));
            assertThat(fewer.score(1)).isEqualTo(all.score(1));
            assertThat(fewer.outputs()).isEqualTo(2);
            double greatest = Math.max(all.score(0), Math.max(all.score(1), all.score(2)));
            assertThat(all.probability(1)).isEqualTo(Link.logistic(greatest));
            assertThat(fewer.probability(1)).isEqualTo(Link.logistic(Math.max(all.score(0), all.score(1))));
            bySubject |= greatest == all.score(2);
        }
        assertThat(bySubject).as("the third score decides somewhere").isTrue();
    }
}
