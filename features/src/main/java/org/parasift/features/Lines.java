package org.parasift.features;

import java.util.Arrays;
import org.parasift.token.TokenKind;
import org.parasift.token.Tokens;

/** How each paragraph of a page looks, from one pass over its chars. */
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

    private static final Ending[] ENDINGS = Ending.values();
    private static final Beginning[] BEGINNINGS = Beginning.values();

    private byte[] beginning = new byte[64];
    private byte[] ending = new byte[64];
    private int[] words = new int[64];
    private int[] sentences = new int[64];
    private float[] upperShare = new float[64];
    private float[] digitShare = new float[64];
    private float[] titleShare = new float[64];
    private boolean[] headline = new boolean[64];

    void read(Page page) {
        int paragraphs = page.paragraphs();
        if (words.length < paragraphs) {
            grow(Math.max(paragraphs, 2 * words.length));
        }
        for (int p = 0; p < paragraphs; p++) {
            readChars(page, p);
            readWords(page, p);
            headline[p] = page.end(p) - page.start(p) < 110 && ending(p) != Ending.SENTENCE;
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

    int sentences(int paragraph) {
        return sentences[paragraph];
    }

    /** Capital letters among the letters. */
    float upperShare(int paragraph) {
        return upperShare[paragraph];
    }

    /** Digits among all chars. */
    float digitShare(int paragraph) {
        return digitShare[paragraph];
    }

    /** Words that begin with a capital letter among the words. */
    float titleShare(int paragraph) {
        return titleShare[paragraph];
    }

    /** Whether it looks like a headline: short and without the end of a sentence. */
    boolean headline(int paragraph) {
        return headline[paragraph];
    }

    private void readChars(Page page, int p) {
        char[] text = page.text();
        int start = page.start(p);
        int end = page.end(p);
        int letters = 0;
        int upper = 0;
        int digits = 0;
        int ends = 0;
        boolean afterMark = false;
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c >= 'a' && c <= 'z') {
                letters++;
                afterMark = false;
            } else if (c == ' ') {
                ends += afterMark ? 1 : 0;
                afterMark = false;
            } else if (c >= 'A' && c <= 'Z') {
                letters++;
                upper++;
                afterMark = false;
            } else if (c >= '0' && c <= '9') {
                digits++;
                afterMark = false;
            } else if (c == '.' || c == '!' || c == '?') {
                afterMark = true;
            } else if (c >= 0x80 && Character.isLetter(c)) {
                letters++;
                upper += Character.isUpperCase(c) ? 1 : 0;
                afterMark = false;
            }
        }
        sentences[p] = ends + (afterMark ? 1 : 0);
        upperShare[p] = letters == 0 ? 0 : (float) upper / letters;
        digitShare[p] = end == start ? 0 : (float) digits / (end - start);
        beginning[p] = (byte) beginningOf(text, start, end).ordinal();
        ending[p] = (byte) endingOf(text, start, end).ordinal();
    }

    private void readWords(Page page, int p) {
        Tokens tokens = page.tokens();
        char[] text = page.text();
        int last = page.last(p);
        int count = 0;
        int titles = 0;
        for (int i = page.first(p); i < last; i++) {
            count++;
            if (tokens.kind(i) == TokenKind.WORD && Character.isUpperCase(text[tokens.start(i)])) {
                titles++;
            }
        }
        words[p] = count;
        titleShare[p] = count == 0 ? 0 : (float) titles / count;
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
        sentences = new int[capacity];
        upperShare = Arrays.copyOf(upperShare, capacity);
        digitShare = Arrays.copyOf(digitShare, capacity);
        titleShare = Arrays.copyOf(titleShare, capacity);
        headline = new boolean[capacity];
    }
}
