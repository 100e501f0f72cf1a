package org.parasift.token;

/**
 * UTF-8, one character at a time. What is malformed counts as U+FFFD, one for each maximal part that could have begun a
 * character, as the Unicode Standard recommends (section 3.9) and {@code new String(bytes, UTF_8)} mostly does; an encoded
 * surrogate is three of them.
 */
final class Utf8 {
    private static final int REPLACEMENT = 0xFFFD;

    private Utf8() {}

    /** The character at {@code at}, as a value for {@link #codePoint} and {@link #length}. */
    static long decode(byte[] bytes, int at, int end) {
        int first = bytes[at];
        if (first >= 0) {
            return step(first, 1);
        }
        int lead = first & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return step(REPLACEMENT, 1);
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        int codePoint = lead & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            if (at + i == end || !mayFollow(lead, i, bytes[at + i] & 0xFF)) {
                return step(REPLACEMENT, i);
            }
            codePoint = codePoint << 6 | (bytes[at + i] & 0x3F);
        }
        return step(codePoint, length);
    }

    static int codePoint(long step) {
        return (int) step;
    }

    static int length(long step) {
        return (int) (step >>> 32);
    }

    private static long step(int codePoint, int length) {
        return (long) length << 32 | codePoint;
    }

    /** Whether a byte may stand in place {@code i} behind a lead: neither too long a form, nor a surrogate, nor too high. */
    private static boolean mayFollow(int lead, int i, int b) {
        if (b < 0x80 || b > 0xBF) {
            return false;
        }
        if (i > 1) {
            return true;
        }
        return switch (lead) {
            case 0xE0 -> b >= 0xA0;
            case 0xED -> b < 0xA0;
            case 0xF0 -> b >= 0x90;
            case 0xF4 -> b < 0x90;
            default -> true;
        };
    }
}
