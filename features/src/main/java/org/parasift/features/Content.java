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
    /** The first paragraph it occurs in. */
    private int[] firstParagraph = new int[512];
    /** The place where it stands last. */
    private int[] latest = new int[512];

    /** Words of the paragraphs, one after the other. */
    private int[] words = new int[1024];

    private boolean[] name = new boolean[1024];
    private int[] paragraphOf = new int[1024];
    /** The places where the same word stands next, before and after; -1 for none. */
    private int[] earlier = new int[1024];

    private int[] later = new int[1024];
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

    /** The paragraph before that has the word at a place too, or else a very negative number. */
    int paragraphBefore(int place) {
        return earlier[place] < 0 ? Integer.MIN_VALUE : paragraphOf[earlier[place]];
    }

    /** The paragraph after that has the word at a place too, or else a very great number. */
    int paragraphAfter(int place) {
        return later[place] < 0 ? Integer.MAX_VALUE : paragraphOf[later[place]];
    }

    /** How many prose paragraphs have the word at a place, of its own paragraph and {@code reach} before and after. */
    int proseNear(int place, int reach) {
        int p = paragraphOf[place];
        int count = isProse[p] ? 1 : 0;
        for (int i = earlier[place]; i >= 0 && paragraphOf[i] >= p - reach; i = earlier[i]) {
            count += isProse[paragraphOf[i]] ? 1 : 0;
        }
        for (int i = later[place]; i >= 0 && paragraphOf[i] <= p + reach; i = later[i]) {
            count += isProse[paragraphOf[i]] ? 1 : 0;
        }
        return count;
    }

    /** The first paragraph that a word occurs in. */
    int firstParagraph(int word) {
        return firstParagraph[word];
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
        ListedWords lists = page.listedWords();
        int from = page.start(p);
        boolean sentenceStart = true;
        int last = page.last(p);
        for (int i = page.first(p); i < last; i++) {
            int start = tokens.start(i);
            for (int c = from; c < start; c++) {
                sentenceStart |= opensSentence(text[c]);
            }
            from = tokens.end(i);
            boolean small = (lists.at(i) & ListedWords.SMALL) != 0;
            long key = small ? 0 : Stems.keyUnlessSmall(text, tokens, i);
            if (key != 0) {
                boolean isName = !sentenceStart && Chars.isUpper(text[start]);
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
            firstParagraph[word] = p;
            latest[word] = -1;
        }
        int before = latest[word];
        if (before >= 0) {
            if (paragraphOf[before] == p) {
                name[before] |= isName;
                return;
            }
            later[before] = entries;
        }
        latest[word] = entries;
        earlier[entries] = before;
        later[entries] = -1;
        paragraphOf[entries] = p;
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
            paragraphOf = new int[capacity];
            earlier = new int[capacity];
            later = new int[capacity];
        }
        if (idf.length < tokens) {
            int capacity = Math.max(tokens, 2 * idf.length);
            idf = new float[capacity];
            rows = new int[capacity];
            prose = new int[capacity];
            firstParagraph = new int[capacity];
            latest = new int[capacity];
        }
        if (isProse.length < paragraphs) {
            int capacity = Math.max(paragraphs, 2 * isProse.length);
            isProse = new boolean[capacity];
            first = new int[capacity + 1];
        }
    }
}
