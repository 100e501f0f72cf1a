package org.parasift.bench.text;

import java.util.List;

/** Paragraphs as the benchmarks read them: each a String of its own, in an array, with their size known. */
public final class TextSet {
    private final String[] paragraphs;
    private final long utf8Bytes;

    /** These paragraphs. */
    public TextSet(List<String> paragraphs) {
        this.paragraphs = paragraphs.toArray(new String[0]);
        this.utf8Bytes = BenchText.utf8Bytes(paragraphs);
    }

    /**
     * The pinned paragraphs of a kind, at the size the system properties ask for, moved together in memory by a collection.
     * Without it every paragraph lies between the generator's garbage, until the first collection, and that comes early
     * to a walk which allocates and never to one which does not: Lucene read Russian at 199 MB/s before and at 253 behind
     * its own first collection, and Parasift, which has none, at 379 instead of 750.
     */
    public static TextSet of(BenchText kind) {
        TextSet text = new TextSet(kind.paragraphs());
        System.gc();
        return text;
    }

    /** The paragraphs; the caller must not write to the array. */
    @SuppressWarnings("EI_EXPOSE_REP") // read in the measured loop, a copy would be measured too
    public String[] paragraphs() {
        return paragraphs;
    }

    /** Their length in UTF-8, all together. */
    public long utf8Bytes() {
        return utf8Bytes;
    }
}
