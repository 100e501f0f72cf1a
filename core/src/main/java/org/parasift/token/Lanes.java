package org.parasift.token;

/**
 * Chars sorted for the block scanner: into those whose boundaries follow from their neighbours alone, and those that need
 * the state machine. One byte of the int for each sort, so that eight chars, shifted by their place and or-ed, give
 * eight bits of four masks at once. {@link Characters#LANES} has the sort of every char.
 */
final class Lanes {
    /** Joins every other word char: letters, digits and connectors of the plain sort, not Hangul or Hebrew. */
    static final int WORD = 1;
    /** Joins the word chars on both its sides if the rules say so for these three: the point, the hyphen. */
    static final int MID = 1 << 8;
    /** Needs the state machine: marks, joiners, emoji, surrogates, scripts with rules of their own. */
    static final int COMPLEX = 1 << 16;
    /** A word or mid char of which {@code | 0x20} does not make the folded byte: all beyond ASCII, underscore, backtick. */
    static final int FOREIGN = 1 << 24;

    private Lanes() {}

    /** The sort of a char by its class and content; 0 is white space, punctuation or a symbol that never joins a plain word. */
    static int sort(WordClass wordClass, int content) {
        return switch (wordClass) {
            case ALETTER -> content == Content.LETTER ? WORD : COMPLEX;
            case NUMERIC -> (content & Content.DIGIT) != 0 ? WORD : COMPLEX;
            case EXTEND_NUM_LET -> WORD;
            case SINGLE_QUOTE, MID_NUM_LET, MID_LETTER, MID_NUM, HYPHEN, ACCENT -> MID;
            case OTHER, CR, LF, NEWLINE, W_SEG_SPACE, DOUBLE_QUOTE, PICTOGRAPH ->
                Content.isToken(content) == 0 ? 0 : COMPLEX;
            default -> COMPLEX;
        };
    }

    /** Whether a boundary stands between two chars whatever is before and behind them: white space, then a word. */
    static boolean isSync(char before, char behind) {
        return (Characters.LANES[before] & (WORD | MID | COMPLEX)) == 0 && (Characters.LANES[behind] & WORD) != 0;
    }
}
