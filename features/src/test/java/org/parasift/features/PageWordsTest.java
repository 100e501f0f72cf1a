package org.parasift.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parasift.features.FeatureFamily.WordGrams;
import org.parasift.text.Article;
import org.parasift.text.ParagraphSplitter;
import org.parasift.token.Tailoring;
import org.parasift.token.Tokenizer;

/** What is asked once for each different word of a page must be what each token would have said. */
class PageWordsTest {
    private static final Tokenizer TOKENIZER = Tokenizer.with(EnumSet.of(Tailoring.ACCENT_APOSTROPHE));
    /** Forms that share a hash, words that come again and again, and words with small differences. */
    private static final String[] WORDS = {
        "Iraq's",
        "Iraq’s",
        "Iraqʼs",
        "Iraq＇s",
        "IRAQ´S",
        "iraq",
        "troops",
        "Troop",
        "TROOPS",
        "the",
        "The",
        "a",
        "ab'1",
        "abʼ1",
        "Kelvins",
        "\u212Aelvins",
        "Éclairs",
        "éclair",
        "Ƛambdas",
        "ƛambdas",
        "1990s",
        "7",
        "boss",
        "bus",
        "gas",
        "x",
        "y",
        "as's",
        "ΑΒΓΣ",
        "αβγς",
        "_us",
        "s",
        "ss",
        "ʼs"
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 40, 3000})
    void contentWordsAreThoseOfEachToken(int words) {
        Random random = new Random(words);
        Page page = new Page();
        for (int n = 0; n < 40; n++) {
            page.open(article(random, words, n % 4 == 0 ? 1_000 : 12), TOKENIZER);
            Map<Long, Integer> number = new HashMap<>();
            for (int p = 0; p < page.paragraphs(); p++) {
                List<Long> keys = keys(page, p);
                keys.forEach(key -> number.putIfAbsent(key, number.size()));
            }
            page.readBy(recipe("cohesion", Knowledge.NONE.with(numbered(number))));
            for (int p = 0; p < page.paragraphs(); p++) {
                List<Long> keys = keys(page, p);
                Content content = page.content();
                List<Float> expected = new ArrayList<>();
                List<Float> found = new ArrayList<>();
                keys.forEach(key -> expected.add((float) number.getOrDefault(key, -1)));
                for (int i = content.first(p); i < content.end(p); i++) {
                    found.add(content.idf(content.word(i)));
                }
                assertThat(found).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 40, 3000})
    void countedByPageEqualsCountedByParagraph(int words) {
        Random random = new Random(words);
        Page page = new Page();
        FeatureVector fast = new FeatureVector();
        FeatureVector slow = new FeatureVector();
        for (int n = 0; n < 40; n++) {
            page.open(article(random, words), TOKENIZER);
            WordGrams family = new WordGrams(new Orders(1 + random.nextInt(3)), random.nextBoolean());
            KeyTable table = table(page, family, random);
            WordBag bag = new WordBag(family, table);
            bag.read(page);
            for (int p = 0; p < page.paragraphs(); p++) {
                assertThat(bag.count(page, p, fast)).isTrue();
                slow.clear();
                family.count(page, p, slow);
                slow.find(table);
                fast.find(table);
                assertThat(features(fast)).isEqualTo(features(slow));
            }
        }
    }

    @Test
    void veryLongParagraphsAreNotCountedByPage() {
        Page page = new Page();
        page.open(ParagraphSplitter.split("long", "a b ".repeat(256) + "\n" + "a b ".repeat(257)), TOKENIZER);
        WordBag bag = new WordBag(new WordGrams(Orders.of(1, 2)), KeyTable.of(new long[] {1}));
        bag.read(page);
        FeatureVector found = new FeatureVector();
        assertThat(bag.count(page, 0, found)).isTrue();
        assertThat(found.size()).isEqualTo(4);
        assertThat(bag.count(page, 1, found)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 40, 3000})
    void runsThatAreSureToBeUniqueAreNotMissed(int words) {
        Random random = new Random(words);
        Page page = new Page();
        for (int n = 0; n < 40; n++) {
            page.open(article(random, words, n % 4 == 0 ? 1_000 : 12), TOKENIZER);
            Map<Long, Set<Integer>> where = new LinkedHashMap<>();
            for (int p = 0; p < page.paragraphs(); p++) {
                for (int i = page.first(p); i + 2 < page.last(p); i++) {
                    where.computeIfAbsent(run(page, i), key -> new HashSet<>()).add(p);
                }
            }
            for (int p = 0; p < page.paragraphs(); p++) {
                int own = p;
                long size =
                        where.values().stream().filter(in -> in.contains(own)).count();
                long elsewhere = where.values().stream()
                        .filter(in -> in.contains(own) && in.size() > 1)
                        .count();
                float expected = size == 0 ? 0 : (float) elsewhere / size;
                assertThat(page.repeats().runs().anywhere(p)).isEqualTo(expected);
            }
        }
    }

    private static long run(Page page, int i) {
        long two = FeatureKeys.mix(page.tokens().hash(i), page.tokens().hash(i + 1));
        return FeatureKeys.mix(two, page.tokens().hash(i + 2));
    }

    private static List<Long> keys(Page page, int p) {
        Set<Long> seen = new HashSet<>();
        List<Long> keys = new ArrayList<>();
        for (int i = page.first(p); i < page.last(p); i++) {
            long key = Stems.key(page.text(), page.tokens(), i);
            if (key != 0 && seen.add(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static Lexicon numbered(Map<Long, Integer> number) {
        long[] keys = new long[number.size()];
        float[] idf = new float[keys.length];
        number.forEach((key, n) -> {
            keys[n] = key;
            idf[n] = n;
        });
        return Lexicon.of(0, -1, keys, idf, new float[keys.length], new byte[0]);
    }

    private static FeatureExtractor recipe(String family, Knowledge knowledge) {
        return FeatureRecipe.parse(
                        "recipe 1\ntokens accent-apostrophe\n" + family + "\nweighting tf=count idf=no norm=none")
                .compile(knowledge);
    }

    /** Of half of the features. */
    private static KeyTable table(Page page, WordGrams family, Random random) {
        Set<Long> keys = new HashSet<>();
        FeatureVector vector = new FeatureVector();
        for (int p = 0; p < page.paragraphs(); p++) {
            vector.clear();
            family.count(page, p, vector);
            for (int i = 0; i < vector.size(); i++) {
                if (random.nextBoolean()) {
                    keys.add(vector.key(i));
                }
            }
        }
        return KeyTable.of(keys.stream().mapToLong(Long::longValue).toArray());
    }

    private static List<String> features(FeatureVector vector) {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            features.add(vector.key(i) + " " + vector.value(i) + " " + vector.row(i));
        }
        return features;
    }

    private static Article article(Random random, int words) {
        return article(random, words, 12);
    }

    /** An article that has a paragraph for so many words, about. */
    private static Article article(Random random, int words, int paragraph) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(paragraph > 100 ? 2_000 : 600);
        for (int i = 0; i < length; i++) {
            int word = random.nextInt(words);
            text.append(word < WORDS.length ? WORDS[(word + random.nextInt(2)) % WORDS.length] : "word" + word)
                    .append(random.nextInt(paragraph) == 0 ? ".\n" : " ");
        }
        return ParagraphSplitter.split("random", text.append("end").toString());
    }
}
