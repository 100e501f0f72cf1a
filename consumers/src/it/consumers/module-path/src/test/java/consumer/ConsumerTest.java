package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parasift.classify.Link;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.features.FeatureRecipe;
import org.parasift.text.Article;

class ConsumerTest {
    @Test
    void coreIsANamedModuleThatNeedsOnlyJavaBase() {
        Module core = Article.class.getModule();
        assertEquals("org.parasift.core", core.getName());
        assertTrue(Consumer.class.getModule().isNamed());
        assertEquals(
                List.of("java.base"),
                core.getDescriptor().requires().stream()
                        .filter(r -> !r.modifiers().contains(java.lang.module.ModuleDescriptor.Requires.Modifier.STATIC))
                        .map(java.lang.module.ModuleDescriptor.Requires::name)
                        .toList());
    }

    @Test
    void aModelClassifies() {
        Model model = Model.linear(
                FeatureRecipe.texts(), List.of("on-topic", "spam"), Link.SOFTMAX, new double[] {0, 1}, new long[0],
                new double[0]);
        assertEquals("spam", ParagraphClassifier.of(model).classifyText("Read more").label());
    }

    @Test
    void theLibraryAnswers() {
        assertEquals(List.of("Second", "line"), Consumer.words("Title\n\nSecond line.\n", 1));
    }
}
