package org.parasift.token;

/**
 * A named departure from the strict rules of UAX #29. Offsets always point at what stands in the text; the hash and the
 * text of a token are those of its folded chars, as long as the token itself.
 */
public enum Tailoring {
    /**
     * Hyphenated words stay whole: {@code US-led}, {@code B-52}, {@code 12-year-old}. The hyphen (U+002D, U+2010, U+2011)
     * stands between letters or digits, with a letter on one side at least: {@code 3-2} remains two numbers. It belongs to
     * the token as it is; the three hyphens are not folded into one.
     */
    HYPHEN,
    /**
     * Acute accent and backtick between letters stand for the apostrophe: {@code Iraq´s}. They fold to it, so the token has
     * the hash of {@code iraq's}.
     */
    ACCENT_APOSTROPHE,
    /**
     * A web or mail address and a name behind {@code @} or {@code #} are one token each, of kind ADDRESS or HANDLE:
     * {@code https://x.org/a?b=c}, {@code bbc.co.uk/news}, {@code a.b@c.org}, {@code #Iran}. They are cut out first, and
     * what stands on either side is tokenized as if it stood alone. Closing punctuation is not part of an address; the sign
     * of a handle is part of it. A host without a path, {@code bbc.com}, is a word, as it is by the strict rules.
     */
    ADDRESS,
    /**
     * An abbreviation of single letters keeps its last point: {@code U.S.}, {@code a.m.} The token and its hash contain the
     * point; at the end of a sentence it is taken too.
     */
    ABBREVIATION
}
