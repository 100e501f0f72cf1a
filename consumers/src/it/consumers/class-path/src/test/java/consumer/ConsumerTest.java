package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parasift.text.Article;

class ConsumerTest {
    @Test
    void coreIsAnOrdinaryJar() {
        assertFalse(Article.class.getModule().isNamed());
    }

    @Test
    void theLibraryAnswers() {
        assertEquals(List.of("Second", "line"), Consumer.words("Title\n\nSecond line.\n", 1));
    }
}
