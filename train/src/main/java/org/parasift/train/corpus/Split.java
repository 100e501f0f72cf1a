package org.parasift.train.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parasift.text.Article;

/**
 * A corpus cut into parts; each part is tested once with a model trained on the others. Parts never share an article,
 * nor two articles with common sentences, and {@link #bySite} no site: a score over paragraphs dealt out singly is a lie.
 * Deterministic: the same corpus and seed give the same parts.
 *
 * @param name what is held out, as text for reports: {@code "article"}, {@code "site"} or {@code "text"}
 * @param parts the rows that count, each in exactly one part, in the order of the corpus
 * @param groups how many groups were dealt out; as many as parts when each part is one group
 */
public record Split(String name, List<List<Example>> parts, int groups) {
    /** Up to so many groups each is a part of its own. */
    private static final int LEAVE_ONE_OUT = 10;

    private static final int FOLDS = 5;

    public Split {
        parts = parts.stream().map(List::copyOf).toList();
    }

    /** The usual question: articles by cluster, or texts of their own. */
    public static Split of(Corpus corpus, long seed) {
        return corpus.plain() ? byText(corpus, FOLDS, seed) : byArticle(corpus, seed);
    }

    /** By near-duplicate cluster of articles: leave one out if there are few, else grouped folds of equal size. */
    public static Split byArticle(Corpus corpus, long seed) {
        return grouped("article", corpus, Clusters.of(corpus.articles(), false), seed);
    }

    /**
     * By site: the harder question, a site never seen. Sites that share near-duplicate articles stay together; an
     * article whose site is unknown is a site of its own.
     */
    public static Split bySite(Corpus corpus, long seed) {
        int[] cluster = Clusters.of(corpus.articles(), false);
        Map<String, String> siteOf = new HashMap<>();
        for (Example example : corpus.examples()) {
            siteOf.putIfAbsent(example.article().id(), example.site());
        }
        // Label propagation over two relations until nothing changes: same cluster, same site.
        int[] group = cluster.clone();
        boolean changed = true;
        while (changed) {
            changed = false;
            Map<String, Integer> ofSite = new HashMap<>();
            Map<Integer, Integer> ofCluster = new HashMap<>();
            for (int a = 0; a < group.length; a++) {
                String site = siteOf.getOrDefault(corpus.articles().get(a).id(), "");
                if (!site.isEmpty()) {
                    ofSite.merge(site, group[a], Math::min);
                }
                ofCluster.merge(cluster[a], group[a], Math::min);
            }
            for (int a = 0; a < group.length; a++) {
                String site = siteOf.getOrDefault(corpus.articles().get(a).id(), "");
                int least = Math.min(group[a], ofCluster.getOrDefault(cluster[a], group[a]));
                least = Math.min(least, ofSite.getOrDefault(site, least));
                changed |= least != group[a];
                group[a] = least;
            }
        }
        return grouped("site", corpus, group, seed);
    }

    /** Texts of their own in {@code folds} stratified parts; equal and near-equal texts stay together. */
    public static Split byText(Corpus corpus, int folds, long seed) {
        int[] cluster = Clusters.of(corpus.articles(), true);
        Map<Integer, List<Example>> groups = groups(corpus, cluster);
        // By label (of a group: its first), each label's groups in a seeded order, dealt to the part that has least.
        TreeMap<String, List<List<Example>>> byLabel = new TreeMap<>();
        for (List<Example> group : shuffled(groups, seed)) {
            byLabel.computeIfAbsent(group.get(0).label(), label -> new ArrayList<>())
                    .add(group);
        }
        int[] part = new int[corpus.articles().size()];
        Map<String, Integer> indexOf = index(corpus);
        int count = Math.min(folds, groups.size());
        int[] total = new int[count];
        for (List<List<Example>> label : byLabel.values()) {
            int[] filled = new int[count];
            for (List<Example> group : label) {
                int least = 0;
                for (int p = 1; p < count; p++) {
                    if (filled[p] < filled[least] || (filled[p] == filled[least] && total[p] < total[least])) {
                        least = p;
                    }
                }
                filled[least] += group.size();
                total[least] += group.size();
                for (Example example : group) {
                    part[place(indexOf, example)] = least;
                }
            }
        }
        return new Split("text", collect(corpus, part, count), groups.size());
    }

    /** Articles that share text with others, cluster by cluster, in the order of the corpus. */
    public static List<List<Article>> nearDuplicates(Corpus corpus) {
        int[] cluster = Clusters.of(corpus.articles(), corpus.plain());
        TreeMap<Integer, List<Article>> members = new TreeMap<>();
        for (int a = 0; a < cluster.length; a++) {
            members.computeIfAbsent(cluster[a], first -> new ArrayList<>())
                    .add(corpus.articles().get(a));
        }
        return members.values().stream()
                .filter(own -> own.size() > 1)
                .map(List::copyOf)
                .toList();
    }

    /** The number of parts. */
    public int folds() {
        return parts.size();
    }

    /** The rows tested in fold {@code fold}. */
    public List<Example> test(int fold) {
        return parts.get(fold);
    }

    /** The rows trained on in fold {@code fold}: all others. */
    public List<Example> train(int fold) {
        List<Example> train = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            if (p != fold) {
                train.addAll(parts.get(p));
            }
        }
        return train;
    }

    private static Split grouped(String name, Corpus corpus, int[] groupOf, long seed) {
        Map<Integer, List<Example>> groups = groups(corpus, groupOf);
        int[] part = new int[corpus.articles().size()];
        Map<String, Integer> indexOf = index(corpus);
        int count = Math.min(groups.size(), LEAVE_ONE_OUT);
        List<List<Example>> order = new ArrayList<>(groups.values());
        if (groups.size() > LEAVE_ONE_OUT) {
            // The largest first, each to the part with fewest rows: parts of equal size, in a seeded order.
            order = shuffled(groups, seed);
            order.sort(Comparator.comparingInt((List<Example> group) -> -group.size()));
        }
        int[] filled = new int[count];
        for (List<Example> group : order) {
            int least = 0;
            for (int p = 1; p < count; p++) {
                if (filled[p] < filled[least]) {
                    least = p;
                }
            }
            filled[least] += group.size();
            for (Example example : group) {
                part[place(indexOf, example)] = least;
            }
        }
        return new Split(name, collect(corpus, part, count), groups.size());
    }

    /** The rows that count, by group, groups in the order of the corpus. */
    private static Map<Integer, List<Example>> groups(Corpus corpus, int[] groupOf) {
        Map<String, Integer> indexOf = index(corpus);
        Map<Integer, List<Example>> groups = new LinkedHashMap<>();
        for (Example example : corpus.counted()) {
            groups.computeIfAbsent(groupOf[place(indexOf, example)], group -> new ArrayList<>())
                    .add(example);
        }
        return groups;
    }

    private static Map<String, Integer> index(Corpus corpus) {
        Map<String, Integer> indexOf = new HashMap<>();
        for (int a = 0; a < corpus.articles().size(); a++) {
            indexOf.put(corpus.articles().get(a).id(), a);
        }
        return indexOf;
    }

    private static int place(Map<String, Integer> indexOf, Example example) {
        Integer index = indexOf.get(example.article().id());
        if (index == null) {
            throw new IllegalArgumentException("article " + example.article().id() + " is not in the corpus");
        }
        return index;
    }

    private static List<List<Example>> shuffled(Map<Integer, List<Example>> groups, long seed) {
        List<List<Example>> order = new ArrayList<>(groups.values());
        long[] rank = new long[order.size()];
        Arrays.setAll(rank, i -> Shingles.mix(seed * 0x9E3779B97F4A7C15L + i + 1));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < rank.length; i++) {
            places.add(i);
        }
        places.sort(Comparator.comparingLong(i -> rank[i]));
        List<List<Example>> shuffled = new ArrayList<>();
        places.forEach(i -> shuffled.add(order.get(i)));
        return shuffled;
    }

    private static List<List<Example>> collect(Corpus corpus, int[] part, int count) {
        Map<String, Integer> indexOf = index(corpus);
        List<List<Example>> parts = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            parts.add(new ArrayList<>());
        }
        for (Example example : corpus.counted()) {
            parts.get(part[place(indexOf, example)]).add(example);
        }
        parts.removeIf(List::isEmpty);
        return Collections.unmodifiableList(parts);
    }
}
