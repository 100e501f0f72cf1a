package org.parasift.features;

import org.parasift.token.Tokens;

/**
 * The different pairs of words that follow each other in a paragraph of a page, numbered from 0, and the keys of words and
 * pairs as {@link Grams} makes them. Reusable, of one thread.
 */
final class PagePairs {
    private final Numbering numbering = new Numbering();
    /** Of each word of the page. */
    private long[] wordKeys = new long[512];
    /** Of each token the pair that begins with it, if one does. */
    private int[] pairs = new int[512];

    void read(Page page) {
        PageWords words = page.words();
        Tokens tokens = page.tokens();
        int size = tokens.size();
        if (pairs.length < size) {
            pairs = new int[Math.max(size, 2 * pairs.length)];
        }
        if (wordKeys.length < words.size()) {
            wordKeys = new long[Math.max(words.size(), 2 * wordKeys.length)];
        }
        for (int word = 0; word < words.size(); word++) {
            wordKeys[word] = Grams.wordKey(words.hash(word));
        }
        numbering.clear(size + 1);
        for (int p = 0; p < page.paragraphs(); p++) {
            int last = page.last(p) - 1;
            for (int i = page.first(p); i < last; i++) {
                pairs[i] = numbering.number(FeatureKeys.mix(wordKeys[words.at(i)], tokens.hash(i + 1)));
            }
        }
    }

    /** The number of different pairs. */
    int size() {
        return numbering.size();
    }

    /** The keys of the words by their numbers; to be read only. */
    long[] wordKeys() {
        return wordKeys;
    }

    /** The keys of the pairs by their numbers; to be read only. */
    long[] keys() {
        return numbering.keys();
    }

    /** The pair of a token, not the last of its paragraph, and the one behind it. */
    int at(int token) {
        return pairs[token];
    }
}
