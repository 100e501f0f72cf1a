package org.parasift.features;

import java.util.Arrays;
import org.parasift.token.TokenKind;
import org.parasift.token.Tokens;

/** What is counted to know how a paragraph looks: one pass over its chars, one over its words. Reusable, of one thread. */
final class ShapeScan {
    /** A colon that ends a label such as {@code PHOTO CREDIT:} stands within so many chars. */
    private static final int LABEL = 60;

    /** Chars are looked at so many at a time. */
    private static final int TOGETHER = 1024;

    /** What is done with an ASCII char; all others stand behind. Of small letters and the blank, nine of ten, nothing is. */
    private static final byte[] ACTION = new byte[0x81];

    private static final byte NOTHING = 0;
    private static final byte CAPITAL = 1;
    private static final byte DIGIT = 2;
    private static final byte MARK = 3;
    private static final byte OTHER_SPACE = 4;
    private static final byte POINT = 5;
    private static final byte SENTENCE_MARK = 6;
    private static final byte QUOTE = 7;
    private static final byte OPEN_BRACKET = 8;
    private static final byte CLOSED_BRACKET = 9;
    private static final byte COLON = 10;
    private static final byte AT_SIGN = 11;
    private static final byte BEYOND_ASCII = 12;

    static {
        for (char c = 0; c < 0x80; c++) {
            ACTION[c] = Character.isWhitespace(c) || Character.isSpaceChar(c) ? OTHER_SPACE : MARK;
        }
        Arrays.fill(ACTION, 'a', 'z' + 1, NOTHING);
        ACTION[' '] = NOTHING;
        Arrays.fill(ACTION, 'A', 'Z' + 1, CAPITAL);
        Arrays.fill(ACTION, '0', '9' + 1, DIGIT);
        ACTION['.'] = POINT;
        ACTION['!'] = SENTENCE_MARK;
        ACTION['?'] = SENTENCE_MARK;
        ACTION['"'] = QUOTE;
        ACTION['('] = OPEN_BRACKET;
        ACTION['['] = OPEN_BRACKET;
        ACTION[')'] = CLOSED_BRACKET;
        ACTION[']'] = CLOSED_BRACKET;
        ACTION[':'] = COLON;
        ACTION['@'] = AT_SIGN;
        ACTION[0x80] = BEYOND_ASCII;
    }

    /** Where the chars stand with which something is done. */
    private final int[] places = new int[TOGETHER];

    int sentences;
    int wordChars;
    int capitals;
    int digits;
    /** Chars that are neither letter, digit nor white space. */
    int marks;
    /** Words with a capital that does not begin the paragraph. */
    int titleWords;
    /** Words all in capitals. */
    int capitalWords;

    int numberWords;
    int smallWords;
    int youWords;
    /** Chars between brackets. */
    int inBrackets;
    /** Words before a colon near the beginning. */
    int labelWords;

    boolean labelCapitals;
    /** A web or mail address, or a handle. */
    boolean address;
    /** Such as 7:30. */
    boolean time;
    /** A number from 1900 to 2099. */
    boolean year;
    /** A photographer, agency or the word for a picture. */
    boolean credit;
    /** A quotation that begins or ends elsewhere. */
    boolean openQuote;
    /** Ends in a sentence mark and a closing quotation mark. */
    boolean endsInQuote;
    /** Places where words have run together: {@code readMore}. */
    int gluedWords;

    void read(Page page, int paragraph) {
        readChars(page.text(), page.start(paragraph), page.end(paragraph));
        readWords(page, paragraph);
    }

    private void readChars(char[] text, int start, int end) {
        sentences = 0;
        capitals = 0;
        digits = 0;
        marks = 0;
        inBrackets = 0;
        gluedWords = 0;
        time = false;
        address = false;
        boolean straightOpen = false;
        int curlyOpen = 0;
        int bracket = -1;
        int colon = -1;
        for (int from = start; from < end; from += TOGETHER) {
            int count = places(text, from, Math.min(end, from + TOGETHER));
            for (int k = 0; k < count; k++) {
                int i = places[k];
                char c = text[i];
                int action = ACTION[Math.min(c, 0x80)];
                marks += action >= POINT && action < BEYOND_ASCII ? 1 : 0;
                switch (action) {
                    case CAPITAL -> {
                        capitals++;
                        gluedWords += i > start && i + 1 < end && isSmall(text[i - 1]) && isSmall(text[i + 1]) ? 1 : 0;
                    }
                    case DIGIT -> digits++;
                    case MARK -> marks++;
                    case POINT -> {
                        sentences += endsSentence(text, i, end) ? 1 : 0;
                        address |=
                                follows(text, i, end, ".com") || (i >= start + 3 && follows(text, i - 3, end, "www."));
                    }
                    case SENTENCE_MARK -> sentences += endsSentence(text, i, end) ? 1 : 0;
                    case QUOTE -> straightOpen = !straightOpen;
                    case OPEN_BRACKET -> bracket = bracket < 0 ? i : bracket;
                    case CLOSED_BRACKET -> {
                        inBrackets += bracket < 0 ? 0 : i + 1 - bracket;
                        bracket = -1;
                    }
                    case COLON -> {
                        colon = colon < 0 ? i : colon;
                        time |= i > start
                                && i + 2 < end
                                && isDigit(text[i - 1])
                                && isDigit(text[i + 1])
                                && isDigit(text[i + 2]);
                        address |= follows(text, i, end, "://");
                    }
                    case AT_SIGN -> address |= i + 1 < end && Character.isLetterOrDigit(text[i + 1]);
                    case BEYOND_ASCII -> {
                        if (Character.isLetterOrDigit(c)) {
                            capitals += Character.isUpperCase(c) ? 1 : 0;
                        } else {
                            marks += Character.isWhitespace(c) || Character.isSpaceChar(c) ? 0 : 1;
                            curlyOpen += c == '“' ? 1 : c == '”' ? -1 : 0;
                        }
                    }
                    default -> {}
                }
            }
        }
        openQuote = straightOpen || curlyOpen != 0;
        endsInQuote =
                end - start >= 2 && (text[end - 1] == '"' || text[end - 1] == '”') && ".!?".indexOf(text[end - 2]) >= 0;
        readLabel(text, start, colon);
    }

    /**
     * Finds the chars with which something is done, at most {@value #TOGETHER}. Without a branch, which would be mispredicted
     * at each of them.
     */
    private int places(char[] text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            places[count] = i;
            count += (ACTION[Math.min(text[i], 0x80)] + 0xF) >>> 4;
        }
        return count;
    }

    /** Whether after a sentence mark a blank or the end comes before any letter, digit or other such mark. */
    private static boolean endsSentence(char[] text, int mark, int end) {
        for (int i = mark + 1; i < end; i++) {
            char c = text[i];
            if (c == ' ') {
                return true;
            }
            if (c == '.' || c == '!' || c == '?' || Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private void readLabel(char[] text, int start, int colon) {
        labelWords = 0;
        labelCapitals = false;
        if (colon <= start || colon - start >= LABEL) {
            return;
        }
        boolean small = false;
        boolean capital = false;
        for (int i = start; i < colon; i++) {
            boolean begins = i == start || Character.isWhitespace(text[i - 1]);
            labelWords += begins && !Character.isWhitespace(text[i]) ? 1 : 0;
            small |= Character.isLowerCase(text[i]);
            capital |= Character.isUpperCase(text[i]);
        }
        labelCapitals = capital && !small;
    }

    private void readWords(Page page, int paragraph) {
        wordChars = 0;
        titleWords = 0;
        capitalWords = 0;
        numberWords = 0;
        smallWords = 0;
        youWords = 0;
        year = false;
        credit = false;
        char[] text = page.text();
        Tokens tokens = page.tokens();
        PageWords words = page.words();
        int first = page.first(paragraph);
        int last = page.last(paragraph);
        for (int i = first; i < last; i++) {
            int start = tokens.start(i);
            int end = tokens.end(i);
            int lists = words.lists(words.at(i));
            wordChars += end - start;
            if (tokens.kind(i) == TokenKind.NUMBER) {
                numberWords++;
                year |= end - start == 4 && (follows(text, start, end, "19") || follows(text, start, end, "20"));
                continue;
            }
            smallWords += lists & ListedWords.SMALL;
            youWords += (lists & ListedWords.YOU) / ListedWords.YOU;
            if (Chars.isUpper(text[start])) {
                titleWords += i > first ? 1 : 0;
                capitalWords += end - start > 1 && Chars.isUpper(text[end - 1]) ? 1 : 0;
                credit |= (lists & ListedWords.CREDIT) != 0;
            }
        }
    }

    private static boolean follows(char[] text, int at, int end, String what) {
        if (at < 0 || at + what.length() > end) {
            return false;
        }
        for (int i = 0; i < what.length(); i++) {
            char c = text[at + i];
            if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != what.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
