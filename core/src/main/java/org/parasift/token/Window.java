package org.parasift.token;

import java.util.Arrays;

/**
 * The chars that are being tokenized, copied from whatever the text is, so that the scanners know only one form of it. A
 * long text goes through piece by piece. Owned by one thread, grows as needed, is never shrunk.
 */
final class Window {
    /** As many chars as stay in the fastest cache. */
    private static final int SIZE = 8192;

    /** Room behind the text, for scanners read whole blocks. */
    private static final int PADDING = 64;

    char[] chars = new char[SIZE + PADDING];

    /** How many chars of text fit. */
    int capacity() {
        return chars.length - PADDING;
    }

    /** Makes room for twice as many. */
    void grow() {
        chars = Arrays.copyOf(chars, capacity() * 2 + PADDING);
    }

    /** Copies chars of a text to the front. */
    void copy(CharSequence text, int start, int end) {
        if (text instanceof String string) {
            string.getChars(start, end, chars, 0);
        } else if (text instanceof StringBuilder builder) {
            builder.getChars(start, end, chars, 0);
        } else {
            for (int i = start; i < end; i++) {
                chars[i - start] = text.charAt(i);
            }
        }
    }

    void copy(char[] text, int start, int end) {
        System.arraycopy(text, start, chars, 0, end - start);
    }

    /**
     * Decodes UTF-8 to the front until the window or the bytes are used up.
     *
     * @return {@code chars << 32 | the offset behind the last byte read}
     */
    long decode(byte[] utf8, int start, int end) {
        int count = 0;
        int at = start;
        int room = capacity() - 1;
        while (at < end && count < room) {
            byte b = utf8[at];
            if (b >= 0) {
                chars[count++] = (char) b;
                at++;
            } else {
                long step = Utf8.decode(utf8, at, end);
                count += Character.toChars(Utf8.codePoint(step), chars, count);
                at += Utf8.length(step);
            }
        }
        return (long) count << 32 | at;
    }
}
