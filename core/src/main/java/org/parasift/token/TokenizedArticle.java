package org.parasift.token;

import org.parasift.text.Article;
import org.parasift.text.Paragraph;

/**
 * An article and the tokens of all its paragraphs after one pass. Immutable in use: fill it with
 * {@link #of(Article, Tokenizer)}, then read it from any thread.
 */
public final class TokenizedArticle {
    private final Article article;
    private final Tokens tokens;
    private final int[] first;

    private TokenizedArticle(Article article, Tokens tokens, int[] first) {
        this.article = article;
        this.tokens = tokens;
        this.first = first;
    }

    /** Tokenizes every paragraph of an article. */
    public static TokenizedArticle of(Article article, Tokenizer tokenizer) {
        Tokens tokens = new Tokens();
        int[] first = new int[article.paragraphs().size() + 1];
        for (Paragraph paragraph : article.paragraphs()) {
            tokenizer.tokenize(article.text(), paragraph.start(), paragraph.end(), tokens);
            first[paragraph.index() + 1] = tokens.size();
        }
        return new TokenizedArticle(article, tokens, first);
    }

    /** The article. */
    public Article article() {
        return article;
    }

    /** The tokens of all paragraphs, in order; offsets point into the article's text. */
    public Tokens tokens() {
        return tokens;
    }

    /** The row of the first token of a paragraph. */
    public int first(int paragraph) {
        return first[paragraph];
    }

    /** The row after the last token of a paragraph. */
    public int end(int paragraph) {
        return first[paragraph + 1];
    }
}
