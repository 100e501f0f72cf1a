package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.parasift.classify.Decision;
import org.parasift.classify.Link;
import org.parasift.classify.Model;
import org.parasift.classify.ModelFormatException;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Verdict;
import org.parasift.features.FeatureRecipe;
import org.parasift.text.Article;
import org.parasift.text.ParagraphSplitter;

class ConsumerTest {
    @Test
    void coreIsAnOrdinaryJar() {
        assertFalse(Article.class.getModule().isNamed());
    }

    @Test
    void aModelClassifies() {
        Model model = Model.linear(
                FeatureRecipe.texts(), List.of("on-topic", "spam"), Link.SOFTMAX, new double[] {0, 1}, new long[0],
                new double[0]);
        assertEquals("spam", ParagraphClassifier.of(model).classifyText("Read more").label());
    }

    @Test
    void theBuiltInModelNeedsNoTraining() {
        ParagraphClassifier classifier;
        try {
            classifier = ParagraphClassifier.builtIn();
        } catch (ModelFormatException e) {
            Assumptions.abort(e.getMessage());
            return;
        }
        Article article = ParagraphSplitter.split(
                "example",
                "Ministers agree on border talks\n\nThe foreign ministers of both countries said on Monday that talks about"
                        + " the border would begin next week.\n\nDiplomats expect the talks to last until spring, a"
                        + " spokesman for one of the ministers said.\n\nSign up for our newsletter\n");
        List<Decision> decisions =
                classifier.classify(article).stream().map(Verdict::decision).toList();
        assertEquals(List.of(Decision.KEEP, Decision.KEEP), decisions.subList(1, 3));
        assertEquals(Decision.DROP, decisions.get(3));
    }

    @Test
    void theLibraryAnswers() {
        assertEquals(List.of("Second", "line"), Consumer.words("Title\n\nSecond line.\n", 1));
    }
}
