package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parasift.text.Article;
import org.parasift.text.Paragraph;
import org.parasift.text.ParagraphSplitter;

/** In the table ␊ is a line feed, ␍ a carriage return; paragraphs that begin with x are dropped. */
class CleanerTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "A␊␊B␊ => A␊␊B␊",
                "A␊␊x␊␊B␊ => A␊␊B␊",
                "A␊x␊B␊ => A␊B␊",
                "A␊␊x␊B␊ => A␊␊B␊",
                "A␊x␊␊B␊ => A␊␊B␊",
                "A␊x␊␊␊x␊␊B␊ => A␊␊␊B␊",
                "A␊␊x␊ => A␊",
                "A␊␊x => A␊",
                "A␊x␊␊x => A␊",
                "A␊␊x␊␊␊ => A␊",
                "x␊␊A => A",
                "␊␊x␊␊A␊ => A␊",
                "␊␊A␊␊x => ␊␊A␊",
                "A␍␊␍␊x␍␊␍␊B␍␊ => A␍␊␍␊B␍␊",
                "A␍␍x␍␍B => A␍␍B",
                "'  A ␊ x  ␊  B ' => '  A ␊  B '",
                "A␍x␊␊B => A␊␊B",
                "A␍x␍␊␊B => A␍␊␊B",
                "x => ''",
                "x␊␊x␊ => ''",
            })
    void takesLinesOutAndLeavesTheRest(String text, String expected) {
        assertThat(clean(decode(text))).isEqualTo(decode(expected));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keptParagraphsAndTheirBlocksSurviveInAnyText(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 400; round++) {
            StringBuilder built = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                built.append("ABx \n\n\r".charAt(random.nextInt(7)));
            }
            Article article = ParagraphSplitter.split("a", built.toString());
            Article cleaned = ParagraphSplitter.split("a", clean(built.toString()));
            List<Paragraph> kept = article.paragraphs().stream()
                    .filter(p -> !article.text(p).startsWith("x"))
                    .toList();
            assertThat(cleaned.paragraphs().stream().map(cleaned::text))
                    .as("seed %d, %s", seed, built)
                    .containsExactlyElementsOf(kept.stream().map(article::text).toList());
            for (int i = 1; i < kept.size(); i++) {
                assertThat(cleaned.paragraphs().get(i).block()
                                > cleaned.paragraphs().get(i - 1).block())
                        .as("seed %d, %s, paragraph %d", seed, built, i)
                        .isEqualTo(kept.get(i).block() > kept.get(i - 1).block());
            }
        }
    }

    private static String clean(String text) {
        Article article = ParagraphSplitter.split("a", text);
        return Cleaner.without(
                article, Cleaner.spans(article, i -> article.text(i).startsWith("x")));
    }

    private static String decode(String visible) {
        return visible.replace('␊', '\n').replace('␍', '\r');
    }
}
