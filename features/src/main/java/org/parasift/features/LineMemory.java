package org.parasift.features;

import org.parasift.token.TokenKind;
import org.parasift.token.Tokens;

/**
 * Lines that were seen in many articles, and in how many of how many sites. A line is known by its words, numbers being
 * all the same; a template is known by its words where all names are the same too. Immutable and thread-safe.
 */
public final class LineMemory {
    private static final long LINE = FeatureKeys.of("line:");
    private static final long TEMPLATE = FeatureKeys.of("template:");
    private static final long NUMBER = FeatureKeys.of("0");
    private static final long NAME = FeatureKeys.of("X");

    /** Longer lines have no template. */
    private static final int TEMPLATE_WORDS = 40;

    private final long[] keys;
    private final int[] articles;
    private final int[] sites;
    private final KeyTable table;

    private LineMemory(long[] keys, int[] articles, int[] sites) {
        if (articles.length != keys.length || sites.length != keys.length) {
            throw new IllegalArgumentException(
                    keys.length + " lines, " + articles.length + " and " + sites.length + " counts");
        }
        for (int i = 0; i < keys.length; i++) {
            if (sites[i] < 1 || sites[i] > articles[i]) {
                throw new IllegalArgumentException(
                        "line " + i + " in " + articles[i] + " articles of " + sites[i] + " sites");
            }
        }
        this.keys = keys;
        this.articles = articles;
        this.sites = sites;
        this.table = KeyTable.of(keys);
    }

    /**
     * A memory.
     *
     * @param keys of lines and templates, each once
     * @param articles in how many articles each was seen
     * @param sites of how many sites these are
     */
    public static LineMemory of(long[] keys, int[] articles, int[] sites) {
        return new LineMemory(keys.clone(), articles.clone(), sites.clone());
    }

    /** The key of a paragraph as a line; 0 if it has no words. */
    public static long lineKey(Page page, int paragraph) {
        Tokens tokens = page.tokens();
        int last = page.last(paragraph);
        long key = LINE;
        for (int i = page.first(paragraph); i < last; i++) {
            key = FeatureKeys.mix(key, tokens.kind(i) == TokenKind.NUMBER ? NUMBER : tokens.hash(i));
        }
        return key == LINE ? 0 : key;
    }

    /** The key of a paragraph as a template; 0 if it has no words or very many. */
    public static long templateKey(Page page, int paragraph) {
        Tokens tokens = page.tokens();
        int first = page.first(paragraph);
        int last = page.last(paragraph);
        if (first == last || last - first > TEMPLATE_WORDS) {
            return 0;
        }
        long key = TEMPLATE;
        boolean inName = false;
        for (int i = first; i < last; i++) {
            boolean name = i > first && Character.isUpperCase(page.text()[tokens.start(i)]);
            if (!name) {
                key = FeatureKeys.mix(key, tokens.kind(i) == TokenKind.NUMBER ? NUMBER : tokens.hash(i));
            } else if (!inName) {
                key = FeatureKeys.mix(key, NAME);
            }
            inName = name;
        }
        return key;
    }

    /** The number of lines and templates. */
    public int size() {
        return keys.length;
    }

    /** The key of row {@code i}. */
    public long key(int i) {
        return keys[i];
    }

    /** In how many articles row {@code i} was seen. */
    public int articles(int i) {
        return articles[i];
    }

    /** Of how many sites these are. */
    public int sites(int i) {
        return sites[i];
    }

    /** The row of a key, or -1. */
    int row(long key) {
        return key == 0 ? -1 : table.row(key);
    }
}
