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

    /** The pinned paragraphs of a kind, at the size the system properties ask for. */
    public static TextSet of(BenchText kind) {
        return new TextSet(kind.paragraphs());
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
