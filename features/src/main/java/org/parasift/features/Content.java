package org.parasift.features;

import org.jspecify.annotations.Nullable;
import org.parasift.token.Tokens;

/**
 * The content words of a page. Every different word gets a number, counted from 0; each paragraph has the list of its
 * different words, and each word the number of prose paragraphs it occurs in.
 */
final class Content {
    /** Prose: ends as a sentence does and has at least so many words. */
    private static final int PROSE_WORDS = 8;

    private final Numbering numbering = new Numbering();
    private float[] idf = new float[512];
    private int[] rows = new int[512];
    /** Prose paragraphs a word occurs in. */
    private int[] prose = new int[512];
    /** The paragraph that had it last, to have each word once. */
    private int[] seenIn = new int[512];
    /** Its place in that paragraph's list. */
    private int[] place = new int[512];

    /** Words of the paragraphs, one after the other. */
    private int[] words = new int[1024];

    private boolean[] name = new boolean[1024];
    private int[] first = new int[65];
    private boolean[] isProse = new boolean[64];
    private int entries;

    void read(Page page, @Nullable Lexicon lexicon) {
        reserve(page.tokens().size(), page.paragraphs());
        numbering.clear(page.tokens().size() + 1);
        entries = 0;
        for (int p = 0; p < page.paragraphs(); p++) {
            first[p] = entries;
            isProse[p] = page.lines().endsSentence(p) && page.lines().words(p) >= PROSE_WORDS;
            readParagraph(page, p, lexicon);
        }
        first[page.paragraphs()] = entries;
    }

    /** The number of different words. */
    int size() {
        return numbering.size();
    }

    /** Place of a paragraph's first word in the list of all. */
    int first(int paragraph) {
        return first[paragraph];
    }

    /** Place after its last. */
    int end(int paragraph) {
        return first[paragraph + 1];
    }

    /** The word at a place. */
    int word(int place) {
        return words[place];
    }

    /** Whether the word at a place stands there as a name: with a capital that does not begin a sentence. */
    boolean name(int place) {
        return name[place];
    }

    float idf(int word) {
        return idf[word];
    }

    /** The word's row in the lexicon, or -1. */
    int row(int word) {
        return rows[word];
    }

    /** How many prose paragraphs a word occurs in. */
    int proseParagraphs(int word) {
        return prose[word];
    }

    /** Whether a paragraph is prose: at least a sentence. */
    boolean isProse(int paragraph) {
        return isProse[paragraph];
    }

    private void readParagraph(Page page, int p, @Nullable Lexicon lexicon) {
        char[] text = page.text();
        Tokens tokens = page.tokens();
        int from = page.start(p);
        boolean sentenceStart = true;
        int last = page.last(p);
        for (int i = page.first(p); i < last; i++) {
            int start = tokens.start(i);
            for (int c = from; c < start; c++) {
                sentenceStart |= opensSentence(text[c]);
            }
            from = tokens.end(i);
            long key = Stems.key(text, tokens, i);
            if (key != 0) {
                boolean isName = !sentenceStart && Character.isUpperCase(text[start]);
                enter(key, isName, p, lexicon);
            }
            sentenceStart = false;
        }
    }

    private static boolean opensSentence(char c) {
        return c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == '“' || c == '‘';
    }

    private void enter(long key, boolean isName, int p, @Nullable Lexicon lexicon) {
        int known = numbering.size();
        int word = numbering.number(key);
        if (word == known) {
            rows[word] = lexicon == null ? -1 : lexicon.row(key);
            idf[word] = lexicon == null ? 1 : lexicon.idf(rows[word]);
            prose[word] = 0;
            seenIn[word] = -1;
        }
        if (seenIn[word] == p) {
            name[place[word]] |= isName;
            return;
        }
        place[word] = entries;
        seenIn[word] = p;
        prose[word] += isProse[p] ? 1 : 0;
        words[entries] = word;
        name[entries] = isName;
        entries++;
    }

    private void reserve(int tokens, int paragraphs) {
        if (words.length < tokens) {
            int capacity = Math.max(tokens, 2 * words.length);
            words = new int[capacity];
            name = new boolean[capacity];
        }
        if (idf.length < tokens) {
            int capacity = Math.max(tokens, 2 * idf.length);
            idf = new float[capacity];
            rows = new int[capacity];
            prose = new int[capacity];
            seenIn = new int[capacity];
            place = new int[capacity];
        }
        if (isProse.length < paragraphs) {
            int capacity = Math.max(paragraphs, 2 * isProse.length);
            isProse = new boolean[capacity];
            first = new int[capacity + 1];
        }
    }
}
