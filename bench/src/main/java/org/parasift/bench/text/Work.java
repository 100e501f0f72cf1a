package org.parasift.bench.text;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What one benchmark thread has done: JMH divides both counts by the time and writes them beside the score, so that a
 * report can say MB/s, tokens/s and bytes a token without knowing the inputs.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Work {
    /** UTF-8 bytes of text read, whatever the form they were read in. */
    public long textBytes;

    /** Tokens found, or texts scored where texts are the unit. */
    public long items;

    /** Nothing done yet. */
    public Work() {}
}
