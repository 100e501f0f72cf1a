package org.parasift.train.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parasift.text.Article;

class SketchesTest {
    @Test
    void anArticleWithANewTailAndAWordChangedIsACopy() {
        List<String> paragraphs = paragraphs(1, 20);
        Sketches sketches = Sketches.of(List.of(Article.of("a", paragraphs)));
        List<String> changed = new ArrayList<>(paragraphs);
        changed.set(3, paragraphs.get(3).replaceFirst(" \\w+ ", " word "));
        changed.addAll(paragraphs(2, 4));
        assertThat(sketches.copies(List.of(
                        Article.of("copy", changed),
                        Article.of("first half", paragraphs.subList(0, 10)),
                        Article.of("other", paragraphs(3, 20)))))
                .containsExactly("copy", "first half");
    }

    @Test
    void oneSharedParagraphMakesNoCopy() {
        List<String> other = new ArrayList<>(paragraphs(4, 20));
        other.add(paragraphs(1, 20).get(5));
        Sketches sketches = Sketches.of(List.of(Article.of("a", paragraphs(1, 20))));
        assertThat(sketches.copies(List.of(Article.of("b", other)))).isEmpty();
    }

    @Test
    void shortTextsAreCopiesOnlyIfEqual() {
        Sketches sketches = Sketches.of(List.of(Article.of("a", List.of("Sign up for our newsletter"))));
        assertThat(sketches.copies(List.of(
                        Article.of("same", List.of("Sign up for our NEWSLETTER")),
                        Article.of("other", List.of("Sign up for their newsletter")),
                        Article.of("marks", List.of("***")))))
                .containsExactly("same");
    }

    @Test
    void theSeedsAreCopiesOfThemselvesAndOfNothingElse() throws IOException {
        List<Article> seeds = CorpusReader.readSeeds(CorpusReaderTest.SEEDS).articles();
        for (Article seed : seeds) {
            assertThat(Sketches.of(List.of(seed)).copies(seeds)).containsExactly(seed.id());
        }
    }

    @Test
    void textAndSketchesAreInverse() {
        Sketches sketches = Sketches.of(List.of(
                Article.of("a b", paragraphs(1, 3)), Article.of("", List.of("x")), Article.of("none", List.of("*"))));
        assertThat(Sketches.parse(sketches.toString())).hasToString(sketches.toString());
        assertThatThrownBy(() -> Sketches.parse("name AAA="))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AAA=");
    }

    private static List<String> paragraphs(int seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> paragraphs = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < 30; w++) {
                text.append(w == 0 ? "" : " ")
                        .append(Integer.toString(random.nextInt(46656), 36))
                        .append('w');
            }
            paragraphs.add(text.toString());
        }
        return paragraphs;
    }
}
