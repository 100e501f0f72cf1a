package org.parasift.bench.token;

import java.io.IOException;
import java.util.ArrayList;
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
 * What does it cost if the texts are scattered through memory? The same walks as {@link ScriptsBench}, over copies of the
 * paragraphs with 4 kB of something else behind each, so that reading one begins with waiting for the memory. This is the
 * worst that a program can do to us; one that reads texts and tokenizes them at once has them in the cache.
 */
@State(Scope.Thread)
@Label("What does it cost if the texts are scattered through memory?")
public class ScatteredBench {
    private static final int APART = 4096;

    /** What is read. */
    @Param({"ENGLISH", "RUSSIAN"})
    public BenchText script = BenchText.ENGLISH;

    private TextSet text = new TextSet(List.of());
    private final List<byte[]> between = new ArrayList<>();
    private final ParasiftWalk parasift = new ParasiftWalk(Tokens.withoutHashes());
    private final LuceneWalk lucene = new LuceneWalk();

    /** One of each. */
    public ScatteredBench() {}

    /** Makes the text. */
    @Setup
    public void setUp() {
        List<String> copies = new ArrayList<>();
        for (String paragraph : script.paragraphs()) {
            copies.add(new String(paragraph.toCharArray()));
            between.add(new byte[APART]);
        }
        text = new TextSet(copies);
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
}
