package org.parasift.train.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.DecisionPolicy;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Verdict;
import org.parasift.text.Article;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.InputException;
import org.parasift.train.corpus.Sketches;

/**
 * What a classifier and the simple rules are worth on the same labelled rows.
 *
 * @param scores of the classifier
 * @param articles all articles; of a corpus of plain texts, the number of texts
 * @param paragraphs all rows, those that do not count among them
 * @param scored the rows that were scored
 * @param leaked names of articles that are near-copies of articles the model was trained on; they are not scored, unless
 *     all are such copies: then all are scored, and the scores say nothing
 * @param baselines scores of the rules of {@link Baselines} by their names
 * @param decided what the model's thresholds make of the rows; empty of predictions without a model, and of other labels
 *     than spam and one more
 */
public record Evaluation(
        Scores scores,
        int articles,
        int paragraphs,
        int scored,
        List<String> leaked,
        SortedMap<String, Scores> baselines,
        Optional<Decided> decided) {
    /**
     * What the model's thresholds make of the rows.
     *
     * @param policy the thresholds
     * @param counts rows by decision
     * @param scores when what is dropped counts as spam and all else as not
     */
    public record Decided(DecisionPolicy policy, Decisions counts, Scores scores) {}

    /** Where a model's manifest keeps the {@link Sketches} of its training articles. */
    public static final String SKETCHES = "data.sketches";

    private static final long SEED = 1;

    public Evaluation {
        leaked = List.copyOf(leaked);
        baselines = Collections.unmodifiableSortedMap(new TreeMap<>(baselines));
    }

    /**
     * From predictions for every row of a corpus that counts, as those of held-out folds.
     *
     * @param labels all labels, sorted; they order the probabilities
     * @param predictions in any order
     */
    public static Evaluation of(List<String> labels, Corpus corpus, List<Prediction> predictions) {
        return of(labels, corpus, predictions, List.of(), Optional.empty());
    }

    private static Evaluation of(
            List<String> labels,
            Corpus corpus,
            List<Prediction> predictions,
            List<String> leaked,
            Optional<DecisionPolicy> policy) {
        List<Example> rows = new ArrayList<>();
        predictions.forEach(prediction -> rows.add(prediction.example()));
        TreeMap<String, Scores> baselines = new TreeMap<>();
        Baselines.predictions(labels, rows)
                .forEach((name, guesses) -> baselines.put(name, Scores.of(labels, guesses, SEED)));
        Scores scores = Scores.of(labels, predictions, SEED);
        return new Evaluation(
                scores,
                corpus.articles().size(),
                corpus.examples().size(),
                predictions.size(),
                leaked,
                baselines,
                policy.flatMap(thresholds -> decided(labels, predictions, scores, thresholds)));
    }

    private static Optional<Decided> decided(
            List<String> labels, List<Prediction> predictions, Scores scores, DecisionPolicy policy) {
        List<Prediction> decided =
                predictions.stream().map(row -> row.decided(labels, policy)).toList();
        return Decisions.of(labels, predictions, policy)
                .map(counts -> new Decided(
                        policy, counts, decided.equals(predictions) ? scores : Scores.of(labels, decided, SEED)));
    }

    /**
     * Of a classifier on all rows of a corpus that count, but for articles it was trained on.
     *
     * @throws InputException if a row has a label that the model does not know
     */
    public static Evaluation of(ParagraphClassifier classifier, Corpus corpus) {
        List<String> labels = classifier.model().labels();
        if (corpus.counted().isEmpty()) {
            throw new InputException(corpus.file(), 0, "no row that counts", "labels, and not all of them unsure");
        }
        for (Example row : corpus.counted()) {
            if (!labels.contains(row.label())) {
                throw new InputException(
                        corpus.file(),
                        row.line(),
                        "label " + InputException.quote(row.label()),
                        "a label of the model: " + String.join(", ", labels));
            }
        }
        return of(
                labels,
                corpus,
                predictions(classifier, labels, unseen(classifier, corpus)),
                leaked(classifier, corpus),
                Optional.of(classifier.model().policy()));
    }

    /** The same rows with other predictions for them, as those that follow from thresholds. */
    public Evaluation with(List<Prediction> predictions) {
        return new Evaluation(
                Scores.of(scores.labels(), predictions, SEED),
                articles,
                paragraphs,
                scored,
                leaked,
                baselines,
                decided);
    }

    /** The rows that are scored: those that count, but for articles the model was trained on; if that leaves none, all. */
    public static List<Example> unseen(ParagraphClassifier classifier, Corpus corpus) {
        Set<String> copies = new HashSet<>(leaked(classifier, corpus));
        List<Example> rows = corpus.counted().stream()
                .filter(row -> !copies.contains(row.article().id()))
                .toList();
        return rows.isEmpty() ? corpus.counted() : rows;
    }

    /** Texts of their own are not looked up: of short ones too many are equal by right. */
    private static List<String> leaked(ParagraphClassifier classifier, Corpus corpus) {
        String sketches = classifier.model().manifest().get(SKETCHES);
        return sketches == null || corpus.plain()
                ? List.of()
                : Sketches.parse(sketches).copies(corpus.articles());
    }

    /** Whether every article is one that the model was trained on, so that the scores say nothing. */
    public boolean onTrainingData() {
        return !leaked.isEmpty() && leaked.size() == articles;
    }

    /**
     * What a classifier says of rows; each article is classified once.
     *
     * @param labels order the probabilities; one that the classifier does not have gets 0
     */
    public static List<Prediction> predictions(
            ParagraphClassifier classifier, List<String> labels, List<Example> rows) {
        List<Prediction> predictions = new ArrayList<>(rows.size());
        @Nullable Article current = null;
        List<Verdict> verdicts = List.of();
        for (Example row : rows) {
            if (!row.article().equals(current)) {
                current = row.article();
                verdicts = classifier.classify(current);
            }
            Verdict verdict = verdicts.get(row.paragraph());
            predictions.add(new Prediction(
                    row,
                    verdict.label(),
                    labels.stream().map(verdict::probability).toList()));
        }
        return predictions;
    }

    /** As JSON, keys always in the same order, numbers with six decimals. */
    public ObjectNode toJson() {
        ObjectNode json = scores(scores);
        decided.ifPresent(decisions -> decisions(json.putObject("decisions"), decisions));
        ArrayNode copies = json.putObject("leaked").put("count", leaked.size()).putArray("articles");
        leaked.forEach(copies::add);
        ObjectNode rules = json.putObject("baselines");
        baselines.forEach((name, rule) -> rules.set(name, scores(rule)));
        return json;
    }

    /** JSON as text, indented, with line feeds on every platform. */
    public static String text(ObjectNode json) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    private ObjectNode scores(Scores of) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        of.labels().forEach(json.putArray("labels")::add);
        json.put("accuracy", round(of.accuracy()));
        json.put("macroF1", round(of.macroF1()));
        ObjectNode perLabel = json.putObject("perLabel");
        of.perLabel().forEach((label, figures) -> perLabel.putObject(label)
                .put("precision", round(figures.precision()))
                .put("recall", round(figures.recall()))
                .put("f1", round(figures.f1()))
                .put("support", figures.support()));
        ObjectNode perKind = json.putObject("perKind");
        of.perKind().forEach((kind, figures) -> perKind.putObject(kind)
                .put("recall", round(figures.recall()))
                .put("support", figures.support()));
        ObjectNode confusion = json.putObject("confusion");
        of.confusion().forEach((truth, row) -> {
            ObjectNode counts = confusion.putObject(truth);
            row.forEach(counts::put);
        });
        json.put("averagePrecision", round(of.averagePrecision()));
        json.put("brier", round(of.brier()));
        json.put("ece", round(of.ece()));
        if (of.labels().size() == 2 && of.labels().contains(Baselines.SPAM)) {
            json.put("kept", round(of.kept()));
            json.put("recallAtKept995", round(of.recallAtKept()));
        }
        ObjectNode intervals = json.putObject("interval95");
        of.intervals().forEach((figure, interval) -> interval(intervals, figure, interval));
        return json.put("articles", articles).put("paragraphs", paragraphs).put("scored", scored);
    }

    private static void decisions(ObjectNode json, Decided decided) {
        json.put("review", decided.policy.review()).put("drop", decided.policy.drop());
        decided.counts.writeTo(json);
        json.put("f1", round(decided.counts.f1())).put("reviewedShare", round(decided.counts.reviewedShare()));
        ObjectNode intervals = json.putObject("interval95");
        Map<String, Scores.Interval> of = decided.scores.intervals();
        interval(intervals, "f1", of.get("f1 " + decided.policy.dropLabel()));
        interval(intervals, "kept", of.get("kept"));
    }

    private static void interval(ObjectNode json, String name, Scores.@Nullable Interval interval) {
        if (interval != null) {
            json.putArray(name).add(round(interval.low())).add(round(interval.high()));
        }
    }

    static double round(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
