package org.parasift.token;

/**
 * What the rules of {@link WordBreakRules} ask of a character: its Word_Break property, the pictographs taken out of
 * Other and ALetter, and two classes for tailorings. The order is that of the property table's file.
 */
enum WordClass {
    /** Stands for the start and the end of the text. */
    EDGE,
    OTHER,
    CR,
    LF,
    NEWLINE,
    EXTEND,
    FORMAT,
    ZWJ,
    REGIONAL_INDICATOR,
    KATAKANA,
    HEBREW_LETTER,
    ALETTER,
    SINGLE_QUOTE,
    DOUBLE_QUOTE,
    MID_NUM_LET,
    MID_LETTER,
    MID_NUM,
    NUMERIC,
    EXTEND_NUM_LET,
    W_SEG_SPACE,
    /** Extended_Pictographic, otherwise Other. */
    PICTOGRAPH,
    /** Extended_Pictographic and ALetter, as the circled M. */
    LETTER_PICTOGRAPH,
    /** The hyphens; Other to the strict rules. */
    HYPHEN,
    /** Acute accent and backtick; Other to the strict rules. */
    ACCENT;

    private static final WordClass[] CLASSES = values();

    static WordClass of(int ordinal) {
        return CLASSES[ordinal];
    }

    boolean isNewline() {
        return this == CR || this == LF || this == NEWLINE;
    }

    /** What WB4 skips: it belongs to the character before it. */
    boolean isSkipped() {
        return this == EXTEND || this == FORMAT || this == ZWJ;
    }

    /** AHLetter. */
    boolean isLetter() {
        return this == ALETTER || this == HEBREW_LETTER || this == LETTER_PICTOGRAPH;
    }

    boolean isLetterOrNumeric() {
        return isLetter() || this == NUMERIC;
    }

    boolean isPictograph() {
        return this == PICTOGRAPH || this == LETTER_PICTOGRAPH;
    }

    /** MidNumLetQ. */
    boolean isMidNumLetQ() {
        return this == MID_NUM_LET || this == SINGLE_QUOTE;
    }

    /** May join what stands on both its sides, so that a rule asks for the character behind it. */
    boolean isMid() {
        return isMidNumLetQ()
                || this == MID_LETTER
                || this == MID_NUM
                || this == DOUBLE_QUOTE
                || this == HYPHEN
                || this == ACCENT;
    }
}
