package org.parasift.bench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parasift.bench.BenchmarkMethods;
import org.parasift.bench.text.LabelledText;
import org.parasift.bench.text.NewsText;
import org.parasift.bench.text.Work;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Verdict;
import org.parasift.token.Tokenizer;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

/** Both systems of these benchmarks do the same work: same features, same labels, same probabilities. */
class ModelBenchmarksTest {
    private static final int BYTES = 60_000;

    @BeforeAll
    static void smallTexts() {
        System.setProperty("bench.bytes", Integer.toString(BYTES));
    }

    @AfterAll
    static void fullTexts() {
        System.clearProperty("bench.bytes");
    }

    @Test
    void everyBenchmarkIsCheckedHere() {
        assertThat(BenchmarkMethods.of(ScoreBench.class))
                .containsExactlyInAnyOrder("parasiftSession", "parasiftClassifyText", "tribuo", "tribuoUniversal");
        assertThat(BenchmarkMethods.of(ExtractBench.class))
                .containsExactlyInAnyOrder("parasift", "tribuo", "tribuoUniversal");
        assertThat(BenchmarkMethods.of(FitBench.class))
                .containsExactlyInAnyOrder("parasift", "tribuo", "tribuoUniversal");
        assertThat(BenchmarkMethods.of(BuiltInBench.class))
                .containsExactlyInAnyOrder("parasift", "parasiftVerdicts", "parasiftColumns");
        assertThat(BenchmarkMethods.of(TreesBench.class))
                .containsExactlyInAnyOrder("parasift", "completeTrees", "nodeByNode");
        assertThat(BenchmarkMethods.of(SaveBench.class)).containsExactlyInAnyOrder("parasift", "tribuo");
        assertThat(BenchmarkMethods.of(LoadBench.class)).containsExactlyInAnyOrder("parasift", "tribuo");
    }

    @Test
    void labelsAndProbabilitiesAreTribuos() {
        ScoreBench bench = new ScoreBench();
        bench.compare();
        ParagraphClassifier classifier = ParagraphClassifier.of(bench.weights().ours());
        double sum = 0;
        int late = 0;
        for (LabelledText text : bench.texts()) {
            Prediction<Label> theirs =
                    bench.weights().trained().predict(bench.weights().tribuo().extract(text.text()));
            Verdict ours = classifier.classifyText(text.text());
            assertThat(ours.label()).isEqualTo(theirs.getOutput().getLabel());
            assertThat(ours.probability()).isCloseTo(theirs.getOutput().getScore(), within(1e-5));
            sum += theirs.getOutput().getScore();
            late += ours.label().equals("late") ? 1 : 0;
        }
        assertThat(late)
                .as("there is something to tell apart")
                .isBetween(10, bench.texts().size() - 10);

        double all = sum;
        for (String method : List.of("parasiftSession", "parasiftClassifyText", "tribuo")) {
            Work work = new Work();
            assertThat(BenchmarkMethods.call(bench, method, work) / 1e6)
                    .as(method)
                    .isCloseTo(all, within(1e-5 * bench.texts().size()));
            assertThat(work.items).isEqualTo(bench.texts().size());
            assertThat(work.textBytes).isBetween((long) BYTES, BYTES + 5000L);
        }
        // Another tokenizer, so not the same; but the same model and nearly the same words.
        assertThat(BenchmarkMethods.call(bench, "tribuoUniversal", new Work()) / 1e6)
                .isCloseTo(all, within(0.1 * all));
    }

    @Test
    void featuresAreTheDistinctWordsAndPairs() {
        long expected = 0;
        for (LabelledText text : LabelledText.generated(BYTES)) {
            Set<String> features = new HashSet<>();
            String before = "";
            for (var token : Tokenizer.standard().tokenize(text.text())) {
                features.add(token.text());
                if (!before.isEmpty()) {
                    features.add(before + " " + token.text());
                }
                before = token.text();
            }
            expected += features.size();
        }
        ExtractBench bench = new ExtractBench();
        assertThat(BenchmarkMethods.call(bench, "parasift", new Work())).isEqualTo(expected);
        assertThat(BenchmarkMethods.call(bench, "tribuo", new Work())).isEqualTo(expected);
        assertThat((double) BenchmarkMethods.call(bench, "tribuoUniversal", new Work()) / expected)
                .isCloseTo(1, within(0.05));
    }

    @Test
    void bothFitTheSameFeatures() {
        FitBench logistic = new FitBench();
        long tribuos = BenchmarkMethods.call(logistic, "tribuo", new Work());
        assertThat(BenchmarkMethods.call(logistic, "parasift", new Work()))
                .as("features whose weight has stayed 0 are left out")
                .isBetween(tribuos * 9 / 10, tribuos);
        for (String trainer : List.of("liblinear(loss=svm)", "liblinear(loss=logistic)")) {
            FitBench bench = new FitBench();
            bench.trainer = trainer;
            assertThat(BenchmarkMethods.call(bench, "tribuo", new Work())).isEqualTo(tribuos);
            assertThat(BenchmarkMethods.call(bench, "parasift", new Work()))
                    .as("texts that are far from the margin give no feature a weight")
                    .isBetween(tribuos / 10, tribuos);
        }
        assertThat(BenchmarkMethods.call(new FitBench(), "tribuoUniversal", new Work()))
                .isGreaterThan(tribuos / 2);
    }

    @Test
    void bothWaysThroughTheBuiltInModelSayTheSame() {
        BuiltInBench bench = new BuiltInBench();
        Work work = new Work();
        long spam = BenchmarkMethods.call(bench, "parasift", work);
        assertThat(work.textBytes).isBetween((long) BYTES, BYTES + 20_000L);
        long paragraphs = NewsText.articles().stream()
                .mapToLong(article -> article.paragraphs().size())
                .sum();
        assertThat(spam).isBetween(paragraphs / 20, paragraphs * 19 / 20);
        assertThat(work.items).as("tokens").isBetween(10 * paragraphs, 100 * paragraphs);
        assertThat(BenchmarkMethods.call(bench, "parasiftVerdicts", new Work())).isEqualTo(spam);
        assertThat(BenchmarkMethods.call(bench, "parasiftColumns", new Work()))
                .as("columns that are not 0")
                .isBetween(10 * paragraphs, 100 * paragraphs);

        TreesBench trees = new TreesBench();
        Work rows = new Work();
        assertThat(BenchmarkMethods.call(trees, "parasift", rows))
                .isEqualTo(BenchmarkMethods.call(trees, "completeTrees", new Work()))
                .isEqualTo(BenchmarkMethods.call(trees, "nodeByNode", new Work()));
        assertThat(rows.items).isEqualTo(paragraphs);
    }

    @Test
    void whatIsLoadedIsWhatWasSaved() throws Exception {
        LoadBench load = new LoadBench();
        load.setUp();
        SaveBench save = new SaveBench();
        save.setUp();
        try {
            long features = BenchmarkMethods.call(load, "tribuo", new Work());
            assertThat(features).isGreaterThan(1000);
            assertThat(BenchmarkMethods.call(load, "parasift", new Work())).isBetween(features * 9 / 10, features);
            assertThat(BenchmarkMethods.call(save, "parasift", new Work())).isGreaterThan(8 * features);
            assertThat(BenchmarkMethods.call(save, "tribuo", new Work())).isGreaterThan(8 * features);
        } finally {
            load.tearDown();
            save.tearDown();
        }
    }
}
