package org.parasift.token;

/** What a token is made of. The order is part of the model format: new kinds go to the end. */
public enum TokenKind {
    /** Letters of an alphabetic script, with or without digits. */
    WORD,
    /** Digits without letters. */
    NUMBER,
    /** One ideograph. */
    IDEOGRAPH,
    /** Hiragana, one character. */
    HIRAGANA,
    /** A run of Katakana. */
    KATAKANA,
    /** A run of Hangul. */
    HANGUL,
    /** A pictograph or a flag with what is joined to it. */
    EMOJI,
    /** A web or mail address, by tailoring. */
    ADDRESS,
    /** A name after {@code @} or {@code #}, by tailoring. */
    HANDLE
}
