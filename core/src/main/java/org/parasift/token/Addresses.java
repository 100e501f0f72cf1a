package org.parasift.token;

/**
 * Finds addresses and handles for the tailoring ADDRESS; the first of these that begins earliest is cut out of the text,
 * and what is before and behind it is tokenized as if it stood alone:
 *
 * <ul>
 *   <li>a URL, {@code scheme://} or {@code www.} and whatever follows up to white space, quotes, angle brackets or other
 *       chars that never stand in one; letters, digits and emoji of all planes do. Closing punctuation at its end is left
 *       out: {@code https://x.org/a_(b)?c=1}. A {@code www.} inside a host or mail address begins nothing
 *   <li>a host with a path: {@code bbc.co.uk/news}. A host is made of two labels or more of ASCII letters, digits and
 *       hyphens with points between, the last one of two letters or more; a bare host is a word as other words
 *   <li>a mail address: {@code first.last@host}
 *   <li>a handle: {@code @} or {@code #} not behind a word, and the letters, digits and connectors behind it, a letter
 *       among them: {@code @nytimes}, {@code #Iran}
 * </ul>
 */
final class Addresses {
    private Addresses() {}

    /** The first address from {@code from} on, as a pair for {@link #start} and {@link #end}, or -1 if there is none. */
    static long find(char[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            long span =
                    switch (chars[i]) {
                        case ':' -> scheme(chars, from, i, to);
                        case 'w', 'W' -> world(chars, from, i, to);
                        case '/' -> hostAndPath(chars, from, i, to);
                        case '@' -> {
                            long mail = mail(chars, from, i, to);
                            yield mail >= 0 ? mail : handle(chars, from, i, to);
                        }
                        case '#' -> handle(chars, from, i, to);
                        default -> -1;
                    };
            if (span >= 0) {
                return span;
            }
        }
        return -1;
    }

    static int start(long span) {
        return (int) (span >>> 32);
    }

    static int end(long span) {
        return (int) span;
    }

    /** The kind of an address by its first char. */
    static TokenKind kind(char[] chars, int start) {
        return chars[start] == '@' || chars[start] == '#' ? TokenKind.HANDLE : TokenKind.ADDRESS;
    }

    private static long span(int start, int end) {
        return (long) start << 32 | end;
    }

    private static long scheme(char[] chars, int from, int colon, int to) {
        int start = colon;
        while (start > from && isAsciiLetter(chars[start - 1])) {
            start--;
        }
        boolean slashes = colon + 2 < to && chars[colon + 1] == '/' && chars[colon + 2] == '/';
        if (!slashes || colon - start < 2 || isWordBefore(chars, from, start)) {
            return -1;
        }
        int end = urlEnd(chars, colon + 3, to);
        return end > colon + 3 ? span(start, end) : -1;
    }

    private static long world(char[] chars, int from, int w, int to) {
        boolean www = w + 4 < to
                && (chars[w + 1] | 0x20) == 'w'
                && (chars[w + 2] | 0x20) == 'w'
                && chars[w + 3] == '.'
                && isHostChar(chars[w + 4])
                && !isWordBefore(chars, from, w)
                && !(w - 1 > from && isMailChar(chars[w - 1]) && isAsciiLetterOrDigit(chars[w - 2])); // old-www.x.org
        return www ? span(w, urlEnd(chars, w + 5, to)) : -1;
    }

    private static long hostAndPath(char[] chars, int from, int slash, int to) {
        int start = hostStart(chars, from, slash);
        if (slash + 1 == to || !isAsciiLetterOrDigit(chars[slash + 1]) || hostEnd(chars, start, slash) != slash) {
            return -1;
        }
        boolean inside = isWordBefore(chars, from, start) || (start > from && chars[start - 1] == '/');
        return inside ? -1 : span(start, urlEnd(chars, slash + 1, to));
    }

    private static int hostStart(char[] chars, int from, int end) {
        int start = end;
        while (start > from && (isHostChar(chars[start - 1]) || chars[start - 1] == '.')) {
            start--;
        }
        while (start < end && !isAsciiLetterOrDigit(chars[start])) {
            start++;
        }
        return start;
    }

    private static long mail(char[] chars, int from, int at, int to) {
        int start = at;
        while (start > from && isMailChar(chars[start - 1])) {
            start--;
        }
        while (start < at && !isAsciiLetterOrDigit(chars[start])) {
            start++;
        }
        if (start == at || isWordBefore(chars, from, start)) {
            return -1;
        }
        int end = hostEnd(chars, at + 1, to);
        return end > at && (end == to || !isWord(Character.codePointAt(chars, end, to))) ? span(start, end) : -1;
    }

    /** The end of the host that begins at {@code from}, or -1 if there is none. */
    private static int hostEnd(char[] chars, int from, int to) {
        int end = -1;
        int label = from;
        for (int i = from; ; i++) {
            if (i < to && isHostChar(chars[i])) {
                continue;
            }
            if (i == label || chars[label] == '-' || chars[i - 1] == '-') {
                return end;
            }
            if (label > from && isTopLevel(chars, label, i)) {
                end = i;
            }
            if (i == to || chars[i] != '.') {
                return end;
            }
            label = i + 1;
        }
    }

    private static boolean isTopLevel(char[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isAsciiLetter(chars[i])) {
                return false;
            }
        }
        return to - from >= 2;
    }

    private static long handle(char[] chars, int from, int sign, int to) {
        if (isWordBefore(chars, from, sign)) {
            return -1;
        }
        boolean letter = false;
        int end = sign + 1;
        while (end < to) {
            int codePoint = Character.codePointAt(chars, end, to);
            if (!isWord(codePoint) && !isMark(codePoint)) {
                break;
            }
            letter |= has(codePoint, LETTERS);
            end += Character.charCount(codePoint);
        }
        return letter ? span(sign, end) : -1;
    }

    private static final int LETTERS =
            Content.LETTER | Content.HANGUL | Content.KATAKANA | Content.HIRAGANA | Content.IDEOGRAPH;

    private static int urlEnd(char[] chars, int from, int to) {
        int end = from;
        int open = 0;
        int closed = 0;
        while (end < to) {
            int codePoint = Character.codePointAt(chars, end, to);
            if (!isUrlCharacter(codePoint)) {
                break;
            }
            open += codePoint == '(' ? 1 : 0;
            closed += codePoint == ')' ? 1 : 0;
            end += Character.charCount(codePoint);
        }
        while (end > from && (isClosing(chars[end - 1]) || (chars[end - 1] == ')' && closed > open))) {
            closed -= chars[--end] == ')' ? 1 : 0;
        }
        return end;
    }

    private static boolean isUrlCharacter(int c) {
        return c < 0x7F
                ? c > ' ' && "\"<>\\^`{|}".indexOf(c) < 0
                : has(c, LETTERS | Content.DIGIT | Content.EMOJI) || isMark(c);
    }

    private static boolean isClosing(char c) {
        return ".,;:!?'*[]".indexOf(c) >= 0;
    }

    private static boolean isMark(int codePoint) {
        WordClass wordClass = WordClass.of(Characters.properties(codePoint) & Characters.CLASS_MASK);
        return wordClass == WordClass.EXTEND || wordClass == WordClass.ZWJ;
    }

    private static boolean isWordBefore(char[] chars, int from, int at) {
        return at > from && isWord(Character.codePointBefore(chars, at, from));
    }

    /** A letter or digit of any script, or an underscore. */
    private static boolean isWord(int codePoint) {
        return codePoint == '_' || has(codePoint, LETTERS | Content.DIGIT);
    }

    private static boolean has(int codePoint, int content) {
        return (Characters.properties(codePoint) >>> Characters.CONTENT_SHIFT & content) != 0;
    }

    private static boolean isMailChar(char c) {
        return isAsciiLetterOrDigit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
    }

    private static boolean isHostChar(char c) {
        return isAsciiLetterOrDigit(c) || c == '-';
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return isAsciiLetter(c) || (c >= '0' && c <= '9');
    }

    private static boolean isAsciiLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
}
