package org.parasift.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuiltInTest {
    private static final String RESOURCE = "news.psm";
    private static final int MOST_BYTES = 8_000_000;

    private static void needModel() {
        assumeTrue(BuiltIn.class.getResource(RESOURCE) != null, "built without " + RESOURCE);
    }

    @Test
    void aJarWithoutAModelSaysSo() {
        assertThatThrownBy(() -> BuiltIn.model("none.psm"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContainingAll("no built-in model", "none.psm", "load a model of your own");
    }

    @Test
    void allThreadsShareOne() {
        needModel();
        Set<ParagraphClassifier> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 64).parallel().forEach(i -> seen.add(ParagraphClassifier.builtIn()));
        assertThat(seen).hasSize(1);
    }

    @Test
    void itIsSmallAndDecidesOnSpam() {
        needModel();
        Model model = ParagraphClassifier.builtIn().model();
        assertThat(ModelFile.bytes(model)).hasSizeLessThan(MOST_BYTES);
        assertThat(model.labels()).containsExactly("on-topic", "spam");
        assertThat(model.policy().dropLabel()).isEqualTo("spam");
    }

    /** What may train it, by name; label files hold no text. */
    @Test
    void itWasTrainedOnPermittedDataOnly() {
        needModel();
        Set<String> permitted = Set.of(
                "articles-dev.csv",
                "articles-other.csv",
                "articles-raw.jsonl.gz",
                "pages-train.csv",
                "headlines.csv",
                "articles.csv",
                "sites.csv",
                "geopolitics.csv");
        String hash = "data.sha256.";
        assertThat(ParagraphClassifier.builtIn().model().manifest().keySet().stream()
                        .filter(key -> key.startsWith(hash))
                        .map(key -> key.substring(hash.length())))
                .isNotEmpty()
                .isSubsetOf(permitted);
    }
}
