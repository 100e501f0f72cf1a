package org.parasift.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tokenizer promises, in tables. */
class TokenizerTest {
    @ParameterizedTest
    @MethodSource("tableOfTokens")
    void tokensAreThoseOfTheTable(Set<Tailoring> tailorings, String text, String expected) {
        List<Token> tokens = Tokenizer.with(tailorings).tokenize(text);
        assertThat(tokens.stream().map(Token::text).collect(Collectors.joining(" | ")))
                .isEqualTo(expected);
        for (Token token : tokens) {
            assertThat(token.text()).isEqualTo(Tokenizer.fold(text.substring(token.start(), token.end())));
            assertThat(token.hash()).isEqualTo(SlowTokenizer.hash(token.text()));
        }
    }

    static Stream<Arguments> tableOfTokens() throws IOException {
        Stream.Builder<Arguments> rows = Stream.builder();
        Set<Tailoring> tailorings = Set.of();
        for (String line : lines("tokens.txt")) {
            if (line.startsWith("[")) {
                tailorings = Arrays.stream(line.substring(1, line.indexOf(']')).split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(Tailoring::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new));
            } else {
                String[] sides = line.split(" => ", 2);
                rows.add(Arguments.of(tailorings, real(sides[0].strip()), real(sides[1].strip())));
            }
        }
        return rows.build();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\0', textBlock = """
            word           => WORD
            3rd            => WORD
            _x             => WORD
            Ⅷ              => WORD
            ไ              => WORD
            3,000.5        => NUMBER
            ٣              => NUMBER
            ½              => NUMBER
            漢             => IDEOGRAPH
            𠀋             => IDEOGRAPH
            ひ             => HIRAGANA
            カタカナ       => KATAKANA
            ﾊﾟ             => KATAKANA
            한국           => HANGUL
            2024년         => HANGUL
            🇮🇷             => EMOJI
            👩🏽‍🚀           => EMOJI
            ❤️             => EMOJI
            7️⃣             => EMOJI
            """)
    void kinds(String text, TokenKind kind) {
        assertThat(Tokenizer.standard().tokenize(text))
                .singleElement()
                .extracting(Token::kind)
                .isEqualTo(kind);
    }

    @Test
    void hashesAreThoseOfTheGoldenFile() throws IOException {
        List<String> golden = lines("hashes.txt");
        List<String> found = golden.stream()
                .map(line -> line.substring(0, line.indexOf(" => ")))
                .map(text -> "%s => %016x".formatted(text, Tokenizer.hash(text)))
                .toList();
        assertThat(found).isEqualTo(golden);
    }

    @Test
    void hashIsThatOfTheFoldedText() {
        for (String text : List.of("Iraq’s", "IRAQ'S", "iraq´s")) {
            assertThat(Tokenizer.hash(text)).isEqualTo(SlowTokenizer.hash("iraq's"));
        }
        assertThat(Tokenizer.hash("\uD801\uDC00Б")).isEqualTo(SlowTokenizer.hash("\uD801\uDC28б"));
    }

    @Test
    void turkishLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        List<Token> expected = Tokenizer.standard().tokenize("TITLE İstanbul ısı");
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(Tokenizer.standard().tokenize("TITLE İstanbul ısı")).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(expected.get(0).text()).isEqualTo("title");
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = TokenizerTest.class.getResourceAsStream("/spec/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        }
    }

    private static String real(String visible) {
        return visible.replace('␊', '\n')
                .replace('␠', ' ')
                .replace('⍽', '\u00A0')
                .replace('␂', '\u00AD')
                .replace('␃', '\u200D')
                .replace("∅", "");
    }
}
