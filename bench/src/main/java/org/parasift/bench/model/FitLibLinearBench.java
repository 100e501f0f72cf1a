package org.parasift.bench.model;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parasift.bench.report.Label;
import org.parasift.bench.text.LabelledText;
import org.parasift.bench.text.Work;
import org.parasift.features.FeatureRecipe;
import org.parasift.train.corpus.Example;
import org.parasift.train.fit.Fitter;
import org.parasift.train.fit.TrainerSpec;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;

/**
 * How long does it take to come from labelled texts to LibLinear's logistic regression? Tribuo's trainer runs LibLinear's
 * Newton method over its own data set; ours finds the same weights by coordinate descent over flat rows.
 */
@State(Scope.Thread)
@Label(value = "How long from labelled texts to a model, by LibLinear's logistic regression?", items = "texts")
public class FitLibLinearBench {
    private static final double COST = 1;
    private static final double EPS = 0.01;

    private final List<LabelledText> texts = LabelledText.generatedUpTo(2_000_000);
    private final List<Example> examples = FitBench.examples(texts);
    private final long bytes = ScoreBench.bytes(texts);

    /** Makes the texts. */
    public FitLibLinearBench() {}

    /** Our pipeline; the number of features of the model. */
    @Benchmark
    @Label(value = "Parasift, with export and parity check", ours = true)
    public long parasift(Work work) {
        TrainerSpec trainer = new TrainerSpec.LibLinear(TrainerSpec.LibLinear.Loss.LOGISTIC, COST, EPS, false);
        return account(
                Fitter.fit(examples, FeatureRecipe.texts(), trainer, TribuoText.SEED)
                        .size(),
                work);
    }

    /** Tribuo's pipeline over our tokens: the same features. */
    @Benchmark
    @Label("Tribuo, our tokens")
    public long tribuo(Work work) {
        var trainer = new LibLinearClassificationTrainer(
                new LinearClassificationType(LinearType.L2R_LR), COST, 1000, EPS, TribuoText.SEED);
        return account(
                new TribuoText(new OurTokens())
                        .train(texts, trainer)
                        .getFeatureIDMap()
                        .size(),
                work);
    }

    private long account(long features, Work work) {
        work.textBytes += bytes;
        work.items += texts.size();
        return features;
    }
}
