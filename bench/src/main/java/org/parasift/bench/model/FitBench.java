package org.parasift.bench.model;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parasift.bench.report.Label;
import org.parasift.bench.text.LabelledText;
import org.parasift.bench.text.Work;
import org.parasift.features.FeatureRecipe;
import org.parasift.text.Article;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;
import org.parasift.train.fit.Fitter;
import org.parasift.train.fit.TrainerSpec;
import org.tribuo.util.tokens.Tokenizer;
import org.tribuo.util.tokens.universal.UniversalTokenizer;

/**
 * How long does it take to come from labelled texts to a model? The same trainer with the same settings at the end of our
 * pipeline and of Tribuo's. Ours includes the export and the comparison of every row with the trained weights; of support
 * vectors also what turns margins into probabilities, which Tribuo's does not offer. LibLinear's problems are solved by
 * LibLinear there and by coordinate descent of our own here, to the same answer.
 */
@State(Scope.Thread)
@Label(value = "How long from labelled texts to a model, by the same trainer?", items = "texts")
public class FitBench {
    /** As {@code parasift train --trainer} reads it. */
    @Param({"logistic", "liblinear(loss=logistic)", "liblinear(loss=svm)"})
    public String trainer = "logistic";

    private final List<LabelledText> texts = LabelledText.generatedUpTo(2_000_000);
    private final List<Example> examples = examples(texts);
    private final long bytes = ScoreBench.bytes(texts);

    /** Makes the texts. */
    public FitBench() {}

    /** Our pipeline; the number of features of the model. */
    @Benchmark
    @Label(value = "Parasift, with export and parity check", ours = true)
    public long parasift(Work work) {
        TrainerSpec spec = TrainerSpec.parse(trainer);
        return account(
                Fitter.fit(examples, FeatureRecipe.texts(), spec, TribuoText.SEED)
                        .size(),
                work);
    }

    /** Tribuo's pipeline over our tokens: the same features. */
    @Benchmark
    @Label("Tribuo, our tokens")
    public long tribuo(Work work) {
        return account(tribuo(new OurTokens()), work);
    }

    /** Tribuo's pipeline over its UniversalTokenizer, upper and lower case apart. */
    @Benchmark
    @Label("Tribuo, UniversalTokenizer")
    public long tribuoUniversal(Work work) {
        return account(tribuo(new UniversalTokenizer()), work);
    }

    private long tribuo(Tokenizer tokenizer) {
        return new TribuoText(tokenizer)
                .train(texts, TribuoText.trainer(TrainerSpec.parse(trainer)))
                .getFeatureIDMap()
                .size();
    }

    private long account(long features, Work work) {
        work.textBytes += bytes;
        work.items += texts.size();
        return features;
    }

    private static List<Example> examples(List<LabelledText> texts) {
        return texts.stream()
                .map(text ->
                        new Example(Article.of("text", List.of(text.text())), 0, text.label(), "", Sure.YES, "", 1))
                .toList();
    }
}
