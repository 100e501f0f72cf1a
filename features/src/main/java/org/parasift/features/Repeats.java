package org.parasift.features;

import java.util.Arrays;
import org.parasift.token.Tokens;

/**
 * Which paragraphs of a page repeat an earlier one, exactly or nearly: the share of a paragraph's different words that
 * stand together in one earlier paragraph. Words are compared by the hashes of their folded text.
 *
 * <p>Every different word has a list of the paragraphs it occurs in; of a word that occurs in very many only the
 * {@value #LOOK_BACK} latest are looked at, so that the work grows with the number of words whatever the page.
 */
final class Repeats {
    private static final int LOOK_BACK = 64;

    /** Open addressing: the hash of a word, and the latest entry of its list + 1 (0: free slot). */
    private long[] slotHash = new long[1024];

    private int[] slotEntry = new int[1024];

    /** One entry for each different word of each paragraph: the paragraph, and the entry before it + 1. */
    private int[] entryParagraph = new int[1024];

    private int[] entryBefore = new int[1024];
    private int entries;

    /** Words of the present paragraph that an earlier paragraph has too. */
    private int[] common = new int[64];

    private int[] distinct = new int[64];
    private float[] contained = new float[64];
    private float[] overlap = new float[64];
    private int[] twin = new int[64];
    private boolean[] repeatedLater = new boolean[64];

    void find(Page page) {
        int paragraphs = page.paragraphs();
        reserve(page.tokens().size(), paragraphs);
        entries = 0;
        Arrays.fill(slotEntry, 0);
        Arrays.fill(common, 0, paragraphs, 0);
        Arrays.fill(repeatedLater, 0, paragraphs, false);
        for (int p = 0; p < paragraphs; p++) {
            int from = entries;
            enter(page, p);
            distinct[p] = entries - from;
            compare(p, from);
        }
    }

    /** Different words. */
    int distinct(int paragraph) {
        return distinct[paragraph];
    }

    /** The largest share of its words that one earlier paragraph has too; 0 if there are no words. */
    float contained(int paragraph) {
        return contained[paragraph];
    }

    /** With that paragraph: common words among all words of both (Jaccard). */
    float overlap(int paragraph) {
        return overlap[paragraph];
    }

    /** That earlier paragraph, or -1. */
    int twin(int paragraph) {
        return twin[paragraph];
    }

    /** Whether a later paragraph has nearly the same words. */
    boolean repeatedLater(int paragraph) {
        return repeatedLater[paragraph];
    }

    /** Enters the different words of a paragraph. */
    private void enter(Page page, int p) {
        Tokens tokens = page.tokens();
        int mask = slotHash.length - 1;
        int last = page.last(p);
        for (int i = page.first(p); i < last; i++) {
            long hash = tokens.hash(i);
            int slot = (int) FeatureKeys.mix(0, hash) & mask;
            while (slotEntry[slot] != 0 && slotHash[slot] != hash) {
                slot = (slot + 1) & mask;
            }
            int before = slotEntry[slot];
            if (before != 0 && entryParagraph[before - 1] == p) {
                continue;
            }
            slotHash[slot] = hash;
            entryParagraph[entries] = p;
            entryBefore[entries] = before;
            slotEntry[slot] = ++entries;
        }
    }

    /** Finds the earlier paragraph with most words of paragraph {@code p}, whose entries start at {@code from}. */
    private void compare(int p, int from) {
        int best = -1;
        int bestCommon = 0;
        for (int e = from; e < entries; e++) {
            int earlier = entryBefore[e];
            for (int n = 0; n < LOOK_BACK && earlier != 0; n++) {
                int q = entryParagraph[earlier - 1];
                common[q]++;
                if (common[q] > bestCommon || (common[q] == bestCommon && q < best)) {
                    bestCommon = common[q];
                    best = q;
                }
                earlier = entryBefore[earlier - 1];
            }
        }
        for (int e = from; e < entries; e++) {
            int earlier = entryBefore[e];
            for (int n = 0; n < LOOK_BACK && earlier != 0; n++) {
                common[entryParagraph[earlier - 1]] = 0;
                earlier = entryBefore[earlier - 1];
            }
        }
        twin[p] = best;
        contained[p] = best < 0 ? 0 : (float) bestCommon / distinct[p];
        overlap[p] = best < 0 ? 0 : (float) bestCommon / (distinct[p] + distinct[best] - bestCommon);
        if (best >= 0 && overlap[p] >= 0.8f) {
            repeatedLater[best] = true;
        }
    }

    private void reserve(int tokens, int paragraphs) {
        if (entryParagraph.length < tokens) {
            int capacity = Math.max(tokens, 2 * entryParagraph.length);
            entryParagraph = new int[capacity];
            entryBefore = new int[capacity];
        }
        if (slotHash.length < 2 * tokens) {
            int capacity = Integer.highestOneBit(Math.max(2, tokens)) * 4;
            slotHash = new long[capacity];
            slotEntry = new int[capacity];
        }
        if (common.length < paragraphs) {
            int capacity = Math.max(paragraphs, 2 * common.length);
            common = new int[capacity];
            distinct = new int[capacity];
            contained = new float[capacity];
            overlap = new float[capacity];
            twin = new int[capacity];
            repeatedLater = new boolean[capacity];
        }
    }
}
