package org.parasift.bench.token;

import java.io.IOException;
import java.util.Locale;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parasift.bench.report.Label;
import org.parasift.bench.text.BenchText;
import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;
import org.parasift.token.Tokens;
import org.tribuo.util.tokens.impl.BreakIteratorTokenizer;
import org.tribuo.util.tokens.impl.SplitCharactersTokenizer;
import org.tribuo.util.tokens.impl.SplitPatternTokenizer;
import org.tribuo.util.tokens.universal.UniversalTokenizer;

/**
 * How fast do the tokenizers of the JVM find the words of English news? One paragraph String a call, one thread, all
 * tokens visited and their offsets read. What each does besides is said at its walk.
 */
@State(Scope.Thread)
@Label("How fast do the tokenizers of the JVM find the words of English news?")
public class TokenizersBench {
    private final TextSet text = TextSet.of(BenchText.ENGLISH);

    private final ParasiftWalk parasift = new ParasiftWalk(Tokens.withoutHashes());
    private final LuceneWalk lucene = new LuceneWalk();
    private final IcuWalk icu4j = new IcuWalk();
    private final JavaTextWalk javaText = new JavaTextWalk();
    private final OpenNlpWalk openNlp = new OpenNlpWalk();
    private final TribuoWalk tribuoBreakIterator = new TribuoWalk(new BreakIteratorTokenizer(Locale.ENGLISH));
    private final TribuoWalk tribuoUniversal = new TribuoWalk(new UniversalTokenizer());
    private final TribuoWalk tribuoSplitPattern = new TribuoWalk(new SplitPatternTokenizer());
    private final TribuoWalk tribuoSplitCharacters = new TribuoWalk(new SplitCharactersTokenizer());
    private final RegexWalk regexWords = new RegexWalk();
    private final SplitWalk stringSplit = new SplitWalk();

    /** One of each. */
    public TokenizersBench() {}

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

    /** java.text word BreakIterator. */
    @Benchmark
    @Label("java.text word BreakIterator")
    public long javaText(Work work) {
        return javaText.walk(text, work);
    }

    /** OpenNLP SimpleTokenizer. */
    @Benchmark
    @Label("OpenNLP SimpleTokenizer")
    public long openNlp(Work work) {
        return openNlp.walk(text, work);
    }

    /** Tribuo BreakIteratorTokenizer, English. */
    @Benchmark
    @Label("Tribuo BreakIteratorTokenizer")
    public long tribuoBreakIterator(Work work) {
        return tribuoBreakIterator.walk(text, work);
    }

    /** Tribuo UniversalTokenizer. */
    @Benchmark
    @Label("Tribuo UniversalTokenizer")
    public long tribuoUniversal(Work work) {
        return tribuoUniversal.walk(text, work);
    }

    /** Tribuo SplitPatternTokenizer with its default pattern. */
    @Benchmark
    @Label("Tribuo SplitPatternTokenizer")
    public long tribuoSplitPattern(Work work) {
        return tribuoSplitPattern.walk(text, work);
    }

    /** Tribuo SplitCharactersTokenizer with its default characters. */
    @Benchmark
    @Label("Tribuo SplitCharactersTokenizer")
    public long tribuoSplitCharacters(Work work) {
        return tribuoSplitCharacters.walk(text, work);
    }

    /** The regular expression {@code \w+}. */
    @Benchmark
    @Label("regex \\w+")
    public long regexWords(Work work) {
        return regexWords.walk(text, work);
    }

    /** {@code String.split(" ")}. */
    @Benchmark
    @Label("String.split(\" \")")
    public long stringSplit(Work work) {
        return stringSplit.walk(text, work);
    }
}
