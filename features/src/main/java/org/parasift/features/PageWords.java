package org.parasift.features;

import java.util.Arrays;
import org.parasift.token.Tokens;

/**
 * The different words of a page, numbered from 0 in the order of their first occurrence: fewer than half as many as
 * tokens, so what depends on a word alone is asked once for each of these. Reusable, of one thread.
 */
final class PageWords {
    private final Numbering numbering = new Numbering();
    /** Of each token. */
    private int[] words = new int[512];

    /** Of each word. */
    private int[] firstTokens = new int[512];

    private int[] counts = new int[512];
    private short[] lists = new short[512];

    void read(Tokens tokens) {
        int size = tokens.size();
        if (words.length < size) {
            words = new int[Math.max(size, 2 * words.length)];
        }
        numbering.clear(size + 1);
        for (int i = 0; i < size; i++) {
            int known = numbering.size();
            if (known == counts.length) {
                grow();
            }
            // For a word that is not new this is overwritten by the next that is: no branch to be mispredicted.
            firstTokens[known] = i;
            counts[known] = 0;
            int word = numbering.number(tokens.hash(i));
            words[i] = word;
            counts[word]++;
        }
        long[] hashes = numbering.keys();
        int count = numbering.size();
        for (int word = 0; word < count; word++) {
            lists[word] = (short) ListedWords.of(hashes[word]);
        }
    }

    /** The number of different words. */
    int size() {
        return numbering.size();
    }

    /** The hash that all tokens have which are a word. */
    long hash(int word) {
        return numbering.keys()[word];
    }

    /** The word that a token is. */
    int at(int token) {
        return words[token];
    }

    /** How often a word occurs. */
    int count(int word) {
        return counts[word];
    }

    /** The token where a word stands first. */
    int firstToken(int word) {
        return firstTokens[word];
    }

    /** The fixed lists that a word is on, see {@link ListedWords}. */
    int lists(int word) {
        return lists[word];
    }

    private void grow() {
        int capacity = 2 * counts.length;
        firstTokens = Arrays.copyOf(firstTokens, capacity);
        counts = Arrays.copyOf(counts, capacity);
        lists = Arrays.copyOf(lists, capacity);
    }
}
