package consumer;

import java.util.List;
import org.parasift.text.Article;
import org.parasift.text.ParagraphSplitter;
import org.parasift.token.TokenizedArticle;
import org.parasift.token.Tokenizer;

/** What a first user of the library writes. */
public final class Consumer {
    private Consumer() {}

    /** The words of paragraph {@code index} of a text. */
    public static List<String> words(String text, int index) {
        Article article = ParagraphSplitter.split("example", text);
        TokenizedArticle tokenized = TokenizedArticle.of(article, Tokenizer.standard());
        return java.util.stream.IntStream.range(tokenized.first(index), tokenized.end(index))
                .mapToObj(i -> text.substring(
                        tokenized.tokens().start(i), tokenized.tokens().end(i)))
                .toList();
    }
}
