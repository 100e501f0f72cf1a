package org.parasift.token;

/**
 * What the block scanner reads in the place of a char: a byte, so that eight chars go into a word whatever their script is.
 * ASCII stands for itself. For any other char stands the ASCII char that has the same boundaries, with the top bit set, for
 * it is not hashed as that one: {@code a} for a letter, {@code 0} for a digit, {@code _} for a connector, {@code .} for what
 * may join, which the scanner then settles by the char itself: {@code 1.2} joins and {@code 1·2} does not. What needs the state machine is a NUL with the top bit. Two have no top bit, for nobody can tell them from the
 * ASCII char: what never joins a plain word is a space, another apostrophe is {@code '}.
 */
final class StandIn {
    /** The bit of all chars beyond ASCII that are part of words, or need the state machine. */
    static final int FOREIGN = 0x80;

    /** Needs the state machine: marks, joiners, emoji, surrogates, scripts with rules of their own. */
    static final byte COMPLEX = (byte) FOREIGN;

    /** The classes of chars that join every other of these. */
    private static final int WORDS = bits(WordClass.ALETTER, WordClass.NUMERIC, WordClass.EXTEND_NUM_LET);

    /** The classes that join the word chars on both sides if the rules say so for these three: the point, the hyphen. */
    private static final int MIDS = bits(
            WordClass.SINGLE_QUOTE,
            WordClass.MID_NUM_LET,
            WordClass.MID_LETTER,
            WordClass.MID_NUM,
            WordClass.HYPHEN,
            WordClass.ACCENT);

    /** The classes that never join a word: white space, punctuation, symbols. */
    private static final int BLANKS = bits(
            WordClass.OTHER,
            WordClass.CR,
            WordClass.LF,
            WordClass.NEWLINE,
            WordClass.W_SEG_SPACE,
            WordClass.DOUBLE_QUOTE,
            WordClass.PICTOGRAPH);

    private StandIn() {}

    private static int bits(WordClass... classes) {
        int bits = 0;
        for (WordClass one : classes) {
            bits |= 1 << one.ordinal();
        }
        return bits;
    }

    /** Whether a char of this class and content needs the state machine. */
    static boolean isComplex(WordClass wordClass, int content) {
        int bit = 1 << wordClass.ordinal();
        boolean plain = wordClass == WordClass.ALETTER
                ? content == Content.LETTER
                : wordClass == WordClass.NUMERIC
                        ? (content & Content.DIGIT) != 0
                        : (bit & (WORDS | MIDS)) != 0 || ((bit & BLANKS) != 0 && Content.isToken(content) == 0);
        return !plain;
    }

    /** What stands for a char with these {@link Characters#BMP} properties and this folded form. */
    static byte of(int c, int properties, char folded) {
        if (c < FOREIGN) {
            return (byte) c;
        }
        if (!isPlain(properties)) {
            return COMPLEX;
        }
        if (isOf(BLANKS, properties)) {
            return ' ';
        }
        if (isOf(MIDS, properties)) {
            return (byte) (folded == '\'' ? '\'' : '.' | FOREIGN);
        }
        int content = properties >>> Characters.CONTENT_SHIFT;
        int word = (content & Content.LETTER) != 0 ? 'a' : (content & Content.DIGIT) != 0 ? '0' : '_';
        return (byte) (word | FOREIGN);
    }

    /** Whether a boundary stands between two chars whatever is before and behind them: white space, then a word. */
    static boolean isSync(char before, char behind) {
        int left = Characters.BMP[before];
        int right = Characters.BMP[behind];
        return isPlain(left | right) && isOf(BLANKS, left) && isOf(WORDS, right);
    }

    private static boolean isPlain(int properties) {
        return (properties & (Characters.COMPLEX | Characters.SURROGATE)) == 0;
    }

    private static boolean isOf(int classes, int properties) {
        return (classes >>> (properties & Characters.CLASS_MASK) & 1) != 0;
    }
}
