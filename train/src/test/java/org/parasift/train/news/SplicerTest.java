package org.parasift.train.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parasift.text.Article;
import org.parasift.train.corpus.Example;

class SplicerTest {
    private static final List<String> TITLES = List.of("A headline of nobody's story", "Another one, just as foreign");

    private static List<RawArticle> articles(String about, int count) {
        List<RawArticle> articles = new ArrayList<>();
        for (int a = 0; a < count; a++) {
            List<String> paragraphs = new ArrayList<>();
            for (int p = 0; p < 8; p++) {
                paragraphs.add("The " + about + " of paragraph " + p + " in article " + a
                        + " went on for a long time, said a person who knows of it and wished to be named. It did not end there"
                        + " at all, others who were present said later.");
            }
            articles.add(new RawArticle(
                    Article.of(about + a, paragraphs), about + ".example", "world", "Title of " + about + " " + a));
        }
        return articles;
    }

    private static List<Example> splices(long seed) {
        return new Splicer(articles("war", 5), articles("treaty", 5), articles("song", 5), TITLES, seed).make(300);
    }

    @Test
    void everyPartSaysWhereItComesFrom() {
        assertThat(splices(1)).allSatisfy(row -> {
            switch (row.kind()) {
                case "body" -> assertThat(row.text()).contains("The war of");
                case "title" -> assertThat(row.text()).startsWith("Title of war");
                case Splicer.BLURB -> assertThat(row.text()).containsPattern("The (treaty|song) of");
                case Splicer.REPEAT -> assertThat(row.text()).doesNotContain("treaty", "song", "headline", "foreign");
                case Splicer.TEASER -> assertThat(row.text()).doesNotContain("war of");
                default -> throw new AssertionError(row.kind());
            }
            boolean own = row.kind().equals("body") || row.kind().equals("title");
            assertThat(row.label()).isEqualTo(own ? "on-topic" : "spam");
        });
    }

    @Test
    void everyKindOccursAndTitlesComeFirst() {
        List<Example> rows = splices(1);
        assertThat(rows.stream().map(Example::kind).distinct())
                .containsExactlyInAnyOrder("body", "title", Splicer.BLURB, Splicer.REPEAT, Splicer.TEASER);
        assertThat(rows.stream().filter(row -> row.kind().equals("title")))
                .allSatisfy(row -> assertThat(row.paragraph()).isZero());
        assertThat(rows.stream().map(row -> Splicer.number(row.article())).distinct())
                .hasSize(300);
    }

    @Test
    void sameSeedSameSplices() {
        assertThat(splices(4)).isEqualTo(splices(4));
        assertThat(splices(4)).isNotEqualTo(splices(5));
    }
}
