package org.parasift.bench.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parasift.bench.BenchmarkMethods;
import org.parasift.bench.text.BenchText;
import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;
import org.parasift.text.Article;
import org.parasift.token.Token;
import org.parasift.token.Tokenizer;
import org.tribuo.util.tokens.impl.BreakIteratorTokenizer;
import org.tribuo.util.tokens.impl.SplitCharactersTokenizer;
import org.tribuo.util.tokens.impl.SplitPatternTokenizer;
import org.tribuo.util.tokens.universal.UniversalTokenizer;

/** Every benchmark method of this package does what its report will say: same sums and counts as the plainest code. */
class TokenBenchmarksTest {
    private static final int BYTES = 60_000;

    record Expected(long sum, long items) {}

    @BeforeAll
    static void smallTexts() {
        System.setProperty("bench.bytes", Integer.toString(BYTES));
    }

    @AfterAll
    static void fullTexts() {
        System.clearProperty("bench.bytes");
    }

    static Stream<Map.Entry<String, Expected>> tokenizers() {
        TextSet english = new TextSet(BenchText.ENGLISH.paragraphs(BYTES));
        Map<String, Expected> expected = new TreeMap<>();
        expected.put("parasift", spans(english, Spans::parasift));
        expected.put("lucene", spans(english, Spans::lucene));
        expected.put("icu4j", spans(english, Spans::icu4j));
        expected.put("javaText", spans(english, Spans::javaText));
        expected.put("openNlp", spans(english, Spans::openNlp));
        expected.put(
                "tribuoBreakIterator", spans(english, Spans.tribuo(() -> new BreakIteratorTokenizer(Locale.ENGLISH))));
        expected.put("tribuoUniversal", spans(english, Spans.tribuo(UniversalTokenizer::new)));
        expected.put("tribuoSplitPattern", spans(english, Spans.tribuo(SplitPatternTokenizer::new)));
        expected.put("tribuoSplitCharacters", spans(english, Spans.tribuo(SplitCharactersTokenizer::new)));
        expected.put("regexWords", spans(english, Spans::regex));
        expected.put("stringSplit", spans(english, Spans::split));
        return expected.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("tokenizers")
    void everyTokenizerIsWalkedToTheEnd(Map.Entry<String, Expected> method) {
        assertThat(run(new TokenizersBench(), method.getKey())).isEqualTo(method.getValue());
    }

    @Test
    void everyTokenizerBenchmarkIsCheckedHere() {
        assertThat(tokenizers().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(BenchmarkMethods.of(TokenizersBench.class));
        assertThat(BenchmarkMethods.of(ScriptsBench.class)).containsExactlyInAnyOrder("parasift", "lucene", "icu4j");
        assertThat(BenchmarkMethods.of(ShapesBench.class))
                .containsExactlyInAnyOrder(
                        "listOfTokens",
                        "columns",
                        "cursor",
                        "charSequence",
                        "chars",
                        "bytes",
                        "articleNew",
                        "articleFilled",
                        "lucene");
        assertThat(BenchmarkMethods.of(FoldHashBench.class))
                .containsExactlyInAnyOrder("parasift", "luceneHash32", "luceneHash64", "tribuoUniversal");
        assertThat(BenchmarkMethods.of(LimitsBench.class))
                .containsExactlyInAnyOrder("copy", "copyAndSum", "copyAndLookUp", "charAt");
    }

    @Test
    void peersDoComparableWork() {
        TextSet english = new TextSet(BenchText.ENGLISH.paragraphs(BYTES));
        double words = spans(english, Spans::lucene).items();
        assertThat(spans(english, Spans::parasift).items() / words).isCloseTo(1, within(0.01));
        assertThat(spans(english, Spans::icu4j).items() / words).isCloseTo(1, within(0.01));
        assertThat(spans(english, Spans::javaText).items() / words).isCloseTo(1, within(0.06));
        assertThat(tokenizers())
                .allSatisfy(
                        method -> assertThat(method.getValue().items() / words).isBetween(0.8, 1.6));
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "RUSSIAN", "MIXED", "PATHOLOGICAL"})
    void everyScriptIsWalkedToTheEnd(BenchText script) {
        TextSet text = new TextSet(script.paragraphs(BYTES));
        ScriptsBench bench = new ScriptsBench();
        bench.script = script;
        bench.setUp();
        assertThat(run(bench, "parasift")).isEqualTo(spans(text, Spans::parasift));
        assertThat(run(bench, "lucene")).isEqualTo(spans(text, Spans::lucene));
        assertThat(run(bench, "icu4j")).isEqualTo(spans(text, Spans::icu4j));
    }

    @Test
    void everyShapeGivesTheSameTokens() {
        TextSet english = new TextSet(BenchText.ENGLISH.paragraphs(BYTES));
        Expected expected = spans(english, Spans::parasift);
        ShapesBench bench = new ShapesBench();
        assertThat(run(bench, "listOfTokens")).isEqualTo(expected);
        for (String shape : List.of("columns", "cursor", "charSequence", "chars")) {
            assertThat(run(bench, shape)).as(shape).isEqualTo(expected);
        }
        assertThat(run(bench, "lucene")).isEqualTo(spans(english, Spans::lucene));

        long sum = 0;
        for (Article article : ShapesBench.articles(english)) {
            for (var paragraph : article.paragraphs()) {
                for (Spans.Span span : Spans.parasift(article.text(paragraph))) {
                    sum = Walk.add(sum, paragraph.start() + span.start(), paragraph.start() + span.end());
                }
            }
        }
        assertThat(run(bench, "articleNew")).isEqualTo(new Expected(sum, expected.items()));
        assertThat(run(bench, "articleFilled")).isEqualTo(new Expected(sum, expected.items()));
    }

    @Test
    void offsetsInBytesAreThoseOfTheChars() {
        long sum = 0;
        for (String paragraph : BenchText.ENGLISH.paragraphs(BYTES)) {
            for (Spans.Span span : Spans.parasift(paragraph)) {
                sum = Walk.add(sum, utf8(paragraph, span.start()), utf8(paragraph, span.end()));
            }
        }
        assertThat(run(new ShapesBench(), "bytes").sum()).isEqualTo(sum);
    }

    @Test
    void hashesAreThoseOfTheFoldedWords() {
        List<String> english = BenchText.ENGLISH.paragraphs(BYTES);
        FoldHashBench bench = new FoldHashBench();
        long ours = 0;
        long hash32 = 0;
        long hash64 = 0;
        long universal = 0;
        for (String paragraph : english) {
            for (Token token : Tokenizer.standard().tokenize(paragraph)) {
                ours += token.hash();
            }
            for (Spans.Span span : Spans.lucene(paragraph)) {
                String word = paragraph.substring(span.start(), span.end()).toLowerCase(Locale.ROOT);
                hash32 += word.hashCode();
                hash64 += FoldHashBench.fnv(word.toCharArray(), word.length());
            }
            for (String word : new UniversalTokenizer().split(paragraph)) {
                universal += word.toLowerCase(Locale.ROOT).hashCode();
            }
        }
        assertThat(run(bench, "parasift").sum()).isEqualTo(ours);
        assertThat(run(bench, "luceneHash32").sum()).isEqualTo(hash32);
        assertThat(run(bench, "luceneHash64").sum()).isEqualTo(hash64);
        assertThat(run(bench, "tribuoUniversal").sum()).isEqualTo(universal);
    }

    @Test
    void limitsTouchEveryChar() {
        List<String> english = BenchText.ENGLISH.paragraphs(BYTES);
        byte[] classes = LimitsBench.classes();
        long ends = 0;
        long all = 0;
        long looked = 0;
        for (String paragraph : english) {
            ends += paragraph.charAt(0) + paragraph.charAt(paragraph.length() - 1);
            all += paragraph.chars().sum();
            looked += paragraph.chars().map(c -> classes[c]).sum();
        }
        LimitsBench bench = new LimitsBench();
        assertThat(run(bench, "copy").sum()).isEqualTo(ends);
        assertThat(run(bench, "copyAndSum").sum()).isEqualTo(all);
        assertThat(run(bench, "copyAndLookUp").sum()).isEqualTo(looked);
        assertThat(run(bench, "charAt").sum()).isEqualTo(all);
    }

    private static int utf8(String text, int chars) {
        return text.substring(0, chars).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Runs a method twice, since walks reuse what they own; both runs must be the same and account for the text. */
    private static Expected run(Object bench, String method) {
        Work first = new Work();
        long sum = BenchmarkMethods.call(bench, method, first);
        Work second = new Work();
        assertThat(BenchmarkMethods.call(bench, method, second)).isEqualTo(sum);
        assertThat(second.items).isEqualTo(first.items);
        assertThat(first.textBytes).isBetween((long) BYTES, BYTES + 10_000L);
        return new Expected(sum, first.items);
    }

    private static Expected spans(TextSet text, Spans spans) {
        long sum = 0;
        long items = 0;
        for (String paragraph : text.paragraphs()) {
            for (Spans.Span span : spans.of(paragraph)) {
                sum = Walk.add(sum, span.start(), span.end());
                items++;
            }
        }
        return new Expected(sum, items);
    }
}
