package org.parasift.train.corpus;

import org.parasift.text.Article;

/**
 * A paragraph and its label. A text of its own is the only paragraph of its article.
 *
 * @param article the whole article, for context
 * @param paragraph index of the paragraph
 * @param label the label; empty only where {@code sure} is {@link Sure#NO}
 * @param kind a finer class; empty if there is none
 * @param sure how sure the label is
 * @param site where the article comes from; empty if unknown
 * @param line the line of the file where the row begins, counted from 1
 */
public record Example(Article article, int paragraph, String label, String kind, Sure sure, String site, long line) {
    public Example {
        if (paragraph < 0 || paragraph >= article.paragraphs().size()) {
            throw new IllegalArgumentException("paragraph " + paragraph + " of article " + article.id());
        }
        if (label.isEmpty() && sure != Sure.NO) {
            throw new IllegalArgumentException("article " + article.id() + ", paragraph " + paragraph + ": no label");
        }
    }

    /** Whether it is trained on and scored. */
    public boolean counts() {
        return sure != Sure.NO;
    }

    /** The text of the paragraph. */
    public String text() {
        return article.text(paragraph);
    }
}
