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
    /** What the words come to by idf, of passages by where they begin and how long they are. */
    private double[] all = new double[64 * LONGEST];

    /** The same of the words that no prose outside has. */
    private double[] inside = new double[64 * LONGEST];
    /** The same of those that it has twice as well. */
    private double[] own = new double[64 * LONGEST];

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
        byWords.clear(paragraphs);
        byMeaning.clear(paragraphs);
        addWords(content, paragraphs);
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

    /**
     * Adds the words of each paragraph to the passages that begin with it or before, up to three paragraphs, where these
     * have not had the word yet; to the shortest of those it counts for. Sums of these numbers are exact in any order.
     */
    private void addWords(Content content, int paragraphs) {
        if (all.length < paragraphs * LONGEST) {
            int capacity = Math.max(paragraphs * LONGEST, 2 * all.length);
            all = new double[capacity];
            inside = new double[capacity];
            own = new double[capacity];
        }
        Arrays.fill(all, 0, paragraphs * LONGEST, 0);
        Arrays.fill(inside, 0, paragraphs * LONGEST, 0);
        Arrays.fill(own, 0, paragraphs * LONGEST, 0);
        for (int p = 0; p < paragraphs; p++) {
            int farthest = Math.max(0, p - LONGEST + 1);
            for (int i = content.first(p); i < content.end(p); i++) {
                int word = content.word(i);
                double idf = content.idf(word);
                int first = Math.max(farthest, content.paragraphBefore(i) + 1);
                all[place(first, p)] += idf;
                int last = Math.max(p, content.lastProse(word));
                int lastOfTwo = Math.max(last, content.paragraphAfter(i));
                int latest = Math.min(p, content.firstProse(word));
                for (int from = Math.max(first, last - LONGEST + 1); from <= latest; from++) {
                    inside[place(from, last)] += idf;
                    if (lastOfTwo - from < LONGEST) {
                        own[place(from, lastOfTwo)] += idf;
                    }
                }
            }
            // What has been added to a passage that begins earlier belongs to those that begin later too.
            for (int from = farthest + 1; from <= p; from++) {
                all[place(from, p)] += all[place(from - 1, p)];
            }
        }
    }

    /** Where the numbers of a passage stand. */
    private static int place(int first, int last) {
        return first * LONGEST + last - first;
    }

    /** Of the passages that begin with a paragraph, and have not all prose in them, the shares of words that prose outside of them has, by idf. */
    private void compareWords(Content content, int from, int longest, int prose) {
        int left = prose;
        for (int size = 1; size <= longest; size++) {
            int last = from + size - 1;
            int at = place(from, last);
            if (size > 1) {
                all[at] += all[at - 1];
                inside[at] += inside[at - 1];
                own[at] += own[at - 1];
            }
            left -= content.isProse(last) ? 1 : 0;
            byWords.set(from, size, left > 0 ? WordTies.share(all[at] - inside[at], all[at]) : Float.NaN);
        }
    }

    /** Of the same passages the cosines with all other prose. */
    private void compareMeaning(Content content, MeaningTies ties, int from, int longest) {
        Products products = ties.products();
        int left = ties.prose();
        double square = 0;
        double withProse = 0;
        // Of the prose in the passage: its product with the passage, with all prose and with itself.
        double own = 0;
        double ownWithProse = 0;
        double ownSquare = 0;
        for (int size = 1; size <= longest; size++) {
            int p = from + size - 1;
            double before = 0;
            double proseBefore = 0;
            for (int q = from; q < p; q++) {
                double product = products.of(p, q);
                before += product;
                proseBefore += content.isProse(q) ? product : 0;
            }
            double itself = products.of(p, p);
            square += 2 * before + itself;
            withProse += products.withProse(p);
            own += proseBefore;
            if (content.isProse(p)) {
                own += before + itself;
                ownWithProse += products.withProse(p);
                ownSquare += 2 * proseBefore + itself;
                left--;
            }
            double rest = products.squareOfRest(ownWithProse, ownSquare);
            byMeaning.set(from, size, left > 0 ? Products.cosine(withProse - own, square, rest) : Float.NaN);
        }
    }

    private void describe(Page page, int first, int last) {
        if (first == knownFirst && last == knownLast) {
            return;
        }
        knownFirst = first;
        knownLast = last;
        MeaningTies ties = page.meaningTies();
        ties.lookAround(page, first, last);
        bridge = ties.bridge();
        around = ties.window();
        double words = all[place(first, last)];
        ownWords = words > 0 ? (float) (own[place(first, last)] / words) : 0;
    }
}
