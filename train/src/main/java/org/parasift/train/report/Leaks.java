package org.parasift.train.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.parasift.text.Article;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Split;

/**
 * Ways in which the answer could have been known beforehand: articles that share text, and rows that stand in the data
 * word for word more than once, with the same label or with another.
 *
 * @param clusters articles that share text; they were held out together
 * @param copies rows whose exact text stands in another part too
 * @param contradictions texts that have different labels, in the order of the corpus
 */
record Leaks(List<List<Article>> clusters, long copies, List<Contradiction> contradictions) {
    private static final int CLUSTERS = 20;
    private static final int NAMES = 6;
    private static final int CONTRADICTIONS = 10;
    private static final int CHARS = 160;

    /** A text with its labels. */
    record Contradiction(String text, TreeSet<String> labels, int rows) {}

    static Leaks of(Corpus corpus, Optional<Split> split) {
        Map<Example, Integer> partOf = new HashMap<>();
        split.ifPresent(parts -> {
            for (int fold = 0; fold < parts.folds(); fold++) {
                int part = fold;
                parts.test(fold).forEach(row -> partOf.put(row, part));
            }
        });
        Map<String, List<Example>> byText = new LinkedHashMap<>();
        for (Example row : corpus.counted()) {
            byText.computeIfAbsent(row.text(), text -> new ArrayList<>()).add(row);
        }
        long copies = 0;
        List<Contradiction> contradictions = new ArrayList<>();
        for (Map.Entry<String, List<Example>> entry : byText.entrySet()) {
            TreeSet<Integer> parts = new TreeSet<>();
            TreeSet<String> labels = new TreeSet<>();
            entry.getValue().forEach(row -> {
                parts.add(partOf.getOrDefault(row, 0));
                labels.add(row.label());
            });
            copies += parts.size() > 1 ? entry.getValue().size() : 0;
            if (labels.size() > 1) {
                contradictions.add(new Contradiction(
                        entry.getKey(), labels, entry.getValue().size()));
            }
        }
        return new Leaks(Split.nearDuplicates(corpus), copies, contradictions);
    }

    /** The section of the report. */
    void section(Html page, Corpus corpus, boolean heldOut) {
        String texts = corpus.plain() ? "text" : "article";
        page.section("leaks", "Near-duplicates and leaks");
        int inside = clusters.stream().mapToInt(List::size).sum();
        page.element(
                "p",
                clusters.isEmpty()
                        ? "No two " + texts + "s share enough text to be near-duplicates."
                        : Figures.count(inside, texts) + " in " + Figures.count(clusters.size(), "cluster")
                                + " share text with others"
                                + (heldOut
                                        ? "; each cluster was held out as a whole, so none of it leaked."
                                        : "; they are not independent evidence."));
        if (!clusters.isEmpty()) {
            page.raw("<ul class=\"plain\">");
            clusters.stream().limit(CLUSTERS).forEach(cluster -> page.element("li", names(cluster)));
            page.raw("</ul>");
            if (clusters.size() > CLUSTERS) {
                page.element("p class=\"note\"", "Shown: the first " + CLUSTERS + ".");
            }
        }
        if (heldOut) {
            page.element(
                    "p",
                    copies == 0
                            ? "No scored row stands word for word in another part."
                            : Figures.count(copies, "scored row") + " of "
                                    + Figures.count(corpus.counted().size())
                                    + " stand word for word in another part, most of them furniture of a site or one-line"
                                    + " phrases: on these the model may remember rather than judge.");
        }
        if (!contradictions.isEmpty()) {
            page.element(
                    "p",
                    Figures.count(contradictions.size(), "text")
                            + (contradictions.size() == 1 ? " occurs" : " occur") + " with different labels"
                            + (corpus.plain() ? ":" : " (context may decide, or a label is wrong):"));
            page.raw("<ul>");
            contradictions.stream()
                    .limit(CONTRADICTIONS)
                    .forEach(found -> page.element(
                            "li",
                            "“" + Reading.cut(found.text, CHARS) + "” — " + String.join(" and ", found.labels) + ", "
                                    + Figures.count(found.rows, "row")));
            page.raw("</ul>");
            if (contradictions.size() > CONTRADICTIONS) {
                page.element("p class=\"note\"", "Shown: the first " + CONTRADICTIONS + ".");
            }
        }
        page.end();
    }

    private static String names(List<Article> cluster) {
        List<String> names = cluster.stream().limit(NAMES).map(Article::id).toList();
        return String.join(", ", names)
                + (cluster.size() > NAMES ? " and " + Figures.count(cluster.size() - NAMES) + " more" : "");
    }
}
