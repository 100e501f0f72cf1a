package org.parasift.train.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureFamily;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Page;
import org.parasift.features.Weighting;
import org.parasift.text.Article;
import org.parasift.token.Tailoring;

/**
 * What is to be seen around a paragraph, whatever model judges it: {@code repeats paragraph 0}, {@code neighbours are
 * headlines}, {@code 0 of 9 names occur elsewhere in the article}. Immutable and thread-safe.
 */
public final class Context {
    /** From this share on a paragraph is said to stand in another one. */
    private static final float MOST = 0.5f;

    private final FeatureExtractor extractor = new FeatureRecipe(
                    EnumSet.of(Tailoring.ACCENT_APOSTROPHE),
                    List.of(
                            new FeatureFamily.Neighbours(),
                            new FeatureFamily.Runs(),
                            new FeatureFamily.Repetition(),
                            new FeatureFamily.Cohesion()),
                    Weighting.BINARY_L2)
            .compile();

    /** Ready for any article. */
    public Context() {}

    /** What is to be seen around a paragraph of an article; nothing, if it is all there is. */
    public List<String> of(Article article, int paragraph) {
        List<String> facts = new ArrayList<>();
        int size = article.paragraphs().size();
        if (size == 1) {
            return facts;
        }
        Page page = new Page();
        page.open(article, extractor.tokenizer());
        float[] row = new float[extractor.columns().size()];
        extractor.fill(page, paragraph, row);
        repeats(facts, article, paragraph, row);
        boolean before = is(row, "neighbours:before-headline");
        boolean after = is(row, "neighbours:after-headline");
        if (before && after) {
            facts.add("neighbours are headlines");
        } else if (before || after) {
            facts.add("the paragraph " + (before ? "before" : "after") + " is a headline");
        }
        int length = (int) value(row, "runs:length");
        if (length > 1) {
            facts.add(
                    "in a row of " + length + " headlines" + (is(row, "runs:to-end") ? " that ends the article" : ""));
        }
        int names = (int) value(row, "cohesion:names");
        if (names > 0) {
            facts.add(Math.round(names * value(row, "cohesion:names-share")) + " of " + names
                    + (names == 1 ? " name occurs" : " names occur") + " elsewhere in the article");
        }
        return facts;
    }

    private void repeats(List<String> facts, Article article, int paragraph, float[] row) {
        if (is(row, "repetition:equal-before")) {
            facts.add("repeats paragraph " + likest(article, paragraph, 0, paragraph));
        } else if (value(row, "repetition:runs-before") >= MOST) {
            facts.add(percent(value(row, "repetition:runs-before")) + " of it stands in paragraph "
                    + likest(article, paragraph, 0, paragraph));
        }
        int last = article.paragraphs().size();
        if (is(row, "repetition:equal-after")) {
            facts.add("is repeated by paragraph " + likest(article, paragraph, paragraph + 1, last));
        } else if (value(row, "repetition:runs-after") >= MOST) {
            facts.add(percent(value(row, "repetition:runs-after")) + " of it stands again in paragraph "
                    + likest(article, paragraph, paragraph + 1, last));
        }
    }

    /** Of the paragraphs from one to before another the one whose words are most alike, the first of equals. */
    private static int likest(Article article, int paragraph, int from, int to) {
        Set<String> own = words(article.text(paragraph));
        int best = from;
        double most = -1;
        for (int q = from; q < to; q++) {
            Set<String> other = words(article.text(q));
            Set<String> common = new HashSet<>(other);
            common.retainAll(own);
            double alike = (double) common.size() / (own.size() + other.size() - common.size());
            if (alike > most) {
                most = alike;
                best = q;
            }
        }
        return best;
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)));
    }

    private static String percent(float share) {
        return Math.round(100 * share) + " %";
    }

    private boolean is(float[] row, String column) {
        return value(row, column) > 0;
    }

    private float value(float[] row, String column) {
        return row[extractor.columns().indexOf(column)];
    }
}
