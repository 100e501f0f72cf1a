package org.parasift.features;

import java.util.Arrays;
import org.parasift.token.TokenKind;
import org.parasift.token.Tokens;

/** What is counted to know how a paragraph looks: one pass over its chars, one over its words. Reusable, of one thread. */
final class ShapeScan {
    /** A colon that ends a label such as {@code PHOTO CREDIT:} stands within so many chars. */
    private static final int LABEL = 60;

    /** Chars of which nothing is counted: small letters and the blank, nine of ten. */
    private static final boolean[] QUIET = new boolean[0x80];

    static {
        Arrays.fill(QUIET, 'a', 'z' + 1, true);
        QUIET[' '] = true;
    }

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
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c < QUIET.length && QUIET[c]) {
                continue;
            }
            if (c >= 'A' && c <= 'Z') {
                capitals++;
                gluedWords += i > start && i + 1 < end && isSmall(text[i - 1]) && isSmall(text[i + 1]) ? 1 : 0;
            } else if (isDigit(c)) {
                digits++;
            } else if (c >= 0x80 && Character.isLetterOrDigit(c)) {
                capitals += Character.isUpperCase(c) ? 1 : 0;
            } else {
                marks += Character.isWhitespace(c) || Character.isSpaceChar(c) ? 0 : 1;
                switch (c) {
                    case '.' -> {
                        sentences += endsSentence(text, i, end) ? 1 : 0;
                        address |=
                                follows(text, i, end, ".com") || (i >= start + 3 && follows(text, i - 3, end, "www."));
                    }
                    case '!', '?' -> sentences += endsSentence(text, i, end) ? 1 : 0;
                    case '"' -> straightOpen = !straightOpen;
                    case '“' -> curlyOpen++;
                    case '”' -> curlyOpen--;
                    case '(', '[' -> bracket = bracket < 0 ? i : bracket;
                    case ')', ']' -> {
                        inBrackets += bracket < 0 ? 0 : i + 1 - bracket;
                        bracket = -1;
                    }
                    case ':' -> {
                        colon = colon < 0 ? i : colon;
                        time |= i > start
                                && i + 2 < end
                                && isDigit(text[i - 1])
                                && isDigit(text[i + 1])
                                && isDigit(text[i + 2]);
                        address |= follows(text, i, end, "://");
                    }
                    case '@' -> address |= i + 1 < end && Character.isLetterOrDigit(text[i + 1]);
                    default -> {}
                }
            }
        }
        openQuote = straightOpen || curlyOpen != 0;
        endsInQuote =
                end - start >= 2 && (text[end - 1] == '"' || text[end - 1] == '”') && ".!?".indexOf(text[end - 2]) >= 0;
        readLabel(text, start, colon);
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
