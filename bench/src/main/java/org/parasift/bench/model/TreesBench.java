package org.parasift.bench.model;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parasift.bench.report.Label;
import org.parasift.bench.text.NewsText;
import org.parasift.bench.text.Work;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Trees;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.Page;
import org.parasift.text.Article;

/**
 * What is it worth to score all paragraphs of an article at once, a bit each, or to walk complete trees side by side without
 * a branch? The built-in model's trees over the columns of news paragraphs; and the same with a number missing that no tree
 * asks for, which sends all of them node by node.
 */
@State(Scope.Thread)
@Label(value = "What is it worth to score many rows at once?", items = "rows")
public class TreesBench {
    private static final int ARTICLES = 500;

    private final Trees trees;
    private final List<float[]> rows = new ArrayList<>();
    private final List<float[][]> pages = new ArrayList<>();
    private final List<float[]> withMissing = new ArrayList<>();

    /** Fills the rows. */
    public TreesBench() {
        Model model = ParagraphClassifier.builtIn().model();
        trees = model.trees().orElseThrow();
        int unasked = unasked(trees);
        FeatureExtractor extractor = model.recipe().compile(model.knowledge());
        Page page = new Page();
        List<Article> articles = NewsText.articles();
        for (Article article : articles.subList(0, Math.min(ARTICLES, articles.size()))) {
            page.open(article, extractor.tokenizer());
            float[][] all = new float[page.paragraphs()][];
            for (int p = 0; p < page.paragraphs(); p++) {
                float[] row = new float[extractor.columns().size()];
                extractor.fill(page, p, row);
                rows.add(row);
                all[p] = row;
                float[] less = row.clone();
                less[unasked] = Float.NaN;
                withMissing.add(less);
            }
            pages.add(all);
        }
    }

    /** The rows of an article at once, as the model is scored. */
    @Benchmark
    @Label(value = "Parasift, the rows of an article at once", ours = true)
    public long parasift(Work work) {
        double sum = 0;
        for (float[][] page : pages) {
            for (double score : trees.score(page)) {
                sum += score;
            }
            work.items += page.length;
        }
        return Math.round(sum * 1e6);
    }

    /** Complete trees, as a text alone is scored. */
    @Benchmark
    @Label("complete trees side by side")
    public long completeTrees(Work work) {
        return score(rows, work);
    }

    /** A node after the other, with a branch at each. */
    @Benchmark
    @Label("node by node")
    public long nodeByNode(Work work) {
        return score(withMissing, work);
    }

    /** Millionths of the first output's sum, so that a test can compare and nothing is optimised away. */
    private long score(List<float[]> of, Work work) {
        double sum = 0;
        for (float[] row : of) {
            sum += trees.score(row);
        }
        work.items += of.size();
        return Math.round(sum * 1e6);
    }

    private static int unasked(Trees trees) {
        for (int column = 0; column < trees.columns().size(); column++) {
            if (!trees.asked().containsKey(trees.columns().get(column))) {
                return column;
            }
        }
        throw new IllegalStateException("the built-in trees ask for every column");
    }
}
