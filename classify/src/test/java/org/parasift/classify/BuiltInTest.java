package org.parasift.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parasift.text.Article;

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

    /** Columns of a page are of sizes that double: every size is somewhere the last or the first of its kind. */
    @Test
    void articlesOfEverySizeAreJudgedByAFreshSession() {
        needModel();
        ParagraphClassifier classifier = ParagraphClassifier.builtIn();
        String[] words =
                "Troops left Iraq in 2003 after the vote, said Mr. Blair of the U.N. mission there".split(" ", -1);
        for (int size = 0; size < 2200; size++) {
            List<String> lines = new ArrayList<>();
            List<String> singles = new ArrayList<>();
            StringBuilder paragraph = new StringBuilder();
            for (int w = 0; w <= size; w++) {
                paragraph.append(words[w * w % words.length]).append(w).append(w % 40 == 39 ? ".\n" : " ");
                singles.add(words[w % words.length]);
            }
            paragraph.toString().lines().forEach(lines::add);
            List<List<String>> shapes = size < 1100 && size % 3 == 0 ? List.of(lines, singles) : List.of(lines);
            for (List<String> paragraphs : shapes) {
                Session session = classifier.session();
                session.open(Article.of("size" + size, paragraphs));
                for (int p = 0; p < session.paragraphs(); p++) {
                    session.classify(p);
                    assertThat(session.probability(1)).isBetween(0.0, 1.0);
                }
            }
        }
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
                "geopolitics.csv",
                "subjects.csv");
        String hash = "data.sha256.";
        assertThat(ParagraphClassifier.builtIn().model().manifest().keySet().stream()
                        .filter(key -> key.startsWith(hash))
                        .map(key -> key.substring(hash.length())))
                .isNotEmpty()
                .isSubsetOf(permitted);
    }
}
