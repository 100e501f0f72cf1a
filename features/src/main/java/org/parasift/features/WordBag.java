package org.parasift.features;

import java.util.Arrays;
import org.parasift.features.FeatureFamily.WordGrams;
import org.parasift.token.Tokens;

/**
 * The words and pairs of the paragraphs of a page, counted and found in a table: the same features in the same order as
 * {@link WordGrams#count} gives, but every different one is looked up once a page, and all together. Reusable, of one
 * thread.
 */
final class WordBag {
    private int[] wordRows = new int[512];
    private int[] pairRows = new int[512];
    private long[] edgeKeys = new long[128];
    private int[] edgeRows = new int[128];
    private long[] scratch = new long[512];

    /** Of each word and pair the paragraph that has had it last, and its place in the vector there. */
    private int[] wordIn = new int[512];

    private int[] wordPlace = new int[512];
    private int[] pairIn = new int[512];
    private int[] pairPlace = new int[512];

    /** Whether the features of a family can be counted here: words, pairs or both. */
    static boolean counts(WordGrams family) {
        return family.orders().longest() <= 2;
    }

    void read(Page page, KeyTable table) {
        int words = page.words().size();
        int pairs = page.pairs().size();
        reserve(Math.max(words, pairs), page.paragraphs());
        table.rows(page.pairs().wordKeys(), 0, words, scratch, wordRows);
        table.rows(page.pairs().keys(), 0, pairs, scratch, pairRows);
        Tokens tokens = page.tokens();
        for (int p = 0; p < page.paragraphs(); p++) {
            if (page.first(p) < page.last(p)) {
                edgeKeys[2 * p] = Grams.edgeKey(tokens, page.first(p), 2, true);
                edgeKeys[2 * p + 1] = Grams.edgeKey(tokens, page.last(p) - 1, 2, false);
            }
        }
        table.rows(edgeKeys, 0, 2 * page.paragraphs(), scratch, edgeRows);
        Arrays.fill(wordIn, 0, words, -1);
        Arrays.fill(pairIn, 0, pairs, -1);
    }

    /** Counts the features of a paragraph; each paragraph once. */
    void count(Page page, int p, WordGrams family, KeyTable table, FeatureVector into) {
        PageWords words = page.words();
        PagePairs pairs = page.pairs();
        boolean ones = family.orders().has(1);
        boolean twos = family.orders().has(2);
        long[] wordKeys = pairs.wordKeys();
        long[] pairKeys = pairs.keys();
        int first = page.first(p);
        int last = page.last(p);
        into.clear(table, 2 * (last - first + 1));
        for (int i = first; i < last; i++) {
            if (ones) {
                int word = words.at(i);
                if (wordIn[word] == p) {
                    into.more(wordPlace[word]);
                } else {
                    wordIn[word] = p;
                    wordPlace[word] = into.addFound(wordKeys[word], wordRows[word]);
                }
            }
            if (twos && i + 1 < last) {
                int pair = pairs.at(i);
                if (pairIn[pair] == p) {
                    into.more(pairPlace[pair]);
                } else {
                    pairIn[pair] = p;
                    pairPlace[pair] = into.addFound(pairKeys[pair], pairRows[pair]);
                }
            }
        }
        if (family.edges() && twos && first < last) {
            into.addFound(edgeKeys[2 * p], edgeRows[2 * p]);
            into.addFound(edgeKeys[2 * p + 1], edgeRows[2 * p + 1]);
        }
    }

    private void reserve(int grams, int paragraphs) {
        if (wordRows.length < grams) {
            int capacity = Math.max(grams, 2 * wordRows.length);
            wordRows = new int[capacity];
            pairRows = new int[capacity];
            wordIn = new int[capacity];
            wordPlace = new int[capacity];
            pairIn = new int[capacity];
            pairPlace = new int[capacity];
        }
        if (edgeKeys.length < 2 * paragraphs) {
            edgeKeys = new long[Math.max(2 * paragraphs, 2 * edgeKeys.length)];
            edgeRows = new int[edgeKeys.length];
        }
        int most = Math.max(grams, 2 * paragraphs);
        if (scratch.length < most) {
            scratch = new long[Math.max(most, 2 * scratch.length)];
        }
    }
}
