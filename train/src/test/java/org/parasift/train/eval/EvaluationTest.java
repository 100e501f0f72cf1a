package org.parasift.train.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parasift.classify.Decision;
import org.parasift.classify.DecisionPolicy;
import org.parasift.text.Article;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.CsvColumns;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;

class EvaluationTest {
    private static final Path SEEDS = Path.of(System.getProperty("parasift.root", ".."), "seeds");
    private static final List<String> LABELS = List.of("on-topic", "spam");

    @Test
    void theTwoLineRuleScores979OnTheSeeds() throws IOException {
        Corpus seeds = CorpusReader.readSeeds(SEEDS);
        assertThat(f1(rule("two-line rule", seeds))).isEqualTo(0.979, within(0.0005));
    }

    @Test
    void theRulesScoreAsStatedOnRealArticles() throws IOException {
        Path file = Path.of(System.getProperty("parasift.data", "../../shared/data"), "articles-dev.csv");
        assumeTrue(Files.exists(file), () -> file + " is absent");
        Corpus corpus = CorpusReader.readCsv(file, CsvColumns.USUAL);
        assertThat(corpus.articles()).hasSize(227);
        assertThat(corpus.examples()).hasSize(4816);
        assertThat(corpus.counted()).hasSize(4541);
        assertThat(f1(rule("two-line rule", corpus))).isEqualTo(0.638, within(0.0005));
        assertThat(f1(rule("C4 line filter", corpus))).isEqualTo(0.621, within(0.0005));
        assertThat(f1(rule("under 12 words", corpus))).isEqualTo(0.627, within(0.0005));
        assertThat(rule("two-line rule", corpus).count("on-topic", "spam")).isEqualTo(142);
        assertThat(rule("C4 line filter", corpus).count("on-topic", "spam")).isEqualTo(352);
        assertThat(rule("under 12 words", corpus).count("on-topic", "spam")).isEqualTo(228);
    }

    @Test
    void figuresAreThoseComputedByHand() {
        // truth  P(spam)  given
        // spam     0.9    spam
        // spam     0.4    on-topic
        // on-topic 0.6    spam
        // on-topic 0.1    on-topic
        // on-topic 0.1    on-topic
        Scores scores = Scores.of(
                LABELS,
                List.of(
                        prediction("spam", "teaser", 0.9),
                        prediction("spam", "promo", 0.4),
                        prediction("on-topic", "body", 0.6),
                        prediction("on-topic", "body", 0.1),
                        prediction("on-topic", "", 0.1)),
                1);
        assertThat(scores.accuracy()).isEqualTo(0.6);
        assertThat(scores.perLabel().get("spam")).isEqualTo(new Scores.PerLabel(0.5, 0.5, 0.5, 2));
        assertThat(scores.label("on-topic").f1()).isEqualTo(2.0 / 3, within(1e-12));
        assertThat(scores.macroF1()).isEqualTo((0.5 + 2.0 / 3) / 2, within(1e-12));
        assertThat(scores.perKind().get("teaser")).isEqualTo(new Scores.PerKind(1, 1));
        assertThat(scores.perKind().get("body")).isEqualTo(new Scores.PerKind(0.5, 2));
        assertThat(scores.perKind()).hasSize(3);
        assertThat(scores.count("spam", "on-topic")).isEqualTo(1);
        // Ranks: spam (1/1), on-topic, spam (2/3).
        assertThat(scores.averagePrecision()).isEqualTo((1 + 2.0 / 3) / 2, within(1e-12));
        assertThat(scores.brier()).isEqualTo((0.01 + 0.36 + 0.36 + 0.01 + 0.01) / 5, within(1e-12));
        // Bins: 0.1 twice (0 of 2), 0.4 (1 of 1), 0.6 (0 of 1), 0.9 (1 of 1).
        assertThat(scores.ece()).isEqualTo((0.2 + 0.6 + 0.6 + 0.1) / 5, within(1e-12));
        assertThat(scores.kept()).isEqualTo(2.0 / 3, within(1e-12));
        assertThat(scores.recallAtKept()).isEqualTo(0.5);
    }

    @Test
    void theThresholdIsTheLowestThatKeepsTheShare() {
        List<Prediction> predictions = List.of(
                prediction("spam", "", 0.9),
                prediction("on-topic", "", 0.7),
                prediction("spam", "", 0.6),
                prediction("on-topic", "", 0.5),
                prediction("on-topic", "", 0.2),
                prediction("on-topic", "", 0.1));
        assertThat(Scores.thresholdKeeping(LABELS, predictions, 1)).isEqualTo(0.9);
        assertThat(Scores.thresholdKeeping(LABELS, predictions, 0.75)).isEqualTo(0.6);
        assertThat(Scores.thresholdKeeping(LABELS, predictions, 0.5)).isEqualTo(0.5);
        assertThat(Scores.thresholdKeeping(LABELS, List.of(prediction("on-topic", "", 1)), 0.5))
                .isGreaterThan(1);
    }

    @Test
    void tiesCountTogetherWhateverTheirOrder() {
        Scores scores = Scores.of(LABELS, List.of(prediction("on-topic", "", 0.5), prediction("spam", "", 0.5)), 1);
        assertThat(scores.averagePrecision()).isEqualTo(0.5);
    }

    @Test
    void averagePrecisionOfThreeLabelsIsTheMeanOfThoseThatOccur() {
        List<String> labels = List.of("a", "b", "c");
        Scores scores = Scores.of(
                labels,
                List.of(
                        new Prediction(example("a", ""), "a", List.of(0.8, 0.1, 0.1)),
                        new Prediction(example("b", ""), "a", List.of(0.5, 0.4, 0.1))),
                1);
        assertThat(scores.averagePrecision()).isEqualTo(1.0);
        assertThat(scores.macroF1()).isEqualTo((2.0 / 3 + 0) / 2, within(1e-12));
        assertThat(scores.kept()).isEqualTo(1);
    }

    @Test
    void intervalsHoldTheScoreAndAreTheSameTwice() {
        SplittableRandom random = new SplittableRandom(5);
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            predictions.add(prediction(random.nextInt(4) == 0 ? "spam" : "on-topic", "", random.nextDouble()));
        }
        Scores scores = Scores.of(LABELS, predictions, 1);
        assertThat(scores).isEqualTo(Scores.of(LABELS, predictions, 1));
        assertThat(scores.intervals().keySet())
                .containsExactly(
                        "accuracy",
                        "averagePrecision",
                        "ece",
                        "f1 on-topic",
                        "f1 spam",
                        "kept",
                        "macroF1",
                        "recallAtKept");
        Scores.Interval accuracy = scores.intervals().getOrDefault("accuracy", new Scores.Interval(0, 0));
        assertThat(scores.accuracy()).isBetween(accuracy.low(), accuracy.high());
        assertThat(accuracy.high() - accuracy.low()).isBetween(0.08, 0.2);
        Scores.Interval kept = scores.intervals().getOrDefault("kept", new Scores.Interval(0, 0));
        assertThat(scores.kept()).isBetween(kept.low(), kept.high());
        Scores.Interval recall = scores.intervals().getOrDefault("recallAtKept", new Scores.Interval(0, 0));
        assertThat(scores.recallAtKept()).isBetween(recall.low(), recall.high());
    }

    @Test
    void withoutErrorNoDrawHasOne() {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            predictions.add(prediction(i < 5 ? "spam" : "on-topic", "", i < 5 ? 1 : 0));
        }
        Scores scores = Scores.of(LABELS, predictions, 1);
        assertThat(scores.intervals()).containsEntry("kept", new Scores.Interval(1, 1));
        assertThat(scores.intervals()).containsEntry("recallAtKept", new Scores.Interval(1, 1));
        assertThat(scores.intervals()).containsEntry("ece", new Scores.Interval(0, 0));
    }

    @Test
    void theNamesInTheJsonAreAContract() throws IOException {
        Corpus seeds = CorpusReader.readSeeds(SEEDS);
        List<Prediction> predictions = guesses("two-line rule", seeds);
        ObjectNode json = Evaluation.of(LABELS, seeds, predictions).toJson();
        List<String> names = List.of(
                "labels",
                "accuracy",
                "macroF1",
                "perLabel",
                "perKind",
                "confusion",
                "averagePrecision",
                "brier",
                "ece",
                "articles",
                "paragraphs",
                "scored");
        assertThat(fields(json)).containsAll(names).contains("baselines");
        assertThat(fields(json.get("perLabel").get("spam"))).containsExactly("precision", "recall", "f1", "support");
        assertThat(fields(json.get("perKind").get("teaser"))).containsExactly("recall", "support");
        assertThat(fields(json.get("baselines"))).containsExactly("C4 line filter", "two-line rule", "under 12 words");
        assertThat(fields(json.get("baselines").get("two-line rule"))).containsAll(names);
        assertThat(json.get("confusion").get("spam").get("on-topic").asInt()).isEqualTo(1);
        assertThat(json.get("articles").asInt()).isEqualTo(5);
        assertThat(json.get("paragraphs").asInt()).isEqualTo(99);
        assertThat(json.get("scored").asInt()).isEqualTo(99);
        assertThat(Evaluation.text(json)).endsWith("}\n").doesNotContain("\r");
    }

    @Test
    void thresholdsDecideOtherwiseThanTheLikelierLabelAndAreScoredToo() throws IOException {
        List<Prediction> rows = new ArrayList<>();
        for (double spam : new double[] {0.95, 0.9, 0.7, 0.3}) {
            rows.add(prediction("spam", "", spam));
        }
        for (double spam : new double[] {0.92, 0.8, 0.55, 0.2, 0.1, 0.1}) {
            rows.add(prediction("on-topic", "", spam));
        }
        Decisions counts =
                Decisions.of(LABELS, rows, new DecisionPolicy("spam", 0.5, 0.9)).orElseThrow();
        assertThat(counts).isEqualTo(new Decisions(3, 2, 3, 1, 4, 6));
        assertThat(counts.rows(Decision.KEEP)).isEqualTo(4);
        assertThat(counts.spam(Decision.KEEP)).isEqualTo(1);
        assertThat(counts.precision()).isEqualTo(2 / 3.0);
        assertThat(counts.recall()).isEqualTo(0.5);
        assertThat(counts.f1()).isEqualTo(4 / 7.0);
        assertThat(counts.kept()).isEqualTo(5 / 6.0);
        assertThat(counts.reviewedShare()).isEqualTo(0.3);
        assertThat(Decisions.of(List.of("a", "b"), rows, DecisionPolicy.STANDARD))
                .isEmpty();
    }

    private static List<String> fields(com.fasterxml.jackson.databind.JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Scores rule(String name, Corpus corpus) {
        return Scores.of(corpus.labels(), guesses(name, corpus), 1);
    }

    private static List<Prediction> guesses(String name, Corpus corpus) {
        return Baselines.predictions(corpus.labels(), corpus.counted()).getOrDefault(name, List.of());
    }

    private static double f1(Scores scores) {
        return scores.label("spam").f1();
    }

    private static int next;

    private static Example example(String label, String kind) {
        return new Example(Article.of("e" + next++, List.of("text")), 0, label, kind, Sure.YES, "", 1);
    }

    private static Prediction prediction(String truth, String kind, double spam) {
        return new Prediction(example(truth, kind), spam >= 0.5 ? "spam" : "on-topic", List.of(1 - spam, spam));
    }
}
