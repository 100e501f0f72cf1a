package org.parasift.token;

/** A named departure from the strict rules of UAX #29. */
public enum Tailoring {
    /** Hyphenated words stay whole: {@code US-led}. */
    HYPHEN,
    /** Acute accent and backtick stand for the apostrophe: {@code Iraq´s}. */
    ACCENT_APOSTROPHE,
    /** Web and mail addresses and handles are one token. */
    ADDRESS,
    /** An abbreviation keeps its last point: {@code U.S.} */
    ABBREVIATION
}
