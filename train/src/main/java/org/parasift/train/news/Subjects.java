package org.parasift.train.news;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parasift.classify.TextScores;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureVector;
import org.parasift.features.Page;
import org.parasift.text.Article;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;
import org.parasift.train.fit.TextScoreFitter;

/**
 * What tells other subjects from geopolitics: paragraphs of articles whose subject is known, of pages on whatever subject,
 * and clickbait. The articles are political, so that without the others the words of sport, food and gossip would be
 * unknown. Of pages nobody has said what they are about: those count as on other subjects that a first score, of the
 * articles alone, does not find geopolitical.
 */
final class Subjects {
    private static final String GEOPOLITICS = "geopolitics";
    private static final List<String> LABELS = List.of(GEOPOLITICS, NewsSettings.SUBJECT_SCORE);

    private static final int LEAST_PROSE = 10;
    private static final int PARAGRAPHS_AN_ARTICLE = 8;
    private static final String CLICKBAIT = "clickbait";
    private static final int CLICKBAIT_SHARE = 3;
    private static final float CLICKBAIT_WEIGHT = 0.5f;

    /** There are few pages, and they are all there is of sport, food and hobbies. */
    private static final float PAGE_WEIGHT = 4;

    /** Of articles with a side of geopolitics, which are not to be told as others, but of whose words few are about it. */
    private static final float MIXED_WEIGHT = 0.1f;

    private final FeatureExtractor words;
    private final Set<String> mixed = new HashSet<>();
    private final List<Example> rows = new ArrayList<>();
    private final List<Example> otherPages = new ArrayList<>();

    /**
     * Collects what is learned from.
     *
     * @param raw articles; those of unclear subjects teach nothing
     */
    Subjects(NewsData data, List<RawArticle> raw, FeatureExtractor words, long seed) {
        this.words = words;
        for (RawArticle article : raw) {
            Topics topic = article.subject();
            if (topic != Topics.UNCLEAR) {
                String label = topic == Topics.OTHER ? NewsSettings.SUBJECT_SCORE : GEOPOLITICS;
                List<Example> prose = prose(article.article(), label, article.site());
                rows.addAll(prose);
                if (topic == Topics.MIXED) {
                    mixed.add(article.article().id());
                }
            }
        }
        TextScores first = TextScoreFitter.together(
                List.of(fitter().fit(IntStream.range(0, rows.size()).toArray(), seed)));
        pages(data).forEach((page, site) -> {
            List<Example> prose = prose(page, NewsSettings.SUBJECT_SCORE, site);
            if (!prose.isEmpty() && mean(first, prose) > 0) {
                int any = prose.get(0).paragraph();
                otherPages.add(new Example(page, any, NewsTrainer.SPAM, "", Sure.YES, site, 0));
                rows.addAll(prose);
            }
        });
        for (int i = 0; i < data.headlines().size(); i += CLICKBAIT_SHARE) {
            String headline = data.headlines().get(i);
            if (data.clickbait().contains(headline)) {
                rows.add(new Example(
                        Article.of(headline, List.of(headline)),
                        0,
                        NewsSettings.SUBJECT_SCORE,
                        CLICKBAIT,
                        Sure.YES,
                        "",
                        0));
            }
        }
    }

    /** The rows that {@link #fitter} knows. */
    List<Example> rows() {
        return rows;
    }

    /** A row of spam for each page that counts as on another subject. */
    List<Example> otherPages() {
        return otherPages;
    }

    /** Of the rows so far. Articles with few paragraphs weigh less, but not each of their paragraphs more. */
    TextScoreFitter fitter() {
        Map<String, Integer> count = new HashMap<>();
        rows.forEach(row -> count.merge(row.article().id(), 1, Integer::sum));
        Set<String> pages = otherPages.stream().map(row -> row.article().id()).collect(Collectors.toSet());
        float[] weight = new float[rows.size()];
        for (int r = 0; r < weight.length; r++) {
            Example row = rows.get(r);
            int of = Objects.requireNonNull(count.get(row.article().id()));
            float whose = weight(row.article().id(), pages);
            weight[r] = row.kind().equals(CLICKBAIT) ? CLICKBAIT_WEIGHT : whose * 10 / (5 + of);
        }
        return new TextScoreFitter(NewsSettings.SUBJECT_SCORE, LABELS, rows, weight, words);
    }

    private float weight(String article, Set<String> pages) {
        return pages.contains(article) ? PAGE_WEIGHT : mixed.contains(article) ? MIXED_WEIGHT : 1;
    }

    /** The pages' main text, with their sites. */
    private static Map<Article, String> pages(NewsData data) {
        Map<Article, List<String>> texts = new LinkedHashMap<>();
        Map<Article, String> sites = new HashMap<>();
        for (Example row : data.pages()) {
            if (row.counts() && !row.label().equals(NewsTrainer.SPAM)) {
                texts.computeIfAbsent(row.article(), page -> new ArrayList<>()).add(row.text());
                sites.put(row.article(), row.site());
            }
        }
        Map<Article, String> pages = new LinkedHashMap<>();
        texts.forEach((page, text) -> pages.put(Article.of(page.id(), text), Objects.requireNonNull(sites.get(page))));
        return pages;
    }

    /** Some paragraphs of prose, from all over the article. */
    private static List<Example> prose(Article article, String label, String site) {
        int[] prose = IntStream.range(0, article.paragraphs().size())
                .filter(p -> Sentences.isProse(article.text(p), LEAST_PROSE))
                .toArray();
        int count = Math.min(prose.length, PARAGRAPHS_AN_ARTICLE);
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Example(article, prose[i * prose.length / count], label, "", Sure.YES, site, 0));
        }
        return rows;
    }

    private double mean(TextScores scores, List<Example> rows) {
        Page page = new Page();
        FeatureVector vector = new FeatureVector();
        double[] score = new double[1];
        double sum = 0;
        for (Example row : rows) {
            page.open(row.text(), words.tokenizer());
            words.extract(page, 0, vector);
            scores.score(vector, score);
            sum += score[0];
        }
        return sum / rows.size();
    }
}
