package org.parasift.bench.model;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.parasift.bench.report.Label;
import org.parasift.bench.text.LabelledText;
import org.parasift.bench.text.Work;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Session;
import org.tribuo.Prediction;
import org.tribuo.util.tokens.universal.UniversalTokenizer;

/**
 * How fast does a text of 1.3 kB get its label from a linear model over words and word pairs, compared with Tribuo's
 * predict with the same weights? From String to the probability of the label, all texts that the model was trained on.
 * Before anything is measured every text must have the same label in both and a probability within {@value #APART}, or
 * the run fails.
 */
@State(Scope.Thread)
@Label(
        value = "How fast does a text get its label, with the same weights (the same label for every text and a"
                + " probability within 1e-5, or the run fails)?",
        items = "texts")
public class ScoreBench {
    static final double APART = 1e-5;

    private final List<LabelledText> texts = LabelledText.generatedUpTo(4_000_000);
    private final SameWeights weights = SameWeights.of(texts);
    private final ParagraphClassifier classifier = ParagraphClassifier.of(weights.ours());
    private final Session session = classifier.session();
    private final TribuoText universal = new TribuoText(new UniversalTokenizer());
    private final long bytes = bytes(texts);

    /** Trains. */
    public ScoreBench() {}

    /**
     * Compares both on every text.
     *
     * @throws IllegalStateException if they differ
     */
    @Setup
    public void compare() {
        for (LabelledText text : texts) {
            session.open(text.text());
            int label = session.classify(0);
            org.tribuo.classification.Label theirs = weights.trained()
                    .predict(weights.tribuo().extract(text.text()))
                    .getOutput();
            double apart = Math.abs(session.probability(label) - theirs.getScore());
            if (!weights.ours().labels().get(label).equals(theirs.getLabel()) || !(apart <= APART)) {
                throw new IllegalStateException(weights.ours().labels().get(label) + " and " + theirs.getLabel() + ", "
                        + apart + " apart: " + text.text());
            }
        }
    }

    /** Ours with a session: columns and tables reused. */
    @Benchmark
    @Label(value = "Parasift Session", ours = true)
    public long parasiftSession(Work work) {
        double sum = 0;
        for (LabelledText text : texts) {
            session.open(text.text());
            sum += session.probability(session.classify(0));
        }
        return account(sum, work);
    }

    /** Ours, one Verdict a text. */
    @Benchmark
    @Label(value = "Parasift classifyText", ours = true)
    public long parasiftClassifyText(Work work) {
        double sum = 0;
        for (LabelledText text : texts) {
            sum += classifier.classifyText(text.text()).probability();
        }
        return account(sum, work);
    }

    /** Tribuo's pipeline over our tokens, the very same features, and its predict. */
    @Benchmark
    @Label("Tribuo predict, our tokens")
    public long tribuo(Work work) {
        double sum = 0;
        for (LabelledText text : texts) {
            sum += probability(weights.tribuo(), text.text());
        }
        return account(sum, work);
    }

    /** Tribuo's pipeline over its UniversalTokenizer and lower case; knows most of the features. */
    @Benchmark
    @Label("Tribuo predict, UniversalTokenizer")
    public long tribuoUniversal(Work work) {
        double sum = 0;
        for (LabelledText text : texts) {
            sum += probability(universal, text.text().toLowerCase(Locale.ROOT));
        }
        return account(sum, work);
    }

    private double probability(TribuoText pipeline, String text) {
        Prediction<org.tribuo.classification.Label> prediction =
                weights.trained().predict(pipeline.extract(text));
        return prediction.getOutput().getScore();
    }

    SameWeights weights() {
        return weights;
    }

    List<LabelledText> texts() {
        return texts;
    }

    /** Millionths, so that a test can compare and nothing is optimised away. */
    private long account(double sum, Work work) {
        work.textBytes += bytes;
        work.items += texts.size();
        return Math.round(sum * 1e6);
    }

    static long bytes(List<LabelledText> texts) {
        return org.parasift.bench.text.BenchText.utf8Bytes(
                texts.stream().map(LabelledText::text).toList());
    }
}
