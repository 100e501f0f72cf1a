package org.parasift.features;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parasift.token.TokenKind;
import org.parasift.token.Tokens;

/**
 * The content words of a page. Every different word gets a number, counted from 0; each paragraph has the list of its
 * different words, and each word the number of prose paragraphs it occurs in.
 */
final class Content {
    /** Prose: ends as a sentence does and has at least so many words. */
    private static final int PROSE_WORDS = 8;

    /** Instead of a content word: none; and one that its form at the place at hand decides. */
    private static final int NONE = -1;

    private static final int BY_FORM = -2;

    /** Instead of a paragraph after: none; its negative for none before. So far that differences tell what is beyond. */
    static final int FAR = 1 << 30;

    /** Tokens are looked at so many at a time. */
    private static final int TOGETHER = 512;

    private final int[] places = new int[TOGETHER];
    private final Numbering numbering = new Numbering();
    /** Of each of the page's words which content word it is. */
    private int[] contentWord = new int[512];

    private long[] scratch = new long[512];
    private float[] idf = new float[512];
    private int[] rows = new int[512];
    /** Prose paragraphs a word occurs in. */
    private int[] prose = new int[512];
    /** The first paragraph it occurs in. */
    private int[] firstParagraph = new int[512];
    /** The first and the last prose paragraph it occurs in. */
    private int[] firstProse = new int[512];

    private int[] lastProse = new int[512];
    /** The place where it stands last. */
    private int[] latest = new int[512];

    /** Words of the paragraphs, one after the other. */
    private int[] words = new int[1024];

    private boolean[] name = new boolean[1024];
    private int[] paragraphOf = new int[1024];
    /** Of each place the paragraphs before and after that have the same word. */
    private int[] before = new int[1024];

    private int[] after = new int[1024];
    private int[] first = new int[65];
    private boolean[] isProse = new boolean[64];
    private int entries;

    void read(Page page, @Nullable Lexicon lexicon) {
        reserve(page.words().size(), page.paragraphs());
        numbering.clear(page.words().size() + 1);
        number(page);
        learn(0, lexicon);
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

    /** The paragraph before that has the word at a place too, or else {@code -FAR}. */
    int paragraphBefore(int place) {
        return before[place];
    }

    /** The paragraph after that has the word at a place too, or else {@link #FAR}. */
    int paragraphAfter(int place) {
        return after[place];
    }

    /** The first paragraph that a word occurs in. */
    int firstParagraph(int word) {
        return firstParagraph[word];
    }

    /** The first prose paragraph that a word occurs in, or else {@link #FAR}. */
    int firstProse(int word) {
        return firstProse[word];
    }

    /** The last prose paragraph that a word occurs in, or -1. */
    int lastProse(int word) {
        return lastProse[word];
    }

    /** How many prose paragraphs a word occurs in. */
    int proseParagraphs(int word) {
        return prose[word];
    }

    /** Whether a paragraph is prose: at least a sentence. */
    boolean isProse(int paragraph) {
        return isProse[paragraph];
    }

    /** Finds out which content word each word of the page is. */
    private void number(Page page) {
        PageWords words = page.words();
        char[] text = page.text();
        Tokens tokens = page.tokens();
        int size = words.size();
        for (int word = 0; word < size; word++) {
            contentWord[word] = NONE;
            if ((words.lists(word) & ListedWords.SMALL) == 0) {
                int token = words.firstToken(word);
                if (Stems.dependsOnForm(text, tokens, token)) {
                    contentWord[word] = BY_FORM;
                } else {
                    long key = Stems.keyOfWord(text, tokens, token);
                    contentWord[word] = key == 0 ? NONE : numbering.number(key);
                }
            }
        }
    }

    /** Looks up content words from a number on: all at once, for each look-up waits for memory. */
    private void learn(int from, @Nullable Lexicon lexicon) {
        int size = numbering.size();
        reserveContentWords(size);
        Arrays.fill(latest, from, size, -1);
        Arrays.fill(prose, from, size, 0);
        Arrays.fill(firstProse, from, size, FAR);
        Arrays.fill(lastProse, from, size, -1);
        if (lexicon == null) {
            Arrays.fill(rows, from, size, -1);
            Arrays.fill(idf, from, size, 1);
        } else {
            lexicon.find(numbering.keys(), from, size, scratch, rows);
            for (int word = from; word < size; word++) {
                idf[word] = lexicon.idf(rows[word]);
            }
        }
    }

    private void readParagraph(Page page, int p, @Nullable Lexicon lexicon) {
        char[] text = page.text();
        Tokens tokens = page.tokens();
        PageWords pageWords = page.words();
        int first = page.first(p);
        int last = page.last(p);
        for (int from = first; from < last; from += TOGETHER) {
            // First those that may be content words, without a branch: every other one is, and none foretells the next.
            int to = Math.min(last, from + TOGETHER);
            int count = 0;
            for (int i = from; i < to; i++) {
                places[count] = i;
                int unlikeNone = contentWord[pageWords.at(i)] - NONE;
                count += (unlikeNone | -unlikeNone) >>> 31;
            }
            for (int k = 0; k < count; k++) {
                int i = places[k];
                int word = contentWord[pageWords.at(i)];
                char initial = text[tokens.start(i)];
                if (word == BY_FORM || initial >= 0x80) {
                    word = byForm(text, tokens, i, lexicon);
                }
                if (word >= 0 && tokens.kind(i) == TokenKind.WORD) {
                    enter(word, Chars.isUpper(initial) && i > first && !beginsSentence(text, tokens, i), p);
                }
            }
        }
    }

    /** Whether a mark that may end a sentence, or begin a quotation, stands before a token that is not the first. */
    private static boolean beginsSentence(char[] text, Tokens tokens, int token) {
        boolean begins = false;
        for (int c = tokens.end(token - 1); c < tokens.start(token); c++) {
            begins |= opensSentence(text[c]);
        }
        return begins;
    }

    private int byForm(char[] text, Tokens tokens, int token, @Nullable Lexicon lexicon) {
        long key = Stems.keyUnlessSmall(text, tokens, token);
        if (key == 0) {
            return NONE;
        }
        int known = numbering.size();
        int word = numbering.number(key);
        if (word == known) {
            learn(word, lexicon);
        }
        return word;
    }

    private static boolean opensSentence(char c) {
        return c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == '“' || c == '‘';
    }

    private void enter(int word, boolean isName, int p) {
        if (entries == words.length) {
            growEntries();
        }
        int last = latest[word];
        before[entries] = -FAR;
        after[entries] = FAR;
        if (last < 0) {
            firstParagraph[word] = p;
        } else if (paragraphOf[last] == p) {
            name[last] |= isName;
            return;
        } else {
            before[entries] = paragraphOf[last];
            after[last] = p;
        }
        latest[word] = entries;
        paragraphOf[entries] = p;
        if (isProse[p]) {
            prose[word]++;
            lastProse[word] = p;
            if (firstProse[word] == FAR) {
                firstProse[word] = p;
            }
        }
        words[entries] = word;
        name[entries] = isName;
        entries++;
    }

    private void growEntries() {
        int capacity = 2 * words.length;
        words = Arrays.copyOf(words, capacity);
        name = Arrays.copyOf(name, capacity);
        paragraphOf = Arrays.copyOf(paragraphOf, capacity);
        before = Arrays.copyOf(before, capacity);
        after = Arrays.copyOf(after, capacity);
    }

    private void reserveContentWords(int size) {
        if (idf.length < size) {
            int capacity = Math.max(size, 2 * idf.length);
            scratch = Arrays.copyOf(scratch, capacity);
            idf = Arrays.copyOf(idf, capacity);
            rows = Arrays.copyOf(rows, capacity);
            prose = Arrays.copyOf(prose, capacity);
            firstParagraph = Arrays.copyOf(firstParagraph, capacity);
            firstProse = Arrays.copyOf(firstProse, capacity);
            lastProse = Arrays.copyOf(lastProse, capacity);
            latest = Arrays.copyOf(latest, capacity);
        }
    }

    private void reserve(int pageWords, int paragraphs) {
        if (contentWord.length < pageWords) {
            contentWord = new int[Math.max(pageWords, 2 * contentWord.length)];
        }
        if (isProse.length < paragraphs) {
            int capacity = Math.max(paragraphs, 2 * isProse.length);
            isProse = new boolean[capacity];
            first = new int[capacity + 1];
        }
    }
}
