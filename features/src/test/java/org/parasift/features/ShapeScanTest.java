package org.parasift.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parasift.token.Tokenizer;

class ShapeScanTest {
    private static final String[] PIECES = {
        "a",
        "b",
        " ",
        " ",
        "A",
        "Z",
        "3",
        "0",
        ".",
        "!",
        "?",
        "\"",
        "“",
        "”",
        "(",
        "[",
        ")",
        "]",
        ":",
        "@",
        ",",
        "-",
        "\t",
        "\0",
        "\u001c",
        "\u00a0",
        "é",
        "É",
        "ς",
        "Ⅷ",
        "٣",
        "…",
        "\uD83D\uDE00",
        "\uD800",
        ".com",
        "www.",
        "://",
        "7:30",
        "readMore",
        "some small words "
    };

    /** The same, said char by char. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 40, 300, 1023, 1024, 1025, 2048, 5000})
    void countsWhatIsThere(int length) {
        Random random = new Random(length);
        Page page = new Page();
        ShapeScan scan = new ShapeScan();
        for (int n = 0; n < 50; n++) {
            StringBuilder pieces = new StringBuilder();
            while (pieces.length() < length) {
                pieces.append(PIECES[random.nextInt(PIECES.length)]);
            }
            pieces.setLength(length);
            String text = pieces.toString();
            page.open(text, Tokenizer.standard());
            scan.read(page, 0);
            assertThat(scan.capitals)
                    .isEqualTo(text.chars()
                            .filter(c -> Character.isUpperCase(c) && Character.isLetterOrDigit(c))
                            .count());
            assertThat(scan.digits)
                    .isEqualTo(text.chars().filter(c -> c >= '0' && c <= '9').count());
            assertThat(scan.marks)
                    .isEqualTo(text.chars().filter(ShapeScanTest::isMark).count());
            assertThat(scan.sentences).isEqualTo(sentences(text));
            assertThat(scan.inBrackets).isEqualTo(inBrackets(text));
            assertThat(scan.openQuote).isEqualTo(count(text, '"') % 2 != 0 || count(text, '“') != count(text, '”'));
            assertThat(scan.gluedWords)
                    .isEqualTo(text.length()
                            - text.replaceAll("(?<=[a-z])[A-Z](?=[a-z])", "").length());
            assertThat(scan.time).isEqualTo(text.matches("(?s).*[0-9]:[0-9][0-9].*"));
            assertThat(scan.address)
                    .isEqualTo(text.contains(".com") || text.contains("www.") || text.contains("://") || handle(text));
        }
    }

    private static boolean isMark(int c) {
        return !Character.isLetterOrDigit(c) && !Character.isWhitespace(c) && !Character.isSpaceChar(c);
    }

    private static long count(String text, char mark) {
        return text.chars().filter(c -> c == mark).count();
    }

    private static boolean handle(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) == '@' && Character.isLetterOrDigit(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static int sentences(String text) {
        int sentences = 0;
        for (int i = 0; i < text.length(); i++) {
            if (".!?".indexOf(text.charAt(i)) >= 0) {
                int next = i + 1;
                while (next < text.length()
                        && text.charAt(next) != ' '
                        && ".!?".indexOf(text.charAt(next)) < 0
                        && !Character.isLetterOrDigit(text.charAt(next))) {
                    next++;
                }
                sentences += next == text.length() || text.charAt(next) == ' ' ? 1 : 0;
            }
        }
        return sentences;
    }

    private static int inBrackets(String text) {
        int inside = 0;
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '(' || c == '[') && open < 0) {
                open = i;
            } else if (c == ')' || c == ']') {
                inside += open < 0 ? 0 : i + 1 - open;
                open = -1;
            }
        }
        return inside;
    }
}
