package org.parasift.train.corpus;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parasift.text.Article;

/**
 * Groups of articles that share text. Two articles belong together if they share {@value #SHARED} shingles or more, that
 * is a run of 19 words or two sentences of ten, as agency copy does; two texts of their own if they share half the
 * shingles of the shorter one. Shingles that stand in more than {@value #COMMON} articles are the furniture of a site or
 * a phrase of the day and join nobody; equal texts are joined however many there are.
 *
 * <p>Every shared shingle is counted, none sampled: a MinHash signature sees two articles that resemble each other but
 * overlooks one shared paragraph between two long ones, and that paragraph is what leaks.
 */
public final class Clusters {
    static final int SHARED = 12;
    static final int COMMON = 16;

    /** The low bits of an entry hold the article; the high bits are enough of the hash to tell shingles apart. */
    private static final int ARTICLE_BITS = 24;

    private static final long ARTICLE_MASK = (1L << ARTICLE_BITS) - 1;

    private final int[] parent;

    private Clusters(int articles) {
        if (articles > ARTICLE_MASK) {
            throw new IllegalArgumentException(articles + " articles, at most " + ARTICLE_MASK);
        }
        parent = new int[articles];
        Arrays.setAll(parent, i -> i);
    }

    /**
     * For each article the index of the first article of its cluster.
     *
     * @param plain whether the articles are texts of their own
     */
    public static int[] of(List<Article> articles, boolean plain) {
        Clusters clusters = new Clusters(articles.size());
        long[] entries = new long[1024];
        int size = 0;
        int[] shingles = new int[articles.size()];
        Map<Long, Integer> whole = new HashMap<>();
        for (int a = 0; a < articles.size(); a++) {
            long[] own = Shingles.of(articles.get(a));
            shingles[a] = own.length;
            Integer first = whole.putIfAbsent(Shingles.mix(Arrays.hashCode(own) * 31L + own.length), a);
            if (first != null && own.length > 0) {
                clusters.join(first, a);
                continue;
            }
            if (entries.length - size < own.length) {
                entries = Arrays.copyOf(entries, Math.max(entries.length * 2, size + own.length));
            }
            for (long shingle : own) {
                entries[size++] = (shingle & ~ARTICLE_MASK) | a;
            }
        }
        Arrays.sort(entries, 0, size);
        Map<Long, Integer> shared = shared(entries, size);
        shared.forEach((pair, count) -> {
            int a = (int) (pair >>> 32);
            int b = pair.intValue();
            int enough = plain ? (Math.min(shingles[a], shingles[b]) + 1) / 2 : SHARED;
            if (count >= enough) {
                clusters.join(a, b);
            }
        });
        int[] roots = new int[articles.size()];
        Arrays.setAll(roots, clusters::root);
        return roots;
    }

    /** How many shingles two articles share, for all pairs that share any. */
    private static Map<Long, Integer> shared(long[] entries, int size) {
        Map<Long, Integer> shared = new HashMap<>();
        int end;
        for (int start = 0; start < size; start = end) {
            end = start + 1;
            while (end < size && (entries[end] & ~ARTICLE_MASK) == (entries[start] & ~ARTICLE_MASK)) {
                end++;
            }
            if (end - start <= COMMON) {
                for (int i = start; i < end; i++) {
                    for (int j = i + 1; j < end; j++) {
                        long pair = (entries[i] & ARTICLE_MASK) << 32 | (entries[j] & ARTICLE_MASK);
                        shared.merge(pair, 1, Integer::sum);
                    }
                }
            }
        }
        return shared;
    }

    private int root(int article) {
        int root = article;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** The smaller index becomes the root, so the outcome does not depend on the order of the pairs. */
    private void join(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }
}
