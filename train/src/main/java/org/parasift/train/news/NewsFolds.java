package org.parasift.train.news;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.parasift.train.corpus.Example;

/**
 * The data of a news model cut into parts; each part is held out once, with and without labels, while a model is made of
 * the rest. Two questions are asked: articles never seen ({@link #byArticle}), and sites never seen ({@link #bySite}).
 * Near-duplicates of a labelled article that is held out are never trained on, whatever their site. Deterministic: the
 * same data and seed give the same parts.
 */
public final class NewsFolds {
    private final String name;
    private final NewsData data;
    private final boolean sites;
    private final Map<String, Integer> foldOf;
    private final List<List<Example>> labelled = new ArrayList<>();
    private final List<List<RawArticle>> raw = new ArrayList<>();

    private NewsFolds(String name, NewsData data, boolean sites, int folds, long seed) {
        this.name = name;
        this.data = data;
        this.sites = sites;
        this.foldOf = deal(folds, seed);
        for (int fold = 0; fold < folds; fold++) {
            labelled.add(new ArrayList<>());
            raw.add(new ArrayList<>());
        }
        data.labelled().forEach(row -> labelled.get(foldOf(row)).add(row));
        hold();
    }

    /**
     * By cluster of near-duplicates.
     *
     * @param folds how many parts, at least two
     */
    public static NewsFolds byArticle(NewsData data, int folds, long seed) {
        return new NewsFolds("article", data, false, folds, seed);
    }

    /**
     * By site; articles of unknown site count as those of one.
     *
     * @param folds how many parts, at least two
     */
    public static NewsFolds bySite(NewsData data, int folds, long seed) {
        return new NewsFolds("site", data, true, folds, seed);
    }

    /** What is held out, as text for reports: {@code "article"} or {@code "site"}. */
    public String name() {
        return name;
    }

    /** All of it. */
    public NewsData data() {
        return data;
    }

    /** The number of parts. */
    public int folds() {
        return labelled.size();
    }

    /** The fold in which a labelled row is held out. */
    public int foldOf(Example row) {
        return fold(row.site(), row.article().id());
    }

    /** All labelled rows of a part, those that do not count among them. */
    public List<Example> labelled(int fold) {
        return Collections.unmodifiableList(labelled.get(fold));
    }

    /** The articles of a part that nobody has labelled and that have no near-duplicate outside of it. */
    public List<RawArticle> raw(int fold) {
        return Collections.unmodifiableList(raw.get(fold));
    }

    /** What a model may be made of that is asked about part {@code fold}. */
    public NewsData train(int fold) {
        Set<Integer> clusters = new HashSet<>();
        labelled.get(fold)
                .forEach(row -> clusters.add(data.clusterOf(row.article().id())));
        Set<String> groups = new HashSet<>();
        foldOf.forEach((group, of) -> {
            if (of == fold) {
                groups.add(group);
            }
        });
        if (sites) {
            return data.withoutSites(groups).withoutClusters(clusters);
        }
        groups.forEach(group -> clusters.add(Integer.valueOf(group)));
        return data.withoutClusters(clusters);
    }

    private int fold(String site, String article) {
        String group = group(site, article);
        Integer fold = foldOf.get(group);
        if (fold == null) {
            throw new IllegalArgumentException("article " + article + " of site " + site + " is not in the data");
        }
        return fold;
    }

    private String group(String site, String article) {
        return sites ? site : Integer.toString(data.clusterOf(article));
    }

    /** Groups from the largest to the smallest, each to the part that has least of what the group has most of. */
    private Map<String, Integer> deal(int folds, long seed) {
        if (folds < 2) {
            throw new IllegalArgumentException(folds + " folds (expected at least 2)");
        }
        Map<String, Integer> rows =
                count(data.labelled(), row -> group(row.site(), row.article().id()));
        Map<String, Integer> articles = count(
                data.raw(), article -> group(article.site(), article.article().id()));
        TreeSet<String> all = new TreeSet<>(rows.keySet());
        all.addAll(articles.keySet());
        List<String> order = new ArrayList<>(all);
        Collections.shuffle(order, new Random(seed));
        order.sort(Comparator.comparingInt((String group) -> -rows.getOrDefault(group, 0))
                .thenComparingInt(group -> -articles.getOrDefault(group, 0)));
        int[] filledRows = new int[folds];
        int[] filledArticles = new int[folds];
        Map<String, Integer> dealt = new LinkedHashMap<>();
        for (String group : order) {
            int[] filled = rows.containsKey(group) ? filledRows : filledArticles;
            int least = 0;
            for (int fold = 1; fold < folds; fold++) {
                least = filled[fold] < filled[least] ? fold : least;
            }
            dealt.put(group, least);
            filledRows[least] += rows.getOrDefault(group, 0);
            filledArticles[least] += articles.getOrDefault(group, 0);
        }
        return dealt;
    }

    private static <T> Map<String, Integer> count(List<T> things, Function<T, String> group) {
        Map<String, Integer> count = new TreeMap<>();
        things.forEach(thing -> count.merge(group.apply(thing), 1, Integer::sum));
        return count;
    }

    /** Of the articles without labels those whose whole cluster lies in one part. */
    private void hold() {
        Map<Integer, Set<Integer>> foldsOf = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (Example row : data.labelled()) {
            known.add(row.article().id());
            foldsOf.computeIfAbsent(data.clusterOf(row.article().id()), cluster -> new HashSet<>())
                    .add(foldOf(row));
        }
        for (RawArticle article : data.raw()) {
            foldsOf.computeIfAbsent(data.clusterOf(article.article().id()), cluster -> new HashSet<>())
                    .add(fold(article.site(), article.article().id()));
        }
        for (RawArticle article : data.raw()) {
            String id = article.article().id();
            boolean alone = foldsOf.getOrDefault(data.clusterOf(id), Set.of()).size() == 1;
            if (alone && !known.contains(id)) {
                raw.get(fold(article.site(), id)).add(article);
            }
        }
    }
}
