package org.parasift.bench.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.parasift.token.TokenCursor;
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
    private final ParasiftWalk columns = new ParasiftWalk(new Tokens());
    private final LuceneWalk lucene = new LuceneWalk();
    private final Tokenizer tokenizer = Tokenizer.standard();
    private final TokenCursor cursor = tokenizer.cursor();
    private final Tokens tokens = new Tokens();
    private final TokenizedArticle filled = new TokenizedArticle();
    private final char[][] chars =
            Arrays.stream(text.paragraphs()).map(String::toCharArray).toArray(char[][]::new);
    private final byte[][] bytes = Arrays.stream(text.paragraphs())
            .map(paragraph -> paragraph.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    private final StringBuilder[] builders =
            Arrays.stream(text.paragraphs()).map(StringBuilder::new).toArray(StringBuilder[]::new);

    /** All forms of the same text, moved together in memory as {@link TextSet#of} does. */
    public ShapesBench() {
        System.gc();
    }

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

    /** A cursor, one paragraph String a call. */
    @Benchmark
    @Label(value = "cursor, String a paragraph", ours = true)
    public long cursor(Work work) {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            cursor.over(paragraph);
            while (cursor.next()) {
                sum = Walk.add(sum, cursor.start(), cursor.end());
                count++;
            }
        }
        Walk.account(text, count, work);
        return sum;
    }

    /** Reused columns, one StringBuilder a paragraph: a CharSequence that is no String. */
    @Benchmark
    @Label(value = "columns, StringBuilder a paragraph", ours = true)
    public long charSequence(Work work) {
        long sum = 0;
        long count = 0;
        for (StringBuilder paragraph : builders) {
            tokens.clear();
            tokenizer.tokenize(paragraph, 0, paragraph.length(), tokens);
            sum += offsets(tokens);
            count += tokens.size();
        }
        Walk.account(text, count, work);
        return sum;
    }

    /** Reused columns, one array of chars a paragraph. */
    @Benchmark
    @Label(value = "columns, char[] a paragraph", ours = true)
    public long chars(Work work) {
        long sum = 0;
        long count = 0;
        for (char[] paragraph : chars) {
            tokens.clear();
            tokenizer.tokenize(paragraph, 0, paragraph.length, tokens);
            sum += offsets(tokens);
            count += tokens.size();
        }
        Walk.account(text, count, work);
        return sum;
    }

    /** Reused columns, one array of UTF-8 a paragraph; offsets are bytes. */
    @Benchmark
    @Label(value = "columns, UTF-8 bytes a paragraph", ours = true)
    public long bytes(Work work) {
        long sum = 0;
        long count = 0;
        for (byte[] paragraph : bytes) {
            tokens.clear();
            tokenizer.tokenize(paragraph, 0, paragraph.length, tokens);
            sum += offsets(tokens);
            count += tokens.size();
        }
        Walk.account(text, count, work);
        return sum;
    }

    /** All paragraphs of an article in one call, a new object an article; offsets count from the article's beginning. */
    @Benchmark
    @Label(value = "TokenizedArticle, new", ours = true)
    public long articleNew(Work work) {
        long sum = 0;
        long count = 0;
        for (Article article : articles) {
            Tokens found = TokenizedArticle.of(article, tokenizer).tokens();
            sum += offsets(found);
            count += found.size();
        }
        Walk.account(text, count, work);
        return sum;
    }

    /** All paragraphs of an article in one call, the same object filled again. */
    @Benchmark
    @Label(value = "TokenizedArticle, filled again", ours = true)
    public long articleFilled(Work work) {
        long sum = 0;
        long count = 0;
        for (Article article : articles) {
            filled.fill(article, tokenizer);
            sum += offsets(filled.tokens());
            count += filled.tokens().size();
        }
        Walk.account(text, count, work);
        return sum;
    }

    /** For scale: Lucene, one paragraph String a call. */
    @Benchmark
    @Label("Lucene StandardTokenizer, String a paragraph")
    public long lucene(Work work) throws IOException {
        return lucene.walk(text, work);
    }

    private static long offsets(Tokens tokens) {
        long sum = 0;
        int size = tokens.size();
        for (int i = 0; i < size; i++) {
            sum = Walk.add(sum, tokens.start(i), tokens.end(i));
        }
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
