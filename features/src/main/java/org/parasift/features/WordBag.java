package org.parasift.features;

import java.util.Arrays;
import org.parasift.features.FeatureFamily.WordGrams;
import org.parasift.token.Tokens;

/**
 * The words and pairs of the paragraphs of a page, counted and found in a table: the same features in the same order as
 * {@link WordGrams#count} gives. Every different word is looked up once a page, and the pairs of a paragraph all together.
 * A pair can stand twice in a paragraph only if its first word does, so it is looked for among those that begin with the
 * same word. Reusable, of one thread.
 */
final class WordBag {
    /** Longer paragraphs cannot be counted here: the search for equal pairs would take the square of their length. */
    private static final int MOST_TOKENS = 512;

    private final FeatureFamily.WordGrams family;
    private final KeyTable table;

    /** Of each word of the page. */
    private long[] wordKeys = new long[512];

    private long[] wordsFound = new long[512];
    /** Of each word the paragraph that has had it last, its place in the vector there, and where it stood last. */
    private int[] wordIn = new int[512];

    private int[] wordPlace = new int[512];
    private int[] wordLast = new int[512];

    /** Of each token of a paragraph the pair with the one behind, of the last that with the end; last the beginning. */
    private final long[] pairKeys = new long[MOST_TOKENS + 1];

    private final long[] pairsFound = new long[MOST_TOKENS + 1];
    private final int[] pairPlace = new int[MOST_TOKENS];
    /** The token before that is the same word, -1 for none. */
    private final int[] sameBefore = new int[MOST_TOKENS];

    WordBag(WordGrams family, KeyTable table) {
        this.family = family;
        this.table = table;
    }

    /** Whether the features of a family can be counted here: words, pairs or both. */
    static boolean counts(WordGrams family) {
        return family.orders().longest() <= 2;
    }

    /** Whether this counts these features and finds them in this table. */
    boolean is(WordGrams otherFamily, KeyTable otherTable) {
        return family.equals(otherFamily) && table == otherTable;
    }

    void read(Page page) {
        PageWords words = page.words();
        int size = words.size();
        if (wordKeys.length < size) {
            int capacity = Math.max(size, 2 * wordKeys.length);
            wordKeys = new long[capacity];
            wordsFound = new long[capacity];
            wordIn = new int[capacity];
            wordPlace = new int[capacity];
            wordLast = new int[capacity];
        }
        for (int word = 0; word < size; word++) {
            wordKeys[word] = Grams.wordKey(words.hash(word));
        }
        table.find(wordKeys, 0, size, wordsFound);
        Arrays.fill(wordIn, 0, size, -1);
    }

    /** Counts the features of a paragraph; each paragraph once. Returns false, and nothing is done, if it is too long. */
    boolean count(Page page, int p, FeatureVector into) {
        int first = page.first(p);
        int size = page.last(p) - first;
        if (size > MOST_TOKENS) {
            return false;
        }
        PageWords words = page.words();
        boolean ones = family.orders().has(1);
        boolean twos = family.orders().has(2) && size > 0;
        if (twos) {
            findPairs(words, page.tokens(), first, size);
        }
        into.clear(table, 2 * (size + 1));
        for (int i = 0; i < size; i++) {
            int word = words.at(first + i);
            int before = -1;
            if (wordIn[word] == p) {
                before = wordLast[word];
                if (ones) {
                    into.more(wordPlace[word]);
                }
            } else {
                wordIn[word] = p;
                if (ones) {
                    wordPlace[word] = into.addFound(wordKeys[word], wordsFound[word]);
                }
            }
            wordLast[word] = i;
            sameBefore[i] = before;
            if (twos && i + 1 < size) {
                int same = before < 0 ? -1 : samePair(words, first, i);
                if (same >= 0) {
                    pairPlace[i] = pairPlace[same];
                    into.more(pairPlace[i]);
                } else {
                    pairPlace[i] = into.addFound(pairKeys[i], pairsFound[i]);
                }
            }
        }
        if (twos && family.edges()) {
            into.addFound(pairKeys[size], pairsFound[size]);
            into.addFound(pairKeys[size - 1], pairsFound[size - 1]);
        }
        return true;
    }

    private void findPairs(PageWords words, Tokens tokens, int first, int size) {
        int last = size - 1;
        for (int i = 0; i < last; i++) {
            pairKeys[i] = Grams.pairKey(wordKeys[words.at(first + i)], tokens.hash(first + i + 1));
        }
        pairKeys[last] = Grams.endKey(wordKeys[words.at(first + last)]);
        pairKeys[size] = Grams.beginningKey(tokens.hash(first));
        table.find(pairKeys, 0, size + 1, pairsFound);
    }

    /** The token before where the same pair begins, -1 for none. */
    private int samePair(PageWords words, int first, int i) {
        int next = words.at(first + i + 1);
        int same = sameBefore[i];
        while (same >= 0 && words.at(first + same + 1) != next) {
            same = sameBefore[same];
        }
        return same;
    }
}
