package org.parasift.train.corpus;

/** How sure the label of a row is. */
public enum Sure {
    /** Careful readers agree. */
    YES,
    /** The paragraph mixes labels; it has that of the larger half of its words. */
    MIXED,
    /** Careful readers differ: context for its neighbours, but neither trained on nor scored. */
    NO
}
