package org.parasift.features;

import java.util.Arrays;
import java.util.List;

/**
 * The passage of one to four paragraphs around each paragraph that has least in common with the rest of its article, once
 * by content words and once by vectors of words. Prose of another story comes in such passages: its paragraphs have
 * something in common with each other, so that none of them alone is far from everything.
 */
final class PassageTies {
    static final List<Column> COLUMNS = List.of(
            Column.number("passage:words", -3, -2, -1, 0),
            Column.number("passage:words-length", 2, 3, 4),
            Column.number("passage:meaning", -3, -2, -1, 0),
            Column.number("passage:meaning-length", 2, 3, 4),
            Column.number("passage:bridge", 0, 0.1, 0.2, 0.3, 0.5),
            Column.number("passage:around", 0, 0.1, 0.2, 0.3, 0.5),
            Column.number("passage:own-words", 0.01, 0.05, 0.1, 0.2));

    private static final int LONGEST = OddRuns.LONGEST;

    private final OddRuns byWords = new OddRuns();
    private final OddRuns byMeaning = new OddRuns();
    private final double[] outside = new double[LONGEST];
    private float[] passage = new float[0];
    private float[] before = new float[0];
    private float[] after = new float[0];

    /** The passage that the last three numbers are known of: neighbours often share it. */
    private int knownFirst;

    private int knownLast;
    private float bridge;
    private float around;
    private float ownWords;

    void find(Page page) {
        Content content = page.content();
        MeaningTies ties = page.meaningTies();
        int paragraphs = page.paragraphs();
        if (passage.length != ties.dimensions()) {
            passage = new float[ties.dimensions()];
            before = new float[ties.dimensions()];
            after = new float[ties.dimensions()];
        }
        byWords.clear(paragraphs);
        byMeaning.clear(paragraphs);
        for (int from = 0; from < paragraphs; from++) {
            int longest = Math.min(LONGEST, paragraphs - from);
            compareWords(content, from, longest, ties.prose());
            compareMeaning(content, ties, from, longest);
        }
        byWords.find(content, paragraphs);
        byMeaning.find(content, paragraphs);
        knownFirst = -1;
    }

    void fill(Page page, int paragraph, float[] into, int at) {
        describe(page, byMeaning.first(paragraph), byMeaning.last(paragraph));
        into[at++] = byWords.deviation(paragraph);
        into[at++] = byWords.length(paragraph);
        into[at++] = byMeaning.deviation(paragraph);
        into[at++] = byMeaning.length(paragraph);
        into[at++] = bridge;
        into[at++] = around;
        into[at] = ownWords;
    }

    /** Of the passages that begin with a paragraph, and have not all prose in them, the shares of words that prose outside of them has, by idf. */
    private void compareWords(Content content, int from, int longest, int prose) {
        Arrays.fill(outside, 0);
        double all = 0;
        int own = 0;
        for (int size = 1; size <= longest; size++) {
            int p = from + size - 1;
            for (int i = content.first(p); i < content.end(p); i++) {
                if (content.paragraphBefore(i) >= from) {
                    continue;
                }
                int word = content.word(i);
                float idf = content.idf(word);
                all += idf;
                // Before the passage: outside of it whatever its size. Behind it: as long as it ends before.
                int most = content.firstProse(word) < from ? longest : content.lastProse(word) - from;
                for (int s = size; s <= Math.min(longest, most); s++) {
                    outside[s - 1] += idf;
                }
            }
            own += content.isProse(p) ? 1 : 0;
            byWords.set(from, size, own < prose ? WordTies.share(outside[size - 1], all) : Float.NaN);
        }
    }

    /** Of the same passages the cosines with all other prose. */
    private void compareMeaning(Content content, MeaningTies ties, int from, int longest) {
        int left = ties.prose();
        float[] rest = before;
        System.arraycopy(ties.total(), 0, rest, 0, rest.length);
        Arrays.fill(passage, 0);
        for (int size = 1; size <= longest; size++) {
            int p = from + size - 1;
            Vectors.add(ties.vector(p), passage);
            if (content.isProse(p)) {
                Vectors.subtract(ties.vector(p), rest);
                left--;
            }
            // Of nothing left the differences leave their rounding, which points anywhere.
            byMeaning.set(from, size, left > 0 ? Vectors.cosine(passage, rest) : Float.NaN);
        }
    }

    private void describe(Page page, int first, int last) {
        if (first == knownFirst && last == knownLast) {
            return;
        }
        knownFirst = first;
        knownLast = last;
        Content content = page.content();
        MeaningTies ties = page.meaningTies();
        ties.sumBefore(content, first, before);
        ties.sumAfter(content, last, page.paragraphs(), after);
        bridge = Vectors.cosine(before, after);
        Vectors.add(after, before);
        Arrays.fill(passage, 0);
        for (int p = first; p <= last; p++) {
            Vectors.add(ties.vector(p), passage);
        }
        around = Vectors.cosine(passage, before);
        ownWords = ownWords(content, first, last);
    }

    /** The share of a passage's words, by idf, that its paragraphs have in common and no prose outside has. */
    private static float ownWords(Content content, int first, int last) {
        double all = 0;
        double own = 0;
        for (int i = content.first(first); i < content.end(last); i++) {
            if (content.paragraphBefore(i) >= first) {
                continue;
            }
            int word = content.word(i);
            all += content.idf(word);
            boolean elsewhere = content.firstProse(word) < first || content.lastProse(word) > last;
            own += content.paragraphAfter(i) <= last && !elsewhere ? content.idf(word) : 0;
        }
        return all > 0 ? (float) (own / all) : 0;
    }
}
