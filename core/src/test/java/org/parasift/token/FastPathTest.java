package org.parasift.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parasift.text.Article;
import org.parasift.text.Paragraph;
import org.parasift.text.ParagraphSplitter;

/** Every way to the tokens gives those of the slow reference: -Dparasift.differential=N for more, -Dparasift.seed=N. */
class FastPathTest {
    private static final long SEED = Long.getLong("parasift.seed", 29);
    private static final int RUNS = Integer.getInteger("parasift.differential", 1_000_000) / 5;

    @Test
    void tokensEqualTheSlowOnesOnRandomTextUnderEveryTailoring() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int bits = 0; bits < 16; bits++) {
            Tokenizer tokenizer = Tokenizer.with(tailorings(bits));
            SlowTokenizer slow = new SlowTokenizer(tailorings(bits));
            for (int run = RUNS / 16; run > 0; run--) {
                String text = run % 2 == 0 ? RandomText.mixed(random, 90) : RandomText.hard(random, 12);
                check(tokenizer, slow, text);
            }
        }
    }

    /** Alphabets beyond ASCII on the strict fast path, one after another through the same columns; half of them hashed. */
    @Test
    void plainWordsOfManyScriptsEqualTheSlowOnes() {
        SplittableRandom random = new SplittableRandom(SEED);
        SlowTokenizer slow = new SlowTokenizer(Set.of());
        Tokens reused = new Tokens();
        Tokens places = Tokens.withoutHashes();
        for (int run = RUNS + RUNS / 4; run > 0; run--) {
            String text = run % 100 == 0 ? RandomText.mixed(random, 200) : RandomText.script(random, 24);
            List<List<Object>> expected = moved(slow.tokenize(text), 0);
            reused.clear();
            Tokenizer.standard().tokenize(text, 0, text.length(), reused);
            checkRows(text, reused, expected);
            places.clear();
            Tokenizer.standard().tokenize(text, 0, text.length(), places);
            assertThat(places.size()).isEqualTo(expected.size());
            for (int i = 0; i < places.size(); i++) {
                List<Object> row = List.of(places.start(i), places.end(i), places.kind(i));
                assertThat(row).isEqualTo(expected.get(i).subList(0, 3));
            }
        }
    }

    /** A text without a place to cut it is held whole; scripts that the blocks do not know are cut at white space. */
    @ParameterizedTest
    @ValueSource(strings = {"한국어 문장입니다.\n", "עברית.\n", "汉字文本。\r\n", "แม่น้ำ ", "मिलती है "})
    void longTextsOfAllScriptsPassThroughASmallWindow(String line) {
        String text = line.repeat(20_000);
        Tokens whole = new Tokens();
        Tokenizer.standard().tokenize(text, 0, text.length(), whole);
        assertThat(whole.window.capacity()).isLessThan(10_000);
        Tokens lines = new Tokens();
        for (int at = 0; at < text.length(); at += line.length()) {
            Tokenizer.standard().tokenize(text, at, at + line.length(), lines);
        }
        assertThat(rows(whole)).isEqualTo(rows(lines));
    }

    private static List<String> rows(Tokens tokens) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            rows.add(tokens.start(i) + "-" + tokens.end(i) + " " + tokens.kind(i) + " " + tokens.hash(i));
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 4", "2, 1", "4, 4"})
    void rangesOutsideTheTextAreRefused(int start, int end) {
        Tokens tokens = new Tokens();
        Tokenizer tokenizer = Tokenizer.standard();
        assertThatThrownBy(() -> tokenizer.tokenize("abc", start, end, tokens))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tokenizer.tokenize(new char[3], start, end, tokens))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tokenizer.tokenize(new byte[3], start, end, tokens))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tokenizer.cursor().over(CharBuffer.wrap("abc"), start, end))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tokenizer.cursor().over(new char[3], start, end))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tokenizer.cursor().over(new byte[3], start, end))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** A short text is moved over more than two blocks of 64 chars, behind and before other text of every length. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "don't",
                "3,000.5",
                "a",
                "U.S.",
                "word_",
                "_",
                "x'\u0308y",
                "'\u200D\uD83D\uDE00",
                "a\u0301",
                "\u6F22",
                "\u2019",
                "  ",
                " \u0308",
                "\uD83D\uDE00",
                "\uD83D",
                "é'ш",
                "US-led",
                "12-year-old",
                "a''b",
                "1.2.3",
                "...",
                "шёл",
                "Ω_ñ",
                "\u203F",
                "l\u00B7l",
                "٣"
            })
    void everyAlignmentAndLengthEqualsTheSlowOne(String part) {
        Set<Tailoring> tailorings = EnumSet.of(Tailoring.HYPHEN, Tailoring.ABBREVIATION);
        Tokenizer tokenizer = Tokenizer.with(tailorings);
        SlowTokenizer slow = new SlowTokenizer(tailorings);
        String words = "it was said on 5 May by them all, and so we went on to the end of it ".repeat(3);
        String oneWord = "w".repeat(140);
        String russian = "Эксперты полагают, что 12 санкций ударят по экспорту; «Известия» — нет. ".repeat(3);
        String french = "Élève d’été à Noël, où l'œuvre naît : 3 garçons ½ là-haut. ".repeat(4);
        for (int before = 0; before < 140; before++) {
            for (int behind : new int[] {0, 1, 2, 30, 62, 63, 64, 65, 130}) {
                for (String around : List.of(words, oneWord, russian, french)) {
                    check(tokenizer, slow, around.substring(0, before) + part + around.substring(0, behind));
                    check(
                            tokenizer,
                            slow,
                            around.substring(0, before) + " " + part + " " + around.substring(0, behind));
                }
            }
        }
    }

    @Test
    void textsOfAnyLengthPassThroughTheWindow() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int run = 0; run < 60; run++) {
            Set<Tailoring> tailorings = tailorings(run % 16);
            StringBuilder text = new StringBuilder();
            while (text.length() < 20_000) {
                text.append(RandomText.mixed(random, 3000));
                switch (random.nextInt(12)) {
                    case 0 -> text.append("w".repeat(random.nextInt(20_000)));
                    case 1 -> text.append("\u6F22".repeat(random.nextInt(9_000)));
                    case 2 -> text.append(" ".repeat(random.nextInt(9_000)));
                    case 3 ->
                        text.append("a'")
                                .append("\u0308".repeat(random.nextInt(9_000)))
                                .append('b');
                    default -> text.append(" \n");
                }
            }
            check(Tokenizer.with(tailorings), new SlowTokenizer(tailorings), text.toString());
        }
    }

    @Test
    void everyFormOfTextGivesTheSameTokens() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int run = 0; run < 20_000; run++) {
            Tokenizer tokenizer = Tokenizer.with(tailorings(run % 16));
            int length = run % 1000 == 0 ? 20_000 : 60;
            String text = run % 2 == 0 ? RandomText.mixed(random, length) : RandomText.hard(random, length);
            int start = random.nextInt(text.length() + 1);
            int end = start + random.nextInt(text.length() - start + 1);
            List<List<Object>> expected = moved(tokenizer.tokenize(text.substring(start, end)), start);

            Tokens tokens = new Tokens();
            tokenizer.tokenize(text, start, end, tokens);
            checkRows(text, tokens, expected);
            tokens.clear();
            tokenizer.tokenize(text.toCharArray(), start, end, tokens);
            checkRows(text, tokens, expected);
            StringBuilder builder = new StringBuilder(text.length());
            builder.append(text);
            for (CharSequence sequence : List.of(builder, CharBuffer.wrap(text))) {
                tokens.clear();
                tokenizer.tokenize(sequence, start, end, tokens);
                checkRows(text, tokens, expected);
            }
            TokenCursor cursor = tokenizer.cursor();
            assertThat(walk(cursor.over(text, start, end))).isEqualTo(expected);
            assertThat(walk(cursor.over(text.toCharArray(), start, end))).isEqualTo(expected);
            if (cursor.over(text.toCharArray(), start, end).next()) {
                assertThat(cursor.text()).isEqualTo(Tokenizer.fold(text.substring(cursor.start(), cursor.end())));
            }
        }
    }

    private static List<List<Object>> walk(TokenCursor cursor) {
        List<List<Object>> walked = new ArrayList<>();
        while (cursor.next()) {
            walked.add(List.of(cursor.start(), cursor.end(), cursor.kind(), cursor.hash()));
        }
        return walked;
    }

    @Test
    void bytesGiveTheTokensOfTheTextTheyDecodeTo() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int run = 0; run < 40_000; run++) {
            Tokenizer tokenizer = Tokenizer.with(tailorings(run % 16));
            int length = run % 1000 == 0 ? 20_000 : 60;
            byte[] bytes = RandomText.mixed(random, length).getBytes(StandardCharsets.UTF_8);
            for (int damage = random.nextInt(4); damage > 0 && bytes.length > 0; damage--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int start = random.nextInt(bytes.length + 1);
            int end = start + random.nextInt(bytes.length - start + 1);
            String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            Tokens tokens = new Tokens();
            tokenizer.tokenize(bytes, start, end, tokens);
            List<Token> expected = tokenizer.tokenize(text);
            assertThat(tokens.size()).isEqualTo(expected.size());
            for (int i = 0; i < tokens.size(); i++) {
                String decoded =
                        new String(bytes, tokens.start(i), tokens.end(i) - tokens.start(i), StandardCharsets.UTF_8);
                assertThat(Tokenizer.fold(decoded)).isEqualTo(expected.get(i).text());
                assertThat(tokens.hash(i)).isEqualTo(expected.get(i).hash());
                assertThat(tokens.kind(i)).isEqualTo(expected.get(i).kind());
            }
            TokenCursor cursor = tokenizer.cursor().over(bytes, start, end);
            for (int i = 0; i < tokens.size(); i++) {
                assertThat(cursor.next()).isTrue();
                assertThat(cursor.start()).isEqualTo(tokens.start(i));
                assertThat(cursor.end()).isEqualTo(tokens.end(i));
                assertThat(cursor.kind()).isEqualTo(tokens.kind(i));
                assertThat(cursor.hash()).isEqualTo(tokens.hash(i));
                assertThat(cursor.text()).isEqualTo(expected.get(i).text());
            }
            assertThat(cursor.next()).isFalse();
        }
    }

    @Test
    void articleInOneGoEqualsItsParagraphsOneByOne() {
        SplittableRandom random = new SplittableRandom(SEED);
        TokenizedArticle reused = new TokenizedArticle();
        for (int run = 0; run < 20_000; run++) {
            Tokenizer tokenizer = Tokenizer.with(tailorings(run % 16));
            StringBuilder text = new StringBuilder();
            for (int p = random.nextInt(8); p > 0; p--) {
                text.append(run % 2 == 0 ? RandomText.mixed(random, 40) : RandomText.hard(random, 8));
                text.append(new String[] {"\n", "\n\n", " \r\n", "\n\u200B ", "\n "}[random.nextInt(5)]);
            }
            Article article = ParagraphSplitter.split("x", text.toString());
            reused.fill(article, tokenizer);
            for (Paragraph paragraph : article.paragraphs()) {
                Tokens rows = new Tokens();
                tokenizer.tokenize(article.text(), paragraph.start(), paragraph.end(), rows);
                int first = reused.first(paragraph.index());
                assertThat(rows(reused.tokens(), first, reused.end(paragraph.index())))
                        .as(() -> RandomText.show(article.text()))
                        .isEqualTo(rows(rows, 0, rows.size()));
            }
        }
    }

    @Test
    void reusedColumnsEqualFreshOnes() {
        SplittableRandom random = new SplittableRandom(SEED);
        Tokens reused = new Tokens();
        for (int run = 0; run < 20_000; run++) {
            Tokenizer tokenizer = Tokenizer.with(tailorings(run % 16));
            String text = RandomText.mixed(random, random.nextInt(500));
            reused.clear();
            tokenizer.tokenize(text, 0, text.length(), reused);
            Tokens fresh = new Tokens();
            tokenizer.tokenize(text, 0, text.length(), fresh);
            assertThat(rows(reused, 0, reused.size())).isEqualTo(rows(fresh, 0, fresh.size()));
        }
    }

    @Test
    void eightThreadsGiveWhatOneGives() throws InterruptedException, ExecutionException {
        Tokenizer tokenizer = Tokenizer.with(tailorings(15));
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            texts.add(RandomText.mixed(random, 400));
        }
        List<List<Token>> expected = texts.stream().map(tokenizer::tokenize).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<List<Token>>>> found = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                found.add(threads.submit(
                        () -> texts.stream().map(tokenizer::tokenize).toList()));
            }
            for (Future<List<List<Token>>> one : found) {
                assertThat(one.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Set<Tailoring> tailorings(int bits) {
        EnumSet<Tailoring> tailorings = EnumSet.noneOf(Tailoring.class);
        for (Tailoring tailoring : Tailoring.values()) {
            if ((bits >> tailoring.ordinal() & 1) != 0) {
                tailorings.add(tailoring);
            }
        }
        return tailorings;
    }

    private static void check(Tokenizer tokenizer, SlowTokenizer slow, String text) {
        List<Token> found = tokenizer.tokenize(text);
        List<Token> expected = slow.tokenize(text);
        if (!found.equals(expected)) {
            String shown = text.length() > 500 ? "of " + text.length() + " chars" : RandomText.show(text);
            assertThat(found)
                    .as("seed %d, %s, text%s", SEED, tokenizer.tailorings(), shown)
                    .isEqualTo(expected);
        }
    }

    private static void checkRows(String text, Tokens tokens, List<List<Object>> expected) {
        List<List<Object>> found = rows(tokens, 0, tokens.size());
        if (!found.equals(expected)) {
            assertThat(found).as("seed %d, text%s", SEED, RandomText.show(text)).isEqualTo(expected);
        }
    }

    private static List<List<Object>> rows(Tokens tokens, int from, int to) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(List.of(tokens.start(i), tokens.end(i), tokens.kind(i), tokens.hash(i)));
        }
        return rows;
    }

    private static List<List<Object>> moved(List<Token> tokens, int by) {
        List<List<Object>> rows = new ArrayList<>();
        for (Token token : tokens) {
            rows.add(Arrays.asList(token.start() + by, token.end() + by, token.kind(), token.hash()));
        }
        return rows;
    }
}
