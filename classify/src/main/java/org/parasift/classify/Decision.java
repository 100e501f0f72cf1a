package org.parasift.classify;

/** What to do with a paragraph. */
public enum Decision {
    /** It belongs to the story. */
    KEEP,
    /** A person should look. */
    REVIEW,
    /** It does not belong to the story. */
    DROP
}
