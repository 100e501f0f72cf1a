package org.parasift.bench.token;

import java.io.IOException;
import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;

/**
 * One tokenizer's way through a text. Every walk calls its tokenizer once a paragraph, reused where it can be, visits
 * every token and takes its offsets into a sum that nobody can optimise away. A walk keeps its tokenizer and buffers:
 * one thread each. The benchmarks call walks by their class, never through this interface, so that calls stay direct.
 */
interface Walk {
    /** Visits all tokens, counts them in {@code work}, and returns the sum of {@link #add} over them. */
    long walk(TextSet text, Work work) throws IOException;

    /** The sum with one token more; offsets count from the beginning of the token's paragraph. */
    static long add(long sum, int start, int end) {
        return sum + 31L * start + end;
    }

    /** Enters one walk over a text into the account. */
    static void account(TextSet text, long tokens, Work work) {
        work.textBytes += text.utf8Bytes();
        work.items += tokens;
    }
}
