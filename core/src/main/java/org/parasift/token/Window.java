package org.parasift.token;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The chars that are being tokenized, copied from whatever the text is, so that the scanners know only one form of it. A
 * long text goes through piece by piece. Owned by one thread, grows as needed, is never shrunk.
 */
final class Window {
    /** As many chars as stay in the fastest cache with all that is made of them: 8192 gives 472 MB/s of ASCII news, 2048 502. */
    private static final int SIZE = 2048;

    /** Room behind the text, for scanners read whole blocks. */
    private static final int PADDING = 64;

    private static final int ONE_BY_ONE = 32;

    /** If more of these have no stand-in, the text is not Latin, and the rest has none. */
    private static final int FOREIGN_TEXT = 8;

    char[] chars = new char[SIZE + PADDING];

    /** What stands in for each char, see {@link Characters#STAND_IN}; filled by {@link #narrow}. */
    byte[] ascii = new byte[SIZE + PADDING];

    /** Rows that need a second look, see {@link BlockScanner}. */
    int[] rows = new int[SIZE];

    private final CharsetEncoder latin1 = StandardCharsets.ISO_8859_1.newEncoder();
    private CharBuffer charBuffer = CharBuffer.wrap(chars);
    private ByteBuffer asciiBuffer = ByteBuffer.wrap(ascii);

    /** How many chars of text fit. */
    int capacity() {
        return chars.length - PADDING;
    }

    /** Makes room for twice as many. */
    void grow() {
        chars = Arrays.copyOf(chars, capacity() * 2 + PADDING);
        ascii = new byte[chars.length];
        rows = new int[chars.length];
        charBuffer = CharBuffer.wrap(chars);
        asciiBuffer = ByteBuffer.wrap(ascii);
    }

    /**
     * Fills {@link #ascii} from the first {@code length} chars. The JDK's encoder is compiled to vector instructions, which
     * no plain loop from chars to bytes is; it stops at a char beyond U+00FF, and a few behind it are then done one by one,
     * for such chars come in groups.
     */
    void narrow(int length) {
        for (int at = 0; at < length; ) {
            charBuffer.limit(length).position(at);
            asciiBuffer.limit(length).position(at);
            latin1.reset();
            latin1.encode(charBuffer, asciiBuffer, true);
            int encoded = charBuffer.position();
            standIn(at, encoded);
            at = Math.min(length, encoded + ONE_BY_ONE);
            if (oneByOne(encoded, at) < -FOREIGN_TEXT) {
                Arrays.fill(ascii, at, length, (byte) -1); // read as chars anyway
                at = length;
            }
        }
    }

    /** Returns a number that is the more negative the more chars have no stand-in. */
    private int oneByOne(int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            byte b = Characters.STAND_IN[chars[i]];
            ascii[i] = b;
            sum += b >> 7;
        }
        return sum;
    }

    /** Looks for bytes beyond ASCII, eight at a time, and puts what stands in for them. */
    private void standIn(int from, int to) {
        for (int i = from; i < to; i += 8) {
            long beyond = (long) BlockScanner.EIGHT.get(ascii, i) & BlockScanner.TOP;
            for (; beyond != 0; beyond &= beyond - 1) {
                int at = i + (Long.numberOfTrailingZeros(beyond) >>> 3);
                ascii[at] = Characters.STAND_IN[chars[at]];
            }
        }
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
            if (at + 8 <= end
                    && count + 8 <= room
                    && ((long) BlockScanner.EIGHT.get(utf8, at) & BlockScanner.TOP) == 0) {
                for (int i = 0; i < 8; i++) {
                    chars[count + i] = (char) utf8[at + i];
                }
                count += 8;
                at += 8;
            } else {
                long step = Utf8.decode(utf8, at, end);
                count += Character.toChars(Utf8.codePoint(step), chars, count);
                at += Utf8.length(step);
            }
        }
        return (long) count << 32 | at;
    }
}
