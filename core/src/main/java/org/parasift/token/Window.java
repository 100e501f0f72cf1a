package org.parasift.token;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
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

    /** So many chars are looked up at a time; the window is a multiple of it. */
    private static final int GROUP = 32;

    /** If more of a group are foreign, so is the next one. */
    private static final int FOREIGN_TEXT = 8;

    char[] chars = new char[SIZE + PADDING];

    /** What stands in for each char, see {@link StandIn}; filled by {@link #narrow}. */
    byte[] standIns = new byte[SIZE + PADDING];

    /** Whether the last group that was looked up is of another script than Latin. */
    private boolean foreign;

    /** The bytes that {@link #decode} has read: the place of the first, how many are ASCII, and of each char behind. */
    private int firstByte;

    private int asciiChars;
    private int[] byteOffsets = new int[0];

    /** Rows that need a second look, see {@link BlockScanner}. */
    int[] rows = new int[SIZE];

    private final CharsetDecoder ascii = StandardCharsets.US_ASCII.newDecoder();
    private final CharsetEncoder latin1 = StandardCharsets.ISO_8859_1.newEncoder();
    private CharBuffer charBuffer = CharBuffer.wrap(chars);
    private ByteBuffer standInBuffer = ByteBuffer.wrap(standIns);

    /** How many chars of text fit. */
    int capacity() {
        return chars.length - PADDING;
    }

    /** Makes room for twice as many. */
    void grow() {
        chars = Arrays.copyOf(chars, capacity() * 2 + PADDING);
        standIns = new byte[chars.length];
        rows = new int[chars.length];
        charBuffer = CharBuffer.wrap(chars);
        standInBuffer = ByteBuffer.wrap(standIns);
    }

    /**
     * Fills {@link #standIns} from the first {@code length} chars. The JDK's encoder is compiled to vector instructions, which
     * no plain loop from chars to bytes is; it stops at a char beyond U+00FF, and a group is then looked up char by char,
     * for such chars come in groups, and the next one too in a text of another script.
     */
    void narrow(int length) {
        for (int at = 0; at < length; ) {
            if (!foreign) {
                int encoded = encode(at, (length + GROUP - 1) & -GROUP);
                standIn(at, encoded);
                at = encoded;
            }
            if (at < length) {
                foreign = lookUp(at) > FOREIGN_TEXT;
                at += GROUP;
            }
        }
    }

    /** Takes chars up to U+00FF as they are; returns the place behind the last one. */
    private int encode(int from, int to) {
        charBuffer.limit(to).position(from);
        standInBuffer.limit(to).position(from);
        latin1.reset();
        latin1.encode(charBuffer, standInBuffer, true);
        return charBuffer.position();
    }

    /**
     * Looks up a group of chars; returns how many are foreign. Written eight at a time, for so they are read: a read that
     * meets eight writes has to wait for them. One by one 755, so 803 MB/s ("scripts", Russian).
     */
    private int lookUp(int from) {
        byte[] of = Characters.STAND_IN;
        int count = 0;
        for (int i = from; i < from + GROUP; i += 8) {
            long eight = (of[chars[i]] & 0xFFL)
                    | (of[chars[i + 1]] & 0xFFL) << 8
                    | (of[chars[i + 2]] & 0xFFL) << 16
                    | (of[chars[i + 3]] & 0xFFL) << 24
                    | (of[chars[i + 4]] & 0xFFL) << 32
                    | (of[chars[i + 5]] & 0xFFL) << 40
                    | (of[chars[i + 6]] & 0xFFL) << 48
                    | (of[chars[i + 7]] & 0xFFL) << 56;
            BlockScanner.EIGHT.set(standIns, i, eight);
            count += Long.bitCount(eight & BlockScanner.TOP);
        }
        return count;
    }

    /** Looks for bytes beyond ASCII, eight at a time, and puts what stands in for them. */
    private void standIn(int from, int to) {
        for (int i = from; i < to; i += 8) {
            long beyond = (long) BlockScanner.EIGHT.get(standIns, i) & BlockScanner.TOP;
            for (; beyond != 0; beyond &= beyond - 1) {
                int at = i + (Long.numberOfTrailingZeros(beyond) >>> 3);
                standIns[at] = Characters.STAND_IN[chars[at]];
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
     * Decodes UTF-8 to the front until the window or the bytes are used up. ASCII at the beginning is widened by the JDK's
     * decoder, which is compiled to vector instructions; what follows is decoded one by one, and its places kept.
     *
     * @return {@code chars << 32 | the offset behind the last byte read}
     */
    long decode(byte[] utf8, int start, int end) {
        int room = capacity() - 1;
        int count = widen(utf8, start, Math.min(end - start, room));
        int at = start + count;
        firstByte = start;
        asciiChars = count;
        if (at < end && count < room && byteOffsets.length < chars.length) {
            byteOffsets = new int[chars.length];
        }
        while (at < end && count < room) {
            byteOffsets[count] = at;
            int b = utf8[at];
            if (b >= 0) {
                chars[count++] = (char) b;
                at++;
            } else if (b >= (byte) 0xC2 && b < (byte) 0xE0 && at + 1 < end && utf8[at + 1] < (byte) 0xC0) {
                chars[count++] = (char) ((b & 0x1F) << 6 | (utf8[at + 1] & 0x3F)); // most letters beyond ASCII
                at += 2;
            } else {
                long step = Utf8.decode(utf8, at, end);
                count += Character.toChars(Utf8.codePoint(step), chars, count);
                at += Utf8.length(step);
            }
        }
        if (count > asciiChars) {
            byteOffsets[count] = at;
        }
        return (long) count << 32 | at;
    }

    /** Copies bytes to the front as chars as long as they are ASCII; returns how many. */
    private int widen(byte[] utf8, int start, int length) {
        System.arraycopy(utf8, start, standIns, 0, length);
        standInBuffer.limit(length).position(0);
        charBuffer.limit(length).position(0);
        ascii.reset();
        ascii.decode(standInBuffer, charBuffer, true);
        return charBuffer.position();
    }

    /** Where the bytes of a decoded char begin; those of the char behind the last one begin behind its last byte. */
    int byteOffset(int at) {
        return at <= asciiChars ? firstByte + at : byteOffsets[at];
    }
}
