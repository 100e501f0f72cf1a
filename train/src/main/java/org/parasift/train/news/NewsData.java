package org.parasift.train.news;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.parasift.text.Article;
import org.parasift.train.corpus.Clusters;
import org.parasift.train.corpus.Example;

/**
 * What a news model is made of.
 *
 * @param labelled rows of articles labelled by hand, with their sites; the rows that do not count among them
 * @param pages rows of pages of which the main text is known, on whatever subject
 * @param raw articles without labels
 * @param headlines headlines, of whatever subject
 * @param clickbait those of them that are of anything but politics
 * @param cluster for each article's id the number of its cluster of near-duplicates, over labelled articles, pages and raw articles
 * @param chosen the ids of labelled articles that were chosen for what they hold, not as they come: they train, but say
 *     nothing about how frequent spam is
 * @param hashes SHA-256 of every file that was read
 */
public record NewsData(
        List<Example> labelled,
        List<Example> pages,
        List<RawArticle> raw,
        List<String> headlines,
        Set<String> clickbait,
        Map<String, Integer> cluster,
        Set<String> chosen,
        SortedMap<String, String> hashes) {
    public NewsData {
        labelled = List.copyOf(labelled);
        pages = List.copyOf(pages);
        raw = List.copyOf(raw);
        headlines = List.copyOf(headlines);
        clickbait = Set.copyOf(clickbait);
        cluster = Map.copyOf(cluster);
        chosen = Set.copyOf(chosen);
        hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
    }

    /** The number of every article's cluster, whatever the order they come in. */
    static Map<String, Integer> clusters(List<Example> labelled, List<Example> pages, List<RawArticle> raw) {
        SortedMap<String, Article> articles = new TreeMap<>();
        labelled.forEach(row -> articles.putIfAbsent(row.article().id(), row.article()));
        pages.forEach(row -> articles.putIfAbsent(row.article().id(), row.article()));
        raw.forEach(article -> articles.putIfAbsent(article.article().id(), article.article()));
        List<Article> all = List.copyOf(articles.values());
        int[] cluster = Clusters.of(all, false);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < cluster.length; i++) {
            numbers.put(all.get(i).id(), cluster[i]);
        }
        return numbers;
    }

    /** What remains without everything of some sites: the question of a site never seen. */
    public NewsData withoutSites(Set<String> sites) {
        return without(sites::contains, Set.of());
    }

    /** What remains without some articles and all near-duplicates of them. */
    public NewsData withoutClusters(Set<Integer> clusters) {
        return without(site -> false, clusters);
    }

    /** The same with other sites of labelled and raw articles, by the article's id and its site. */
    NewsData withSites(BinaryOperator<String> site) {
        return new NewsData(
                labelled.stream()
                        .map(row -> new Example(
                                row.article(),
                                row.paragraph(),
                                row.label(),
                                row.kind(),
                                row.sure(),
                                site.apply(row.article().id(), row.site()),
                                row.line()))
                        .toList(),
                pages,
                raw.stream()
                        .map(article -> article.at(site.apply(article.article().id(), article.site())))
                        .toList(),
                headlines,
                clickbait,
                cluster,
                chosen,
                hashes);
    }

    /** The number of an article's cluster; -1 of one that is not known. */
    public int clusterOf(String article) {
        return cluster.getOrDefault(article, -1);
    }

    private NewsData without(Predicate<String> site, Set<Integer> clusters) {
        Predicate<Example> stays = row -> !site.test(row.site())
                && !clusters.contains(clusterOf(row.article().id()));
        return new NewsData(
                labelled.stream().filter(stays).toList(),
                pages.stream().filter(stays).toList(),
                raw.stream()
                        .filter(article -> !site.test(article.site())
                                && !clusters.contains(
                                        clusterOf(article.article().id())))
                        .toList(),
                headlines,
                clickbait,
                cluster,
                chosen,
                hashes);
    }
}
