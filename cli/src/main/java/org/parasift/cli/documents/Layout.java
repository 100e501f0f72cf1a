package org.parasift.cli.documents;

import java.util.List;
import java.util.Locale;
import org.parasift.text.Article;
import org.parasift.text.Paragraph;

/** What sets the paragraphs of a plain text apart. The paragraphs are the same either way. */
public enum Layout {
    /** There is but one. */
    ONE_PARAGRAPH("one paragraph"),
    /** A blank line before each. */
    BLANK_LINES("blank lines"),
    /** A bare newline before each. */
    BARE_NEWLINES("bare newlines"),
    /** Blank lines between some, bare newlines between others. */
    BOTH("blank lines and bare newlines");

    private final String words;

    Layout(String words) {
        this.words = words;
    }

    /** The layout of an article with at least one paragraph. */
    public static Layout of(Article article) {
        List<Paragraph> paragraphs = article.paragraphs();
        int blocks = paragraphs.get(paragraphs.size() - 1).block() + 1;
        if (paragraphs.size() == 1) {
            return ONE_PARAGRAPH;
        }
        return blocks == paragraphs.size() ? BLANK_LINES : blocks == 1 ? BARE_NEWLINES : BOTH;
    }

    /** As a person says it: {@code blank lines}. */
    public String words() {
        return words;
    }

    /** As a field has it: {@code blank-lines}. */
    public String field() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
