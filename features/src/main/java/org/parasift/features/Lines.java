package org.parasift.features;

/** What is asked of every paragraph of a page, by others than itself too: how it begins and ends, its length. */
final class Lines {
    /** What the last char that shows is. */
    enum Ending {
        /** Full stop, question or exclamation mark, also before a closing quotation mark or bracket. */
        SENTENCE,
        /** A closing quotation mark or bracket without such a mark before it. */
        QUOTE,
        COLON,
        COMMA,
        /** Three points or the char for them. */
        ELLIPSIS,
        DASH,
        LETTER,
        DIGIT,
        OTHER
    }

    /** What the first char is. */
    enum Beginning {
        UPPER,
        LOWER,
        DIGIT,
        QUOTE,
        /** A bullet, dash, star, arrow … */
        BULLET,
        OTHER
    }

    private static final int HEADLINE_WORDS = 25;
    private static final int PROSE_WORDS = 15;

    private static final Ending[] ENDINGS = Ending.values();
    private static final Beginning[] BEGINNINGS = Beginning.values();

    private byte[] beginning = new byte[64];
    private byte[] ending = new byte[64];
    private int[] words = new int[64];
    private int[] proseBefore = new int[65];
    private boolean[] headline = new boolean[64];

    void read(Page page) {
        int paragraphs = page.paragraphs();
        if (words.length < paragraphs) {
            grow(Math.max(paragraphs, 2 * words.length));
        }
        proseBefore[0] = 0;
        for (int p = 0; p < paragraphs; p++) {
            int start = page.start(p);
            int end = page.end(p);
            beginning[p] = (byte) beginningOf(page.text(), start, end).ordinal();
            ending[p] = (byte) endingOf(page.text(), start, end).ordinal();
            words[p] = page.last(p) - page.first(p);
            headline[p] = !endsSentence(p) && words[p] <= HEADLINE_WORDS;
            proseBefore[p + 1] = proseBefore[p] + (endsSentence(p) && words[p] >= PROSE_WORDS ? 1 : 0);
        }
    }

    Beginning beginning(int paragraph) {
        return BEGINNINGS[beginning[paragraph]];
    }

    Ending ending(int paragraph) {
        return ENDINGS[ending[paragraph]];
    }

    /** Whether it ends as a sentence does: with a full stop, question or exclamation mark, or three points. */
    boolean endsSentence(int paragraph) {
        return ending(paragraph) == Ending.SENTENCE || ending(paragraph) == Ending.ELLIPSIS;
    }

    int words(int paragraph) {
        return words[paragraph];
    }

    /** How many of the paragraphs before {@code paragraph} are prose: a sentence of some length. */
    int proseBefore(int paragraph) {
        return proseBefore[paragraph];
    }

    /** Whether it looks like a headline: short and without the end of a sentence. */
    boolean headline(int paragraph) {
        return headline[paragraph];
    }

    private static Beginning beginningOf(char[] text, int start, int end) {
        if (start == end) {
            return Beginning.OTHER;
        }
        char c = text[start];
        if (Character.isUpperCase(c)) {
            return Beginning.UPPER;
        }
        if (Character.isLetter(c)) {
            return Beginning.LOWER;
        }
        if (Character.isDigit(c)) {
            return Beginning.DIGIT;
        }
        if (isQuote(c)) {
            return Beginning.QUOTE;
        }
        return "•·●▪■◦*-–—>»→+|#".indexOf(c) >= 0 ? Beginning.BULLET : Beginning.OTHER;
    }

    private static Ending endingOf(char[] text, int start, int end) {
        int last = end - 1;
        while (last >= start && (isQuote(text[last]) || text[last] == ')' || text[last] == ']' || text[last] <= ' ')) {
            last--;
        }
        if (last < start) {
            return Ending.OTHER;
        }
        char c = text[last];
        if (c == '…' || (c == '.' && last - 2 >= start && text[last - 1] == '.' && text[last - 2] == '.')) {
            return Ending.ELLIPSIS;
        }
        if (c == '.' || c == '!' || c == '?') {
            return Ending.SENTENCE;
        }
        if (last < end - 1) {
            return Ending.QUOTE;
        }
        if (Character.isLetter(c)) {
            return Ending.LETTER;
        }
        if (Character.isDigit(c)) {
            return Ending.DIGIT;
        }
        if (c == ':') {
            return Ending.COLON;
        }
        if (c == ',' || c == ';') {
            return Ending.COMMA;
        }
        return c == '-' || c == '–' || c == '—' ? Ending.DASH : Ending.OTHER;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '´' || c == '`' || c == '«' || c == '»' || (c >= '‘' && c <= '‟');
    }

    private void grow(int capacity) {
        beginning = new byte[capacity];
        ending = new byte[capacity];
        words = new int[capacity];
        proseBefore = new int[capacity + 1];
        headline = new boolean[capacity];
    }
}
