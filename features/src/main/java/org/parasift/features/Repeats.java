package org.parasift.features;

import java.util.Arrays;
import org.parasift.token.Tokens;

/**
 * Which paragraphs of a page say again what another says: as the same line (numbers apart), in the same runs of three
 * words, or with the same content words.
 */
final class Repeats {
    private static final int RUN = 3;

    /** Fewer content words than this do not make a repeat. */
    private static final int LEAST_WORDS = 3;

    /** Runs are looked at so many at a time. */
    private static final int TOGETHER = 512;

    private final int[] places = new int[TOGETHER];
    private final Numbering lineNumbers = new Numbering();
    private int[] line = new int[64];
    private int[] linesBefore = new int[64];
    private int[] lineCount = new int[64];
    private final Numbering runNumbers = new Numbering();
    private final Overlaps runs = new Overlaps();
    private final Overlaps words = new Overlaps();

    void find(Page page) {
        int paragraphs = page.paragraphs();
        if (line.length < paragraphs) {
            int capacity = Math.max(paragraphs, 2 * line.length);
            line = new int[capacity];
            linesBefore = new int[capacity];
            lineCount = new int[capacity];
        }
        findLines(page);
        findRuns(page);
        findWords(page);
    }

    /** How many earlier paragraphs are the same line. */
    int equalBefore(int paragraph) {
        return linesBefore[paragraph];
    }

    /** How many later paragraphs are the same line. */
    int equalAfter(int paragraph) {
        return line[paragraph] < 0 ? 0 : lineCount[line[paragraph]] - 1 - linesBefore[paragraph];
    }

    /** Runs of three words in common with other paragraphs. */
    Overlaps runs() {
        return runs;
    }

    /** Content words in common with other paragraphs, by idf. */
    Overlaps words() {
        return words;
    }

    private void findLines(Page page) {
        lineNumbers.clear(page.paragraphs());
        Arrays.fill(lineCount, 0, page.paragraphs(), 0);
        for (int p = 0; p < page.paragraphs(); p++) {
            long key = LineMemory.lineKey(page, p);
            line[p] = key == 0 ? -1 : lineNumbers.number(key);
            linesBefore[p] = key == 0 ? 0 : lineCount[line[p]]++;
        }
    }

    private void findRuns(Page page) {
        Tokens tokens = page.tokens();
        PageWords words = page.words();
        runNumbers.clear(tokens.size() + 1);
        runs.clear(tokens.size() + 1, page.paragraphs());
        for (int p = 0; p < page.paragraphs(); p++) {
            int last = page.last(p) - RUN;
            for (int from = page.first(p); from <= last; from += TOGETHER) {
                int to = Math.min(last + 1, from + TOGETHER);
                int count = likely(words, from, to);
                runs.addUnique(p, to - from - count);
                for (int k = 0; k < count; k++) {
                    int i = places[k];
                    long two = FeatureKeys.mix(tokens.hash(i), tokens.hash(i + 1));
                    runs.add(p, runNumbers.number(FeatureKeys.mix(two, tokens.hash(i + 2))), 1);
                }
            }
            runs.end(p);
        }
    }

    /**
     * Finds the runs, at most {@value #TOGETHER}, that may come twice; without a branch, which would often be mispredicted.
     * The key of a run cannot come twice if one of its words does not. The key does not tell the first two words apart, so
     * runs with a word twice may have one key though they are different ({@code b a b b}).
     */
    private int likely(PageWords words, int from, int to) {
        int count = 0;
        int one = words.at(from);
        int two = words.at(from + 1);
        int oneMore = words.count(one) - 1;
        int twoMore = words.count(two) - 1;
        for (int i = from; i < to; i++) {
            int three = words.at(i + 2);
            int threeMore = words.count(three) - 1;
            int allMore = -oneMore & -twoMore & -threeMore;
            int allDiffer = differ(one, two) & differ(two, three) & differ(one, three);
            places[count] = i;
            count += (allMore | ~allDiffer) >>> 31;
            one = two;
            two = three;
            oneMore = twoMore;
            twoMore = threeMore;
        }
        return count;
    }

    /** Negative if two numbers that are not negative are not the same. */
    private static int differ(int one, int other) {
        return (one - other) | (other - one);
    }

    private void findWords(Page page) {
        Content content = page.content();
        words.clear(page.tokens().size() + 1, page.paragraphs());
        for (int p = 0; p < page.paragraphs(); p++) {
            boolean enough = content.end(p) - content.first(p) >= LEAST_WORDS;
            for (int i = content.first(p); enough && i < content.end(p); i++) {
                words.add(p, content.word(i), content.idf(content.word(i)));
            }
            words.end(p);
        }
    }
}
