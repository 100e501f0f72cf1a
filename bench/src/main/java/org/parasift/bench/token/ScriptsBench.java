package org.parasift.bench.token;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.parasift.bench.report.Label;
import org.parasift.bench.text.BenchText;
import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;
import org.parasift.token.Tokens;

/**
 * Does the lead hold outside English? The same walks over English for scale, over Russian,
 * over many scripts, and over what breaks tokenizers.
 */
@State(Scope.Thread)
@Label("Does the lead hold outside English?")
public class ScriptsBench {
    /** What is read. */
    @Param({"ENGLISH", "RUSSIAN", "MIXED", "PATHOLOGICAL"})
    public BenchText script = BenchText.ENGLISH;

    private TextSet text = new TextSet(List.of());
    private final ParasiftWalk parasift = new ParasiftWalk(Tokens.withoutHashes());
    private final LuceneWalk lucene = new LuceneWalk();
    private final IcuWalk icu4j = new IcuWalk();

    /** One of each. */
    public ScriptsBench() {}

    /** Makes the text. */
    @Setup
    public void setUp() {
        text = TextSet.of(script);
    }

    /** Ours. */
    @Benchmark
    @Label(value = "Parasift", ours = true)
    public long parasift(Work work) {
        return parasift.walk(text, work);
    }

    /** Lucene StandardTokenizer. */
    @Benchmark
    @Label("Lucene StandardTokenizer")
    public long lucene(Work work) throws IOException {
        return lucene.walk(text, work);
    }

    /** ICU4J word BreakIterator. */
    @Benchmark
    @Label("ICU4J word BreakIterator")
    public long icu4j(Work work) {
        return icu4j.walk(text, work);
    }
}
