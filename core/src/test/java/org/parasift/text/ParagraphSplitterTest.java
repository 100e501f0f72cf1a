package org.parasift.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParagraphSplitterTest {
    /** In the tables: ␊ line feed, ␍ carriage return, ␠ space, ␀ NUL, ◌ no-break space; block:text, separated by |. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            a                      => 0:a
            a␊b                    => 0:a | 0:b
            a␊␊b                   => 0:a | 1:b
            a␊␠␠␊b                 => 0:a | 1:b
            a␍␊b␍␊␍␊c              => 0:a | 0:b | 1:c
            a␍b                    => 0:a | 0:b
            a␍␍b                   => 0:a | 1:b
            ␊␊␠a␠␊                 => 0:a
            ◌a◌b◌                  => 0:a◌b
            a␊␀␊b                  => 0:a | 1:b
            """)
    void linesBecomeParagraphs(String text, String expected) {
        Article article = ParagraphSplitter.split("x", real(text));
        List<String> found = article.paragraphs().stream()
                .map(p -> p.block() + ":" + article.text(p))
                .toList();
        assertThat(String.join(" | ", found)).isEqualTo(real(expected));
    }

    @Test
    void blankTextHasNoParagraphs() {
        assertThat(ParagraphSplitter.split("x", "").paragraphs()).isEmpty();
        assertThat(ParagraphSplitter.split("x", " \n\r\n\t\uFEFF").paragraphs()).isEmpty();
    }

    @Test
    void articleOfParagraphsEqualsTheSplitOfItsText() {
        Article article = Article.of("x", List.of("Title", " first ", "second"));
        assertThat(article).isEqualTo(ParagraphSplitter.split("x", "Title\nfirst\nsecond"));
    }

    @Test
    void anEmptyParagraphStandsAlone() {
        assertThat(new Article("x", "", List.of(new Paragraph(0, 0, 0, 0))).text(0))
                .isEmpty();
        List<Paragraph> two = List.of(new Paragraph(0, 0, 0, 0), new Paragraph(1, 0, 1, 2));
        assertThatThrownBy(() -> new Article("x", "\na", two)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String real(String visible) {
        return visible.replace('␊', '\n')
                .replace('␍', '\r')
                .replace('␠', ' ')
                .replace('␀', '\0')
                .replace('◌', '\u00A0');
    }
}
