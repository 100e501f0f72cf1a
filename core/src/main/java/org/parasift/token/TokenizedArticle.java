package org.parasift.token;

import java.util.Arrays;
import java.util.List;
import org.parasift.text.Article;
import org.parasift.text.Paragraph;

/**
 * An article and the tokens of all its paragraphs after one pass. Once safely published it may be read from any thread, as
 * long as nobody writes to {@link #tokens}; for hot loops one thread may {@link #fill} it again with the next article, and
 * then whatever was read from it before is void.
 *
 * <p>Paragraphs that are parted by nothing but white space, as {@link org.parasift.text.ParagraphSplitter} makes them, are
 * scanned in one go. The tokens are those of each paragraph by itself.
 */
public final class TokenizedArticle {
    private static final Article NONE = new Article("", "", List.of());

    private Article article = NONE;
    private final Tokens tokens = new Tokens();
    private int[] first = new int[64];

    /** Empty, to be filled. */
    public TokenizedArticle() {}

    /** Tokenizes every paragraph of an article. */
    public static TokenizedArticle of(Article article, Tokenizer tokenizer) {
        TokenizedArticle tokenized = new TokenizedArticle();
        tokenized.fill(article, tokenizer);
        return tokenized;
    }

    /** Takes the place of what was here before; allocates nothing once it has held an article as large. */
    public void fill(Article newArticle, Tokenizer tokenizer) {
        article = newArticle;
        tokens.clear();
        List<Paragraph> paragraphs = newArticle.paragraphs();
        int count = paragraphs.size();
        if (first.length <= count) {
            first = Arrays.copyOf(first, Math.max(count + 1, first.length * 2));
        }
        String text = newArticle.text();
        for (int p = 0; p < count; ) {
            int next = p + 1;
            while (next < count && isPartedByWhiteSpace(text, paragraphs.get(next - 1), paragraphs.get(next))) {
                next++;
            }
            int row = tokens.size();
            tokenizer.tokenize(
                    text, paragraphs.get(p).start(), paragraphs.get(next - 1).end(), tokens);
            for (; p < next; p++) {
                while (row < tokens.size()
                        && tokens.start(row) < paragraphs.get(p).start()) {
                    row++;
                }
                first[p] = row;
            }
        }
        first[count] = tokens.size();
    }

    /**
     * Whether the boundaries on both sides of the gap are those of two separate texts: a line break or space ends the
     * first; the second begins behind a line break, or with what does not cling to a space.
     */
    private static boolean isPartedByWhiteSpace(String text, Paragraph before, Paragraph behind) {
        int end = before.end();
        int start = behind.start();
        if (end == start || text.charAt(end - 1) <= ' ' || text.charAt(start) <= ' ') {
            return false;
        }
        for (int i = end; i < start; i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        char last = text.charAt(start - 1);
        return last == '\n' || last == '\r' || StandIn.isSync(last, text.charAt(start));
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
