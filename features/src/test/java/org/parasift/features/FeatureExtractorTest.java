package org.parasift.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parasift.features.FeatureFamily.CharGrams;
import org.parasift.features.FeatureFamily.Cohesion;
import org.parasift.features.FeatureFamily.Meaning;
import org.parasift.features.FeatureFamily.Neighbours;
import org.parasift.features.FeatureFamily.Passages;
import org.parasift.features.FeatureFamily.Position;
import org.parasift.features.FeatureFamily.Repetition;
import org.parasift.features.FeatureFamily.Runs;
import org.parasift.features.FeatureFamily.Shape;
import org.parasift.features.FeatureFamily.SiteMemory;
import org.parasift.features.FeatureFamily.TextScores;
import org.parasift.features.FeatureFamily.WordGrams;
import org.parasift.text.Article;
import org.parasift.text.ParagraphSplitter;
import org.parasift.token.TokenizedArticle;
import org.parasift.token.Tokenizer;

class FeatureExtractorTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            words orders=1    => Read more, READ        => word:more word:read*2
            words orders=1,2  => Read more, read        => word:more | word:more read | word:read more | word:read*2
            words orders=2    => more                   =>
            words orders=1,2 edges=yes => a b           => word:a | word:b | word:a b | word:^ a | word:b $
            words orders=1,3 edges=yes => a b           => word:a | word:b | word:^ a b | word:a b $
            words orders=1,2 edges=yes => .             =>
            chars orders=3    => ab                     => chars:<ab chars:ab>
            chars orders=1,2  => Ö                      => chars:< chars:<ö chars:> chars:ö chars:ö>
            """)
    void bagsCountRuns(String line, String text, String expected) {
        FeatureRecipe recipe =
                FeatureRecipe.parse("recipe 1\ntokens\n" + line + "\nweighting tf=count idf=no norm=none");
        Set<String> wanted = new TreeSet<>();
        String separator = expected != null && expected.contains("|") ? " \\| " : " ";
        if (expected != null) {
            wanted.addAll(Arrays.asList(expected.split(separator, -1)));
        }
        assertThat(features(recipe, Article.of("a", List.of(text)), 0)).isEqualTo(wanted);
    }

    /** Paragraphs are separated by |, a blank line by ||; the last paragraph counts. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            A headline|Text of it.                  => shape:ends-sentence shape:chars<20 shape:begins-upper -shape:headline
            US troops leave|He said: "We go."       => shape:ends-sentence -shape:ends-quote
            A|“Our policy”                          => shape:ends-quote shape:begins-quote shape:headline
            A|And so on...                          => shape:ends-ellipsis
            A|• Sonia Alvarado                      => shape:begins-bullet shape:ends-letter
            A|He said:                              => shape:ends-colon
            A|Eric Dane -                           => shape:ends-dash
            A|BBC, 2019                             => shape:ends-digit
            A|b                                     => position:index<2 -position:index<1 position:from-end<1 -position:block-first
            A||b                                    => position:block-first position:block-last position:block-size<2
            A long day ends.|Head|Line              => runs:to-end neighbours:before-headline runs:length<3 -runs:length<2
            Troops leave Iraq|x|Troops leave IRAQ!  => repetition:equal repetition:of-first -repetition:words-before<1
            Vote is 7 to 3|x|Vote is 4 to 2         => repetition:equal -repetition:of-first
            One two three four five.|two three four => -repetition:equal -repetition:runs-before<1 repetition:runs-after<1
            One two three four.|five six            => -repetition:equal repetition:runs-before<0.10
            Advertisement|x|Advertisement|x|Advertisement => repetition:equal-before<3 -repetition:equal-before<2
            A|PHOTO CREDIT: AFP/Getty               => shape:credit shape:label-capitals shape:label-words<4 -shape:label-words<2
            A|Read it at www.bbc.com, he said.      => shape:address -shape:time
            A|At 7:30 in 2019                       => shape:time shape:year
            A|“We will not go, he said.             => shape:open-quote
            A|He said: "No."                        => shape:ends-in-quote -shape:open-quote
            A|Follow us                             => -shape:small-words<0.50 shape:you-words<0.01
            A|Do you want your copy?                => -shape:you-words<0.10
            Iran fires missiles at Israel today, generals told reporters.|Missiles hit Israel => -cohesion:share<0.40
            Iran fires missiles at Israel today, generals told reporters.|Harry likes Meghan  => cohesion:share<0.10 cohesion:names<2
            """)
    void columnsBecomeReadableFlags(String text, String expected) {
        FeatureRecipe recipe = new FeatureRecipe(
                EnumSet.noneOf(org.parasift.token.Tailoring.class),
                List.of(new Shape(), new Position(), new Neighbours(), new Runs(), new Repetition(), new Cohesion()),
                Weighting.BINARY);
        Article article = ParagraphSplitter.split("a", text.replace('|', '\n'));
        Set<String> found = features(recipe, article, article.paragraphs().size() - 1);
        for (String name : expected.split(" ", -1)) {
            if (name.startsWith("-")) {
                assertThat(found).doesNotContain(name.substring(1));
            } else {
                assertThat(found).contains(name);
            }
        }
    }

    @Test
    void everyFeatureHasAName() {
        FeatureRecipe recipe = everything(Weighting.BINARY);
        Random random = new Random(7);
        for (int n = 0; n < 50; n++) {
            Article article = ParagraphSplitter.split("a", randomText(random, 400));
            for (int p = 0; p < article.paragraphs().size(); p++) {
                assertThat(features(recipe, article, p)).noneMatch(name -> name.startsWith("key:"));
            }
        }
    }

    /** Different words all, so that every table fills as far as the number of tokens lets it; each with buffers unused before. */
    @Test
    void articlesOfAnyLengthAreExtracted() {
        FeatureExtractor extractor = FeatureRecipe.articles().compile();
        for (int words = 1; words < 3000; words = words * 5 / 4 + 1) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < words; i++) {
                text.append("w").append(Integer.toString(i, 36)).append(i % 40 == 39 ? ".\n" : " ");
            }
            TokenizedArticle article =
                    TokenizedArticle.of(ParagraphSplitter.split("a", text.toString()), extractor.tokenizer());
            FeatureVector vector = new FeatureVector();
            for (int p = 0; p < article.article().paragraphs().size(); p++) {
                extractor.extract(article, p, vector);
                assertThat(vector.size()).as("%s words, paragraph %s", words, p).isPositive();
            }
        }
    }

    @Test
    void reusedBuffersEqualFreshOnes() {
        FeatureExtractor extractor = everything(Weighting.TFIDF).compile(knowledge());
        Random random = new Random(8);
        FeatureVector reused = new FeatureVector();
        for (int n = 0; n < 100; n++) {
            Article article = ParagraphSplitter.split("a", randomText(random, 1 + random.nextInt(3000)));
            TokenizedArticle tokenized = TokenizedArticle.of(article, extractor.tokenizer());
            for (int p = 0; p < article.paragraphs().size(); p++) {
                FeatureVector fresh = new FeatureVector();
                extractor.extract(tokenized, p, fresh);
                extractor.extract(tokenized, p, reused);
                assertThat(text(reused)).isEqualTo(text(fresh));
            }
        }
    }

    @Test
    void weightingByHand() {
        Article article = Article.of("a", List.of("b b b c"));
        assertThat(values("tf=binary idf=no norm=none", article)).containsExactly(1f, 1f);
        assertThat(values("tf=count idf=no norm=none", article)).containsExactly(3f, 1f);
        assertThat(values("tf=sublinear idf=no norm=none", article)).containsExactly((float) (1 + Math.log(3)), 1f);
        assertThat(values("tf=count idf=no norm=l2", article))
                .containsExactly((float) (3 * (1 / Math.sqrt(10))), (float) (1 / Math.sqrt(10)));
    }

    @Test
    void idfWeighsByDocumentFrequency() {
        FeatureRecipe recipe = FeatureRecipe.texts().with(new Weighting(Weighting.Tf.BINARY, true, false));
        FeatureVector vector = new FeatureVector();
        TokenizedArticle article = TokenizedArticle.of(
                Article.of("a", List.of("b c")), recipe.compile().tokenizer());
        recipe.compile().extract(article, 0, vector);
        Idf idf = Idf.learned(new long[] {vector.key(0), vector.key(2)}, new int[] {1, 9}, 9);
        recipe.compile(idf).extract(article, 0, vector);
        assertThat(vector.value(0)).isEqualTo((float) (Math.log(10 / 2.0) + 1));
        assertThat(vector.value(1)).isZero();
        assertThat(vector.value(2)).isEqualTo(1f);
    }

    @Test
    void aCollisionNamesBoth() {
        FeatureNames names = new FeatureNames();
        names.put(1, "word:a");
        names.put(1, "word:a");
        assertThatThrownBy(() -> names.put(1, "word:b"))
                .isInstanceOf(FeatureCollisionException.class)
                .hasMessageContaining("'word:a' and 'word:b'");
    }

    @Test
    void tablesFindAllTheirKeysAndNoOthers() {
        Random random = new Random(3);
        for (int size : new int[] {0, 1, 2, 3, 100, 70_000}) {
            long[] keys = random.longs().distinct().limit(size).toArray();
            KeyTable table = KeyTable.of(keys);
            for (int i = 0; i < size; i++) {
                assertThat(table.row(keys[i])).isEqualTo(i);
                assertThat(table.row(keys[i] + 1)).isEqualTo(-1);
            }
        }
        assertThatThrownBy(() -> KeyTable.of(new long[] {5, 6, 5})).hasMessageContaining("rows 0 and 2");
    }

    @Test
    void tablesFindNotesBesideShortKeys() {
        Random random = new Random(9);
        long[] keys = random.longs(5000)
                .map(key -> key & KeyTable.high(40))
                .distinct()
                .toArray();
        int[] notes = random.ints(keys.length, 0, 1 << 24).toArray();
        KeyTable table = KeyTable.of(keys, 40, notes);
        long[] found = new long[keys.length];
        long[] asked = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            // Bits that do not count may be anything; every other key is one that is not there.
            asked[i] = (i % 2 == 0 ? keys[i] : random.nextLong()) ^ random.nextInt(1 << 24);
        }
        table.find(asked, 0, asked.length, found);
        for (int i = 0; i < keys.length; i++) {
            int row = table.row(asked[i]);
            assertThat(row).isEqualTo(i % 2 == 0 ? i : -1);
            assertThat(table.foundRow(found[i])).isEqualTo(row + 1);
            assertThat(table.foundNote(found[i])).isEqualTo(row < 0 ? 0 : notes[row]);
        }
        assertThatThrownBy(() -> KeyTable.of(new long[] {0}, 40, new int[] {1 << 24}))
                .hasMessageContaining("40 bits");
        assertThatThrownBy(() -> KeyTable.of(new long[] {0}, 64, new int[] {1})).hasMessageContaining("64 bits");
    }

    @Test
    void aPageOfManyEqualLinesIsNotQuadratic() {
        Article article = ParagraphSplitter.split("a", "the same line again\n".repeat(5_000));
        FeatureExtractor extractor = FeatureRecipe.articles().compile();
        Page page = new Page();
        FeatureVector vector = new FeatureVector();
        page.open(article, extractor.tokenizer());
        for (int p = 0; p < page.paragraphs(); p++) {
            extractor.extract(page, p, vector);
        }
        assertThat(vector.size()).isPositive();
    }

    @Test
    void aPageInUseStopsAllocating() throws ReflectiveOperationException {
        FeatureExtractor extractor = everything(Weighting.TFIDF).compile(knowledge());
        Article article = ParagraphSplitter.split("a", randomText(new Random(9), 2000));
        Page page = new Page();
        FeatureVector vector = new FeatureVector();
        long bytes = Allocation.bytesPerRun(() -> {
            page.open(article, extractor.tokenizer());
            for (int p = 0; p < page.paragraphs(); p++) {
                extractor.extract(page, p, vector);
            }
        });
        assertThat(bytes).as("bytes for an article of 2000 words").isLessThan(64);
    }

    private static FeatureRecipe everything(Weighting weighting) {
        return new FeatureRecipe(
                EnumSet.allOf(org.parasift.token.Tailoring.class),
                List.of(
                        new WordGrams(Orders.of(1, 2, 3), true),
                        new CharGrams(Orders.of(2, 4)),
                        new Shape(),
                        new Position(),
                        new Neighbours(),
                        new Runs(),
                        new Repetition(),
                        new Cohesion(),
                        new Meaning(),
                        new Passages(),
                        new SiteMemory(),
                        new TextScores(List.of("even", "odd"), List.of("odd"), List.of("even"))),
                weighting);
    }

    /** A few words with vectors, two lines, and two scores of what the keys happen to be. */
    private static Knowledge knowledge() {
        long[] words = {Tokenizer.hash("troops"), Tokenizer.hash("iraq"), Tokenizer.hash("ünal")};
        float[][] vectors = {{1, 0.5f, 0}, {0.75f, 0.5f, -0.25f}, {-1, 0, 1}};
        Page page = new Page();
        page.open("Troops", Tokenizer.standard());
        TextScorer scorer = new TextScorer() {
            @Override
            public List<String> names() {
                return List.of("even", "odd");
            }

            @Override
            public void score(FeatureVector bag, double[] into) {
                Arrays.fill(into, 0);
                for (int i = 0; i < bag.size(); i++) {
                    into[(int) (bag.key(i) & 1)] += bag.value(i);
                }
            }
        };
        return Knowledge.NONE
                .with(Lexicon.learned(7, words, new float[] {3, 4, 6}, vectors))
                .with(LineMemory.of(new long[] {LineMemory.lineKey(page, 0)}, new int[] {9}, new int[] {2}))
                .with(scorer);
    }

    private static Set<String> features(FeatureRecipe recipe, Article article, int paragraph) {
        boolean learned = recipe.families().contains(new SiteMemory());
        FeatureExtractor extractor = learned ? recipe.compile(knowledge()) : recipe.compile();
        TokenizedArticle tokenized = TokenizedArticle.of(article, extractor.tokenizer());
        FeatureNames names = new FeatureNames();
        FeatureVector vector = new FeatureVector();
        extractor.extract(tokenized, paragraph, names);
        extractor.extract(tokenized, paragraph, vector);
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < vector.size(); i++) {
            float value = vector.value(i);
            found.add(names.name(vector.key(i)) + (value == 1 ? "" : "*" + (int) value));
        }
        return found;
    }

    private static List<Float> values(String weighting, Article article) {
        FeatureRecipe recipe = FeatureRecipe.parse("recipe 1\ntokens\nwords orders=1\nweighting " + weighting);
        FeatureExtractor extractor = recipe.compile();
        FeatureVector vector = new FeatureVector();
        extractor.extract(TokenizedArticle.of(article, extractor.tokenizer()), 0, vector);
        List<Float> values = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            values.add(vector.value(i));
        }
        return values;
    }

    private static String text(FeatureVector vector) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < vector.size(); i++) {
            text.append(vector.key(i)).append('=').append(vector.value(i)).append(' ');
        }
        return text.toString();
    }

    private static String randomText(Random random, int words) {
        String[] parts = {
            "troops", "Iraq", "the", "of", "…", "\n", "\n\n", ".", "?", "´s", "2019", "Ünal", "\uD83D", "😀", "- ",
            "a,b"
        };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(parts[random.nextInt(parts.length)]).append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }
}
