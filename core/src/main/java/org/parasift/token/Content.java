package org.parasift.token;

import org.jspecify.annotations.Nullable;

/**
 * What a character brings into a segment. The bits of all its characters together tell whether the segment is a token,
 * and of which kind.
 */
final class Content {
    static final int LETTER = 1;
    static final int DIGIT = 1 << 1;
    static final int IDEOGRAPH = 1 << 2;
    static final int HIRAGANA = 1 << 3;
    static final int KATAKANA = 1 << 4;
    static final int HANGUL = 1 << 5;
    /** An emoji as it stands. */
    static final int EMOJI = 1 << 6;
    /** An emoji if {@link #EMOJI_STYLE} follows, as the heart and the digits do. */
    static final int TEXT_EMOJI = 1 << 7;
    /** Variation selector 16. */
    static final int EMOJI_STYLE = 1 << 8;

    /** So many bits have a meaning here; others are ignored. */
    static final int BITS = 9;

    private static final byte[] KINDS = new byte[1 << BITS];

    static {
        for (int content = 0; content < KINDS.length; content++) {
            TokenKind kind = decide(content);
            KINDS[content] = (byte) (kind == null ? -1 : kind.ordinal());
        }
    }

    private Content() {}

    /** The place of the kind of a segment among the kinds, or -1 if it is white space, punctuation or a symbol. */
    static byte kind(int content) {
        return KINDS[content & (KINDS.length - 1)];
    }

    /** 1 if a segment is a token, else 0. */
    static int isToken(int content) {
        return ~kind(content) >>> 31;
    }

    private static @Nullable TokenKind decide(int content) {
        if ((content & LETTER) != 0) {
            return TokenKind.WORD; // troops, 3rd
        }
        if ((content & HANGUL) != 0) {
            return TokenKind.HANGUL;
        }
        if ((content & KATAKANA) != 0) {
            return TokenKind.KATAKANA;
        }
        if ((content & HIRAGANA) != 0) {
            return TokenKind.HIRAGANA;
        }
        if ((content & IDEOGRAPH) != 0) {
            return TokenKind.IDEOGRAPH;
        }
        if ((content & EMOJI) != 0 || ((content & TEXT_EMOJI) != 0 && (content & EMOJI_STYLE) != 0)) {
            return TokenKind.EMOJI; // a flag, a keycap
        }
        return (content & DIGIT) != 0 ? TokenKind.NUMBER : null;
    }
}
