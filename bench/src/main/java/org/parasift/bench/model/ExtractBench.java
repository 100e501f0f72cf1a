package org.parasift.bench.model;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parasift.bench.report.Label;
import org.parasift.bench.text.LabelledText;
import org.parasift.bench.text.Work;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.FeatureVector;
import org.parasift.features.Page;
import org.tribuo.util.tokens.universal.UniversalTokenizer;

/** What does it cost to come from a text of 1.3 kB to its words and word pairs? The features of all texts are counted. */
@State(Scope.Thread)
@Label(value = "What does it cost to come from a text to its words and word pairs?", items = "texts")
public class ExtractBench {
    private final List<LabelledText> texts = LabelledText.generatedUpTo(4_000_000);
    private final long bytes = ScoreBench.bytes(texts);
    private final FeatureExtractor extractor = FeatureRecipe.texts().compile();
    private final Page page = new Page();
    private final FeatureVector vector = new FeatureVector();
    private final TribuoText tribuo = new TribuoText(new OurTokens());
    private final TribuoText universal = new TribuoText(new UniversalTokenizer());

    /** Makes the texts. */
    public ExtractBench() {}

    /** Ours: 64-bit keys into a reused vector. */
    @Benchmark
    @Label(value = "Parasift", ours = true)
    public long parasift(Work work) {
        long features = 0;
        for (LabelledText text : texts) {
            page.open(text.text(), extractor.tokenizer());
            extractor.extract(page, 0, vector);
            features += vector.size();
        }
        return account(features, work);
    }

    /** Tribuo's pipeline over our tokens: the same features as Strings, sorted. */
    @Benchmark
    @Label("Tribuo, our tokens")
    public long tribuo(Work work) {
        long features = 0;
        for (LabelledText text : texts) {
            features += tribuo.extract(text.text()).size();
        }
        return account(features, work);
    }

    /** Tribuo's pipeline over its UniversalTokenizer and lower case. */
    @Benchmark
    @Label("Tribuo, UniversalTokenizer")
    public long tribuoUniversal(Work work) {
        long features = 0;
        for (LabelledText text : texts) {
            features += universal.extract(text.text().toLowerCase(Locale.ROOT)).size();
        }
        return account(features, work);
    }

    private long account(long features, Work work) {
        work.textBytes += bytes;
        work.items += texts.size();
        return features;
    }
}
