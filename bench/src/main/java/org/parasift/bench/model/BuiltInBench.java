package org.parasift.bench.model;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parasift.bench.report.Label;
import org.parasift.bench.text.BenchText;
import org.parasift.bench.text.NewsText;
import org.parasift.bench.text.Work;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Session;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.Page;
import org.parasift.text.Article;
import org.parasift.token.Tokenizer;
import org.parasift.token.Tokens;

/**
 * How fast is the built-in model? Whole articles, every paragraph of them, from String to probability; and how much of it
 * goes into the columns that its trees read.
 */
@State(Scope.Thread)
@Label(value = "How fast does the built-in model sort the paragraphs of articles?", items = "tokens")
public class BuiltInBench {
    private final List<Article> articles = NewsText.articles();
    private final long bytes =
            BenchText.utf8Bytes(articles.stream().map(Article::text).toList());
    private final ParagraphClassifier classifier = ParagraphClassifier.builtIn();
    private final Session session = classifier.session();
    private final FeatureExtractor extractor =
            classifier.model().recipe().compile(classifier.model().knowledge());
    private final long tokens = tokens(articles, extractor.tokenizer());
    private final Page page = new Page();
    private final float[] row = new float[extractor.columns().size()];

    /** Makes or reads the articles. */
    public BuiltInBench() {}

    /** The number of paragraphs that are called spam, with one thread's session. */
    @Benchmark
    @Label(value = "Parasift Session", ours = true)
    public long parasift(Work work) {
        long spam = 0;
        for (Article article : articles) {
            session.open(article);
            for (int p = 0; p < session.paragraphs(); p++) {
                spam += session.classify(p);
            }
        }
        return account(spam, work);
    }

    /** The number of paragraphs that are called spam, a Verdict each. */
    @Benchmark
    @Label(value = "Parasift classify, verdicts", ours = true)
    public long parasiftVerdicts(Work work) {
        long spam = 0;
        for (Article article : articles) {
            spam += classifier.classify(article).stream()
                    .filter(verdict -> verdict.label().equals("spam"))
                    .count();
        }
        return account(spam, work);
    }

    /** The columns alone; the number of those of all paragraphs that are not 0. */
    @Benchmark
    @Label(value = "Parasift, columns without trees", ours = true)
    public long parasiftColumns(Work work) {
        long filled = 0;
        for (Article article : articles) {
            page.open(article, extractor.tokenizer());
            for (int p = 0; p < page.paragraphs(); p++) {
                extractor.fill(page, p, row);
                for (float number : row) {
                    filled += number != 0 ? 1 : 0;
                }
            }
        }
        return account(filled, work);
    }

    private long account(long answer, Work work) {
        work.textBytes += bytes;
        work.items += tokens;
        return answer;
    }

    private static long tokens(List<Article> articles, Tokenizer tokenizer) {
        Tokens found = new Tokens();
        long count = 0;
        for (Article article : articles) {
            found.clear();
            tokenizer.tokenize(article.text(), 0, article.text().length(), found);
            count += found.size();
        }
        return count;
    }
}
