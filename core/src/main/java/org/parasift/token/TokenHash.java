package org.parasift.token;

import static java.lang.Character.highSurrogate;
import static java.lang.Character.lowSurrogate;

/**
 * The 64-bit hash of a token, defined by its folded chars alone, whatever form the text came in. It is part of the model
 * format: {@code spec/hashes.txt} in the tests pins it.
 *
 * <p>If all folded chars are below U+0100 they are taken as bytes, else as 16-bit units, and put eight bytes at a time
 * into words, little-endian, the last one filled up with zeros (no token contains U+0000). Then
 *
 * <pre>{@code
 * h = NARROW for bytes, WIDE for 16-bit units
 * for each word w:  h = mix(h ^ w)
 * mix(x):  x *= K1;  x ^= x >>> 32;  x *= K2;  x ^= x >>> 32
 * }</pre>
 *
 * Every step can be undone, so two different narrow tokens of up to eight chars never share a hash. It is made to be
 * fast and well spread; it does not withstand somebody who seeks collisions.
 */
final class TokenHash {
    static final long NARROW = 0x243F6A8885A308D3L;
    static final long WIDE = 0x13198A2E03707344L;
    static final long K1 = 0x9E3779B97F4A7C15L;
    static final long K2 = 0xD6E8FEB86659FD93L;

    private TokenHash() {}

    static long mix(long x) {
        x *= K1;
        x ^= x >>> 32;
        x *= K2;
        return x ^ (x >>> 32);
    }

    /** The hash of the token that these chars are; they need not be folded. */
    static long of(char[] chars, int start, int end) {
        int all = 0;
        for (int i = start; i < end; ) {
            int folded = foldedAt(chars, i, end);
            all |= folded;
            i += Character.charCount(folded);
        }
        return all < 0x100 ? narrow(chars, start, end) : wide(chars, start, end);
    }

    /** The same where there is no pair of surrogates that folds. */
    static long ofBmp(char[] chars, int start, int end) {
        char[] fold = Characters.FOLD;
        long h = WIDE;
        int all = 0;
        int i = start;
        for (; end - i >= 4; i += 4) {
            int a = fold[chars[i]];
            int b = fold[chars[i + 1]];
            int c = fold[chars[i + 2]];
            int d = fold[chars[i + 3]];
            all |= a | b | c | d;
            h = mix(h ^ (a | (long) b << 16 | (long) c << 32 | (long) d << 48));
        }
        if (i < end) {
            long word = 0;
            for (int shift = 0; i < end; i++, shift += 16) {
                int folded = fold[chars[i]];
                all |= folded;
                word |= (long) folded << shift;
            }
            h = mix(h ^ word);
        }
        return all < 0x100 ? narrow(chars, start, end) : h;
    }

    private static long narrow(char[] chars, int start, int end) {
        long h = NARROW;
        for (int i = start; i < end; i += 8) {
            long word = 0;
            for (int k = Math.min(end - i, 8) - 1; k >= 0; k--) {
                word = word << 8 | Characters.FOLD[chars[i + k]];
            }
            h = mix(h ^ word);
        }
        return h;
    }

    private static long wide(char[] chars, int start, int end) {
        long h = WIDE;
        long word = 0;
        int bits = 0;
        for (int i = start; i < end; ) {
            int folded = foldedAt(chars, i, end);
            int length = Character.charCount(folded);
            for (int k = 0; k < length; k++) {
                char unit = length == 1 ? (char) folded : k == 0 ? highSurrogate(folded) : lowSurrogate(folded);
                word |= (long) unit << bits;
                bits += 16;
                if (bits == 64) {
                    h = mix(h ^ word);
                    word = 0;
                    bits = 0;
                }
            }
            i += length;
        }
        return bits == 0 ? h : mix(h ^ word);
    }

    /** The folded char, or the folded code point where a pair of surrogates begins. */
    private static int foldedAt(char[] chars, int i, int end) {
        char c = chars[i];
        return Character.isHighSurrogate(c)
                ? Characters.fold(Character.codePointAt(chars, i, end))
                : Characters.FOLD[c];
    }
}
