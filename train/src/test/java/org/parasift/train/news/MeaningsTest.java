package org.parasift.train.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parasift.features.Lexicon;
import org.parasift.text.Article;
import org.parasift.token.Tokenizer;

class MeaningsTest {
    private static final String[] WAR = {"army", "tank", "missile", "border", "troop", "siege", "truce"};
    private static final String[] FOOD = {"cake", "butter", "flour", "oven", "sugar", "cream", "pastry"};

    private static final String[] SPORT = {"goal", "league", "coach", "striker", "keeper", "referee", "stadium"};
    private static final String[] LAW = {"judge", "jury", "verdict", "appeal", "plaintiff", "court", "lawyer"};
    private static final List<String[]> SUBJECTS = List.of(WAR, FOOD, SPORT, LAW);

    private static Lexicon learn() {
        SplittableRandom random = new SplittableRandom(5);
        List<Article> articles = new ArrayList<>();
        for (int a = 0; a < 400; a++) {
            String[] words = SUBJECTS.get(a % SUBJECTS.size());
            StringBuilder text = new StringBuilder("common" + (a % 30));
            for (int w = 0; w < 5; w++) {
                text.append(' ').append(words[random.nextInt(words.length)]);
            }
            articles.add(Article.of("a" + a, List.of(text.toString())));
        }
        return Meanings.learn(articles, Tokenizer.standard(), 1000, 4, 0, 1);
    }

    private static double cosine(Lexicon lexicon, String one, String other) {
        byte[] a = lexicon.vector(row(lexicon, one));
        byte[] b = lexicon.vector(row(lexicon, other));
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int d = 0; d < a.length; d++) {
            ab += a[d] * b[d];
            aa += a[d] * a[d];
            bb += b[d] * b[d];
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static int row(Lexicon lexicon, String word) {
        for (int row = 0; row < lexicon.size(); row++) {
            if (lexicon.key(row) == Tokenizer.hash(word)) {
                return row;
            }
        }
        throw new AssertionError(word);
    }

    @Test
    void wordsOfOneSubjectLieTogether() {
        Lexicon lexicon = learn();
        assertThat(lexicon.dimensions()).isEqualTo(4);
        assertThat(cosine(lexicon, "army", "tank")).isGreaterThan(cosine(lexicon, "army", "cake") + 0.5);
        assertThat(cosine(lexicon, "flour", "oven")).isGreaterThan(cosine(lexicon, "flour", "siege") + 0.5);
    }

    @Test
    void idfIsThatOfTheArticles() {
        Lexicon lexicon = learn();
        // "common0" stands in 14 of 400 articles
        assertThat(lexicon.idf(row(lexicon, "common0"))).isCloseTo((float) Math.log(401.0 / 15), within(1e-6f));
    }

    @Test
    void sameArticlesGiveTheSameLexicon() {
        Lexicon one = learn();
        Lexicon other = learn();
        for (int row = 0; row < one.size(); row++) {
            assertThat(one.vector(row)).isEqualTo(other.vector(row));
            assertThat(one.scale(row)).isEqualTo(other.scale(row));
        }
    }

    /** Headings and lists say little of what an article is about: only its prose is told from that of others. */
    @Test
    void onlyProseMovesTheVectors() {
        assertThat(moved(".")).isTrue();
        assertThat(moved("")).isFalse();
    }

    private static boolean moved(String end) {
        SplittableRandom random = new SplittableRandom(5);
        List<Article> articles = new ArrayList<>();
        for (int a = 0; a < 60; a++) {
            String[] words = SUBJECTS.get(a % SUBJECTS.size());
            List<String> paragraphs = new ArrayList<>();
            for (int p = 0; p < 5; p++) {
                StringBuilder text = new StringBuilder("It");
                for (int w = 0; w < 9; w++) {
                    text.append(' ').append(words[random.nextInt(words.length)]);
                }
                paragraphs.add(text.append(end).toString());
            }
            articles.add(Article.of("a" + a, paragraphs));
        }
        Lexicon before = Meanings.learn(articles, Tokenizer.standard(), 1000, 4, 0, 1);
        Lexicon after = Meanings.learn(articles, Tokenizer.standard(), 1000, 4, 2, 1);
        return !Arrays.equals(before.vector(row(before, "army")), after.vector(row(after, "army")));
    }
}
