package org.parasift.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A text and its paragraphs. The text is never altered: every paragraph is a pair of offsets into it, so whatever is
 * said of a paragraph can be found again in the source.
 *
 * @param id names the article in every output; any text, need not be unique here
 * @param text the whole text as it was read
 * @param paragraphs in the order of the text, without overlap, {@code paragraphs.get(i).index() == i}; may be empty
 */
public record Article(String id, String text, List<Paragraph> paragraphs) {
    public Article {
        Objects.requireNonNull(id, "id");
        paragraphs = List.copyOf(paragraphs);
        int end = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            boolean emptyAmongOthers = paragraph.length() == 0 && paragraphs.size() > 1;
            if (paragraph.index() != i
                    || paragraph.start() < end
                    || paragraph.end() > text.length()
                    || emptyAmongOthers) {
                throw new IllegalArgumentException("article " + id + ": " + paragraph + " at place " + i
                        + " of a text of " + text.length() + " chars");
            }
            end = paragraph.end();
        }
    }

    /**
     * An article from paragraphs that somebody else has separated, as the rows of a CSV file. They are joined by line
     * feeds and form one block. A paragraph is kept as it is, line breaks inside it included, but for white space around
     * it; it must not be blank.
     *
     * @throws IllegalArgumentException if a paragraph is blank
     */
    public static Article of(String id, List<String> paragraphs) {
        StringBuilder text = new StringBuilder();
        List<Paragraph> found = new ArrayList<>(paragraphs.size());
        for (String paragraph : paragraphs) {
            String trimmed = ParagraphSplitter.trim(paragraph);
            if (trimmed.isEmpty()) {
                throw new IllegalArgumentException("article " + id + ": paragraph " + found.size() + " is blank");
            }
            if (!found.isEmpty()) {
                text.append('\n');
            }
            found.add(new Paragraph(found.size(), 0, text.length(), text.length() + trimmed.length()));
            text.append(trimmed);
        }
        return new Article(id, text.toString(), found);
    }

    /** The chars of one of this article's paragraphs. */
    public String text(Paragraph paragraph) {
        return text.substring(paragraph.start(), paragraph.end());
    }

    /** The chars of paragraph {@code index}. */
    public String text(int index) {
        return text(paragraphs.get(index));
    }
}
