package org.parasift.bench.model;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
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
import org.tribuo.util.tokens.universal.UniversalTokenizer;

/**
 * How long does it take to come from labelled texts to a model? The same trainer of Tribuo with the same settings
 * (logistic regression, AdaGrad, five epochs) at the end of our pipeline and of Tribuo's. Ours includes the export and
 * the comparison of every row with the trained model.
 */
@State(Scope.Thread)
@Label(value = "How long from labelled texts to a model, by the same trainer?", items = "texts")
public class FitBench {
    private final List<LabelledText> texts = LabelledText.generatedUpTo(2_000_000);
    private final List<Example> examples = examples(texts);
    private final long bytes = ScoreBench.bytes(texts);
    private final TrainerSpec trainer =
            new TrainerSpec.Logistic(TribuoText.EPOCHS, TribuoText.RATE, TribuoText.EPSILON);

    /** Makes the texts. */
    public FitBench() {}

    /** Our pipeline; the number of features of the model. */
    @Benchmark
    @Label(value = "Parasift, with export and parity check", ours = true)
    public long parasift(Work work) {
        return account(
                Fitter.fit(examples, FeatureRecipe.texts(), trainer, TribuoText.SEED)
                        .size(),
                work);
    }

    /** Tribuo's pipeline over our tokens: the same features. */
    @Benchmark
    @Label("Tribuo, our tokens")
    public long tribuo(Work work) {
        return account(
                new TribuoText(new OurTokens()).train(texts).getFeatureIDMap().size(), work);
    }

    /** Tribuo's pipeline over its UniversalTokenizer, upper and lower case apart. */
    @Benchmark
    @Label("Tribuo, UniversalTokenizer")
    public long tribuoUniversal(Work work) {
        return account(
                new TribuoText(new UniversalTokenizer())
                        .train(texts)
                        .getFeatureIDMap()
                        .size(),
                work);
    }

    private long account(long features, Work work) {
        work.textBytes += bytes;
        work.items += texts.size();
        return features;
    }

    static List<Example> examples(List<LabelledText> texts) {
        return texts.stream()
                .map(text ->
                        new Example(Article.of("text", List.of(text.text())), 0, text.label(), "", Sure.YES, "", 1))
                .toList();
    }
}
