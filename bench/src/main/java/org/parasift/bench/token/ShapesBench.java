package org.parasift.bench.token;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parasift.bench.report.Label;
import org.parasift.bench.text.BenchText;
import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;
import org.parasift.text.Article;
import org.parasift.token.Token;
import org.parasift.token.TokenizedArticle;
import org.parasift.token.Tokenizer;
import org.parasift.token.Tokens;

/** Which way of asking for tokens costs how much? The same English news through every form of the API. */
@State(Scope.Thread)
@Label("Which way of asking for tokens costs how much?")
public class ShapesBench {
    /** About the length of a news article. */
    private static final int PARAGRAPHS_AN_ARTICLE = 25;

    private final TextSet text = TextSet.of(BenchText.ENGLISH);
    private final Article[] articles = articles(text);
    private final ParasiftWalk columns = new ParasiftWalk();
    private final Tokenizer tokenizer = Tokenizer.standard();

    /** All forms of the same text. */
    public ShapesBench() {}

    /** A list of records with their folded Strings, for people. */
    @Benchmark
    @Label(value = "List<Token>", ours = true)
    public long listOfTokens(Work work) {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            List<Token> list = tokenizer.tokenize(paragraph);
            for (Token token : list) {
                sum = Walk.add(sum, token.start(), token.end());
            }
            count += list.size();
        }
        Walk.account(text, count, work);
        return sum;
    }

    /** Reused columns, one paragraph String a call. */
    @Benchmark
    @Label(value = "columns, String a paragraph", ours = true)
    public long columns(Work work) {
        return columns.walk(text, work);
    }

    /** All paragraphs of an article in one call; offsets count from the beginning of the article. */
    @Benchmark
    @Label(value = "TokenizedArticle", ours = true)
    public long tokenizedArticle(Work work) {
        long sum = 0;
        long count = 0;
        for (Article article : articles) {
            Tokens tokens = TokenizedArticle.of(article, tokenizer).tokens();
            int size = tokens.size();
            for (int i = 0; i < size; i++) {
                sum = Walk.add(sum, tokens.start(i), tokens.end(i));
            }
            count += size;
        }
        Walk.account(text, count, work);
        return sum;
    }

    static Article[] articles(TextSet text) {
        List<Article> articles = new ArrayList<>();
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : text.paragraphs()) {
            paragraphs.add(paragraph);
            if (paragraphs.size() == PARAGRAPHS_AN_ARTICLE) {
                articles.add(Article.of("a" + articles.size(), paragraphs));
                paragraphs.clear();
            }
        }
        if (!paragraphs.isEmpty()) {
            articles.add(Article.of("a" + articles.size(), paragraphs));
        }
        return articles.toArray(new Article[0]);
    }
}
